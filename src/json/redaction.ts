import { endOf, type JsonDocument, keyRangeOf, nextOf, parentOf, startOf, stepOf } from './document.ts';
import { countBelow } from './order.ts';
import { patternOf, scan } from './scan.ts';

/** Values of a document that are hidden until they are shown, with all in them. Immutable. */
export interface Redaction {
  /** Whether a value is hidden; undefined where it cannot be. Not of what is in a hidden one. */
  isHidden: (node: number) => boolean | undefined;
  /** Whether a value is hidden, or in a hidden one. */
  covers: (node: number) => boolean;
  /** The same with a hidden value shown, or a shown one hidden. */
  toggled: (node: number) => Redaction;
  /** The text, or a stretch of it, as it stands but for hidden values. */
  written: (from?: number, to?: number) => string;
}

/** What a copy holds in place of a hidden value. */
const placeholder = '"[redacted]"';

/** @param nodes what can be hidden, ascending, none of it inside another */
export function redactionOf(
  document: JsonDocument,
  nodes: ReadonlySet<number>,
  hidden: ReadonlySet<number> = nodes,
): Redaction {
  const ordered = [...hidden];
  const starts = ordered.map((node) => startOf(document, node));
  return {
    isHidden: (node) => (nodes.has(node) ? hidden.has(node) : undefined),
    covers(node) {
      const before = ordered[countBelow(ordered, node + 1) - 1];
      return before !== undefined && node < nextOf(document, before);
    },
    toggled(node) {
      const next = [...nodes].filter((each) => hidden.has(each) !== (each === node));
      return redactionOf(document, nodes, new Set(next));
    },
    written(from = 0, to = document.text.length) {
      let copy = '';
      let at = from;
      for (const node of ordered.slice(countBelow(starts, from), countBelow(starts, to))) {
        copy += document.text.slice(at, startOf(document, node)) + placeholder;
        at = endOf(document, node);
      }
      return copy + document.text.slice(at, to);
    },
  };
}

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
  const found = new Set<number>();
  const keys = [...new Set(paths.map((path) => path.at(-1) ?? ''))];
  // A key may begin as another does.
  keys.sort((one, other) => other.length - one.length);
  let node = 0;
  let covered = 0;
  yield* scan(document.text, patternOf(keys), (start, end) => {
    while (node < document.size && startOf(document, node) <= start) node += 1;
    const range = keyRangeOf(document, node);
    const isItsKey = range?.[0] === start - 1 && range[1] === end + 1;
    if (isItsKey && node >= covered && paths.some((path) => endsAs(document, path, node))) {
      found.add(node);
      covered = nextOf(document, node);
    }
  });
  return redactionOf(document, found);
}

/** Whether the way to a node ends with these steps. */
function endsAs(document: JsonDocument, path: RedactPath, node: number): boolean {
  let at = node;
  return path.toReversed().every((step) => {
    const fits = at > 0 && (step === null ? !keyRangeOf(document, at) : stepOf(document, at) === step);
    at = parentOf(document, at);
    return fits;
  });
}
