import type { JsonDocument } from './document.ts';
import { countBelow } from './order.ts';
import { alternatives, scan } from './scan.ts';
import { isEscaped, isSpace } from './source.ts';

/** Nodes to hide, ascending, none of them inside another. */
export type Redaction = readonly number[];

/** What a copy holds in place of a hidden value. */
const placeholder = '"[redacted]"';

/** The last steps of the way to a value: keys, and null for every entry of an array. The last is a key. */
export type RedactPath = readonly (string | null)[];

const pattern = /^(?:\[\]\.?)*[^.[\]*"]+(?:\[\]|\.[^.[\]*"]+)*$/;

/**
 * Reads `licenseKey` or `users[].email`.
 *
 * @throws Error where the path cannot be read, because what it means would show
 */
export function parseRedactPath(path: string): RedactPath {
  if (!pattern.test(path)) {
    throw new Error(
      `JsonTree cannot read \`redact\` path ${JSON.stringify(path)}: nothing would be hidden. Write it like \`users[].email\`.`,
    );
  }
  const steps = path.match(/[^.[\]]+|\[\]/g) ?? [];
  // Every entry of a list is hidden with the list.
  return steps.slice(0, steps.findLastIndex(isKey) + 1).map((step) => (isKey(step) ? step : null));
}

function isKey(step: string): boolean {
  return step !== '[]';
}

/** Finds the values whose path ends as one of these. */
export function* redactionSteps(
  document: JsonDocument,
  paths: readonly RedactPath[],
): Generator<undefined, Redaction> {
  const { text } = document;
  const found: number[] = [];
  const keys = [...new Set(paths.map((path) => path.at(-1) ?? ''))];
  if (document.size > 0 && keys.length > 0) {
    const names = keys.map((key) => alternatives(key, text, ''));
    const units = Math.max(...keys.map((key) => key.length)) + 2;
    yield* scan(text, new RegExp(`"(?:${names.join('|')})"`), units, (start, end) => {
      let after = end;
      while (isSpace(text.charCodeAt(after))) after += 1;
      if (text[after] !== ':' || isEscaped(text, start)) return start + 1;
      const node = document.nodeAt(end) + 1;
      if (paths.some((path) => endsAs(document, path, node))) found.push(node);
      return end;
    });
  }
  let covered = 0;
  return found.filter((node) => {
    if (node < covered) return false;
    covered = document.next(node);
    return true;
  });
}

/** Whether the way to a node ends with these steps. */
function endsAs(document: JsonDocument, path: RedactPath, node: number): boolean {
  let at = node;
  return path.toReversed().every((step) => {
    const fits = at > 0 && (step === null ? !document.isMember(at) : document.step(at) === step);
    at = document.parent(at);
    return fits;
  });
}

/** The hidden node that a node is or is in; -1 where it is not hidden. */
export function redactedAround(document: JsonDocument, redaction: Redaction, node: number): number {
  const around = redaction[countBelow(redaction, node + 1) - 1] ?? -1;
  return around >= 0 && node < document.next(around) ? around : -1;
}

/** The text from one offset to another, as it stands but for hidden values. */
export function redactedText(document: JsonDocument, redaction: Redaction, from: number, to: number): string {
  const { text } = document;
  let copy = '';
  let at = from;
  for (let index = countBelow(redaction, document.nodeAt(from)); index < redaction.length; index += 1) {
    const node = redaction[index] ?? 0;
    const start = document.start(node);
    if (start >= to) break;
    copy += text.slice(at, start) + placeholder;
    at = document.end(node);
  }
  return copy + text.slice(at, to);
}
