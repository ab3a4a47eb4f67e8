import { describe, expect, it } from 'vitest';
import { endOf, type JsonDocument, parseJson, startOf } from '../../src/json/index.ts';
import { pathTo } from '../../src/json/path.ts';
import { parseRedactPath, redactionSteps } from '../../src/json/redaction.ts';
import { run } from '../../src/json/slices.ts';

function redaction(document: JsonDocument, ...patterns: string[]) {
  const { value } = run(redactionSteps(document, patterns.map(parseRedactPath)));
  if (!value) throw new Error('It has no end.');
  return value;
}

const nodesOf = ({ size }: JsonDocument) => Array.from({ length: size }, (_, node) => node);

function hidden(text: string, ...patterns: string[]): string[] {
  const document = parseJson(text);
  const { isHidden } = redaction(document, ...patterns);
  return nodesOf(document)
    .filter(isHidden)
    .map((node) => pathTo(document, node, ''));
}

describe('redaction', () => {
  const text = JSON.stringify({
    licenseKey: 'k1',
    users: [{ email: 'e1', name: 'n1' }, { email: 'e2' }],
    owner: { email: 'e3' },
    nested: { users: [{ email: 'e4' }] },
    tokens: ['t1', 't2'],
    text: '"licenseKey": "no key"',
  });

  it('hides values whose path ends so, however deep', () => {
    expect(hidden(text, 'licenseKey')).toEqual(['.licenseKey']);
    expect(hidden(text, 'users[].email')).toEqual([
      '.users[0].email',
      '.users[1].email',
      '.nested.users[0].email',
    ]);
    expect(hidden(text, 'nested.users[].email')).toEqual(['.nested.users[0].email']);
    expect(hidden(text, 'email')).toHaveLength(4);
    expect(hidden(text, 'tokens[]')).toEqual(['.tokens']);
    expect(hidden(text, 'absent', 'owner.name')).toEqual([]);
    expect(hidden('[{"licenseKey":1}]', '[].licenseKey')).toEqual(['[0].licenseKey']);
  });

  it('hides a value once, with all in it', () => {
    expect(hidden(text, 'email', 'users', 'users[].email')).toEqual([
      '.users',
      '.owner.email',
      '.nested.users',
    ]);
  });

  it('is not deceived by escapes, spaces or keys that stand twice', () => {
    expect(hidden(String.raw`{"license\u004bey" : 1, "licenseKey"${'\n'}:2}`, 'licenseKey')).toHaveLength(2);
    expect(hidden(String.raw`{"a\"licenseKey": 1}`, 'licenseKey')).toEqual([]);
    expect(hidden('{"list":"x",",":1,"x":":",":":2}', ',', ':')).toEqual(['[","]', '[":"]']);
    expect(hidden('{"ab":1,"a":2,"abc":3,"bc":4}', 'a', 'bc', 'ab')).toEqual(['.ab', '.a', '.bc']);
    expect(hidden('{"LicenseKey":1,"licenseKeys":2}', 'licenseKey')).toEqual([]);
    expect(hidden('{"a key":1,"b":[[{"c-d":2}]]}', 'a key', 'b[][].c-d')).toEqual([
      '["a key"]',
      '.b[0][0]["c-d"]',
    ]);
  });

  it.each(['', '[]', 'a[0]', 'a..b', 'a.', '.a', 'a.*', 'a[*]', '*', 'a[', '[x]', '["a"]', 'a[]b'])(
    'refuses a path that it cannot read: %j',
    (pattern) => expect(() => parseRedactPath(pattern)).toThrow(/`redact`/),
  );

  it('knows what is in a hidden value, until it is shown', () => {
    const document = parseJson('{"a":{"b":[1]},"c":2}');
    const hiding = redaction(document, 'a');
    expect(nodesOf(document).filter(hiding.covers)).toEqual([1, 2, 3]);
    expect([0, 1, 2, 4].map(hiding.isHidden)).toEqual([undefined, true, undefined, undefined]);
    const showing = hiding.toggled(1);
    expect(nodesOf(document).filter(showing.covers)).toEqual([]);
    expect(showing.isHidden(1)).toBe(false);
    expect(showing.toggled(1).isHidden(1)).toBe(true);
  });

  it('copies the text as it stands, but for hidden values', () => {
    const document = parseJson(' {"a" : {"b":[1]} ,\n"c": 2, "d":1.10}');
    const { written, toggled } = redaction(document, 'a', 'c');
    expect(written()).toBe(' {"a" : "[redacted]" ,\n"c": "[redacted]", "d":1.10}');
    expect(toggled(1).toggled(4).written()).toBe(document.text);
    expect(written(startOf(document, 1), endOf(document, 1))).toBe('"[redacted]"');
    expect(written(startOf(document, 5), endOf(document, 5))).toBe('1.10');
  });
});
