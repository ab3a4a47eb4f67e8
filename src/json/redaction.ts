import type { JsonDocument } from './document.ts';
import type { Hidden } from './hidden.ts';
import { patternSource, scan } from './scan.ts';
import { isEscaped, isSpace } from './source.ts';

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
): Generator<undefined, Hidden> {
  const { text } = document;
  const found = new Set<number>();
  const keys = [...new Set(paths.map((path) => path.at(-1) ?? ''))];
  const names = keys.map((key) => patternSource(key, text));
  const units = Math.max(...keys.map((key) => key.length)) + 2;
  let covered = 0;
  yield* scan(text, new RegExp(`"(?:${names.join('|')})"`, 'i'), units, (start, end) => {
    let after = end;
    while (isSpace(text.charCodeAt(after))) after += 1;
    if (text[after] !== ':' || isEscaped(text, start)) return start + 1;
    const node = document.nodeAt(end) + 1;
    if (node >= covered && paths.some((path) => endsAs(document, path, node))) {
      found.add(node);
      covered = document.next(node);
    }
    return end;
  });
  return found;
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
