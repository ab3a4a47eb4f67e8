import type { JsonDocument, JsonPathStep } from './document.ts';
import { countBelow } from './rows.ts';
import { alternatives, scan } from './scan.ts';
import { isEscaped, isSpace } from './source.ts';

/** Nodes to hide, ascending, none of them inside another. */
export type Redaction = readonly number[];

/** What a copy holds in place of a hidden value. */
const placeholder = '"[redacted]"';

/** A pattern's steps up to the last key, and what follows that key. Null stands for every entry of an array. */
export interface RedactPath {
  readonly steps: readonly (JsonPathStep | null)[];
  readonly key: string;
  readonly rest: readonly (number | null)[];
}

const token = /\.?([^.[\]*"'\s]+)|\[(\d*)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/**
 * Reads `users[].email`, `list[0].key` or `["a key"]`.
 *
 * @throws Error where a pattern cannot be read, because what it means would show
 */
export function parseRedactPath(pattern: string): RedactPath {
  const tokens = [...pattern.matchAll(token)];
  const steps = tokens.map(([, name, index, quoted]) => {
    if (quoted !== undefined) return String(JSON.parse(quoted));
    return name ?? (index ? Number(index) : null);
  });
  const rest: (number | null)[] = [];
  for (let last = steps.pop(); last !== undefined; last = steps.pop()) {
    if (typeof last !== 'string') rest.unshift(last);
    else if (tokens.map(([piece]) => piece).join('') === pattern) return { steps, key: last, rest };
  }
  throw new Error(
    `JsonTree cannot read the path ${JSON.stringify(pattern)} in \`redact\`, so what it means would not be hidden. ` +
      'Write paths like `licenseKey`, `users[].email`, `list[0].key` or `["a key"]`.',
  );
}

/** Finds the values whose path ends as one of these. */
export function* redactionSteps(
  document: JsonDocument,
  paths: readonly RedactPath[],
): Generator<undefined, Redaction> {
  const { text } = document;
  const found = new Set<number>();
  if (document.size > 0 && paths.length > 0) {
    const keys = paths.map(({ key }) => key);
    const names = [...new Set(keys)].map((key) => alternatives(key, text, ''));
    const units = Math.max(...keys.map((key) => key.length)) + 2;
    yield* scan(text, new RegExp(`"(?:${names.join('|')})"`), units, (start, end) => {
      let after = end;
      while (isSpace(text.charCodeAt(after))) after += 1;
      if (text[after] !== ':' || isEscaped(text, start)) return start + 1;
      const node = document.nodeAt(end) + 1;
      const key = document.step(node);
      for (const path of paths) {
        if (path.key === key && leadsTo(document, path.steps, document.parent(node))) {
          for (const named of path.rest.reduce((nodes, index) => entries(document, nodes, index), [node])) {
            found.add(named);
          }
        }
      }
      return end;
    });
  }
  let covered = 0;
  return [...found]
    .sort((one, other) => one - other)
    .filter((node) => {
      if (node < covered) return false;
      covered = document.next(node);
      return true;
    });
}

/** Whether the last steps of the way to a node are these. */
function leadsTo(document: JsonDocument, steps: RedactPath['steps'], node: number): boolean {
  let at = node;
  for (const step of steps.toReversed()) {
    if (at <= 0 || (step === null ? document.isMember(at) : document.step(at) !== step)) return false;
    at = document.parent(at);
  }
  return true;
}

function entries(document: JsonDocument, nodes: readonly number[], index: number | null): number[] {
  const found: number[] = [];
  for (const node of nodes) {
    if (document.kind(node) !== 'array') continue;
    for (let child = node + 1; child < document.next(node); child = document.next(child)) {
      if (index === null || document.index(child) === index) found.push(child);
    }
  }
  return found;
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
