/** A property by its name and its JSON. */
export type Property = readonly [name: string, json: string];

/**
 * An object as JSON, of properties that are JSON already: a vendor's text stands in it as it came, no digit lost, and
 * however deep it is nested.
 */
export function objectText(properties: readonly Property[]): string {
  return `{${properties.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`;
}

/** A record's properties as JSON, without those that have none or are nested too deep to be printed. */
export function propertiesOf(record: Readonly<Record<string, unknown>>): Property[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const json = jsonOf(value);
    return json === undefined ? [] : [[name, json] as const];
  });
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** A text that may be JSON: its value and itself where it is, else the text as a string. */
export function readJson(text: string): { readonly value: unknown; readonly json: string } {
  try {
    return { value: JSON.parse(text), json: text.trim() };
  } catch {
    return { value: text, json: JSON.stringify(text) };
  }
}
