import type { JsonPathStep } from './document.ts';

/** How a path is written: as JSONPath (RFC 9535), or as JavaScript that reads it from `data`. */
export type PathNotation = 'jsonpath' | 'javascript';

const notations: Readonly<Record<PathNotation, { root: string; name: RegExp }>> = {
  jsonpath: { root: '$', name: /^[a-z_]\w*$/i },
  javascript: { root: 'data', name: /^[a-z_$][\w$]*$/i },
};

/**
 * Writes the way to a value.
 *
 * @param root in place of the notation's own, where only the last steps are given
 * @example
 * formatPath(['users', 3, 'e-mail'], 'jsonpath'); // $.users[3]["e-mail"]
 */
export function formatPath(
  steps: readonly JsonPathStep[],
  notation: PathNotation,
  root = notations[notation].root,
): string {
  const { name } = notations[notation];
  const written = steps.map((step) =>
    typeof step === 'string' && name.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  );
  return root + written.join('');
}
