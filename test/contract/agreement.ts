/** Says, of two versions of a public list, which semver step lies between them; empty where they are the same. */
export function describeChange(what: string, agreed: readonly string[], current: readonly string[]): string {
  const gone = agreed.filter((line) => !current.includes(line));
  const added = current.filter((line) => !agreed.includes(line));
  if (gone.length + added.length === 0) return '';
  const step =
    gone.length > 0
      ? 'What hosts rely on is gone or changed: a major step (before 1.0 a minor one).'
      : 'Hosts get more: a minor step.';
  const list = [...gone.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)].join('\n');
  return `The public ${what} changed. ${step} If that is meant, run \`npx changeset\` and choose that step, then \`npx vitest run --project node test/contract -u\`.\n${list}\n`;
}
