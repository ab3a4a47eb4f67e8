import jsonata from 'jsonata';

/** A unified license as a mapping made it. */
export type Mapped = Readonly<Record<string, unknown>>;

/** Runs JSONata mappings; each text is compiled once. */
export class Mappings {
  readonly #compiled = new Map<string, jsonata.Expression>();

  /**
   * Maps a vendor's body, bound as `response`. A body that is no object, or that the mapping cannot take, makes a
   * license with fewer fields, at worst none.
   */
  async map(mapping: string, response: unknown): Promise<Mapped> {
    if (typeof response !== 'object' || response === null || Array.isArray(response)) return {};
    let expression = this.#compiled.get(mapping);
    if (!expression) {
      expression = jsonata(mapping);
      this.#compiled.set(mapping, expression);
    }
    try {
      const license: unknown = await expression.evaluate({ response });
      return isRecord(license) ? license : {};
    } catch {
      return {};
    }
  }
}

function isRecord(value: unknown): value is Mapped {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
