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
 * @example
 * formatPath(['users', 3, 'e-mail'], 'jsonpath'); // $.users[3]["e-mail"]
 */
export function formatPath(steps: readonly JsonPathStep[], notation: PathNotation): string {
  const { root, name } = notations[notation];
  return root + formatSteps(steps, name);
}

/** The steps alone, where what is before them is left out. */
export function formatSteps(steps: readonly JsonPathStep[], name: RegExp = notations.jsonpath.name): string {
  return steps
    .map((step) => (typeof step === 'string' && name.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`))
    .join('');
}
