import { beforeAll, describe, expect, it } from 'vitest';
import { pages } from './pages.ts';
import { compile, samplesOf } from './samples.ts';

const samples = pages.flatMap(samplesOf);
const code = samples.filter(({ language }) => /^tsx?$/.test(language));

/** What no page may hold: an option that does not exist, and a path that the package does not export. */
const wrong = samplesOf({
  file: 'page.md',
  text: `# A page

\`\`\`ts
import { createLicenseClient } from 'truto-license-kit/client';
import { parseInstant } from 'truto-license-kit/license';

export const client = createLicenseClient({ baseURL: '/api/truto' });
export const at = parseInstant('2026-01-01');
\`\`\`
`,
});

/** Fences that hold nothing to compile. A sample in plain JavaScript would slip through. */
const others = ['css', 'html', 'sh', 'json', 'text', ''];

describe('a sample', () => {
  let problems: ReturnType<typeof compile>;
  beforeAll(() => {
    problems = compile([...code, ...wrong]);
  }, 120_000);

  it.each(code)('compiles: $file:$line', (sample) => {
    expect(problems.get(sample)).toEqual([]);
  });

  it('that does not compile is named with its file and line', () => {
    expect(wrong.flatMap((sample) => problems.get(sample))).toEqual([
      expect.stringMatching(/^page\.md:5: .*truto-license-kit\/license/),
      expect.stringMatching(/^page\.md:7: .*baseURL/),
    ]);
  });

  it('is TypeScript, where it is a script', () => {
    const strays = samples.filter(({ language }) => !others.includes(language) && !/^tsx?$/.test(language));
    expect(strays).toEqual([]);
  });
});
