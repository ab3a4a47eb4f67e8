import { describe, expect, it } from 'vitest';
import { type JsonDocument, parseJson } from '../../src/json/index.ts';
import { type Hidden, isHidden, redactedText } from '../../src/json/hidden.ts';
import { parseRedactPath, redactionSteps } from '../../src/json/redaction.ts';
import { inOneGo } from '../../src/json/slices.ts';

const nothing: Hidden = new Set();
const redaction = (document: JsonDocument, ...patterns: string[]) =>
  inOneGo(redactionSteps(document, patterns.map(parseRedactPath)));

function hidden(text: string, ...patterns: string[]): string[] {
  const document = parseJson(text);
  return [...redaction(document, ...patterns)].map((node) => document.path(node).join('.'));
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
    expect(hidden(text, 'licenseKey')).toEqual(['licenseKey']);
    expect(hidden(text, 'users[].email')).toEqual(['users.0.email', 'users.1.email', 'nested.users.0.email']);
    expect(hidden(text, 'nested.users[].email')).toEqual(['nested.users.0.email']);
    expect(hidden(text, 'email')).toHaveLength(4);
    expect(hidden(text, 'tokens[]')).toEqual(['tokens']);
    expect(hidden(text, 'absent', 'owner.name')).toEqual([]);
    expect(hidden('[{"licenseKey":1}]', '[].licenseKey')).toEqual(['0.licenseKey']);
  });

  it('hides a value once, with all in it', () => {
    expect(hidden(text, 'email', 'users', 'users[].email')).toEqual(['users', 'owner.email', 'nested.users']);
  });

  it('is not deceived by escapes, spaces or keys that stand twice', () => {
    expect(hidden(String.raw`{"license\u004bey" : 1, "licenseKey"${'\n'}:2}`, 'licenseKey')).toHaveLength(2);
    expect(hidden(String.raw`{"a\"licenseKey": 1}`, 'licenseKey')).toEqual([]);
    expect(hidden('{"LicenseKey":1,"licenseKeys":2}', 'licenseKey')).toEqual([]);
    expect(hidden('{"a key":1,"b":[[{"c-d":2}]]}', 'a key', 'b[][].c-d')).toEqual(['a key', 'b.0.0.c-d']);
  });

  it.each(['', '[]', 'a[0]', 'a..b', 'a.', '.a', 'a.*', 'a[*]', '*', 'a[', '[x]', '["a"]', 'a[]b'])(
    'refuses a path that it cannot read: %j',
    (pattern) => expect(() => parseRedactPath(pattern)).toThrow(/`redact`/),
  );

  it('knows what is in a hidden value', () => {
    const document = parseJson('{"a":{"b":[1]},"c":2}');
    const nodes = redaction(document, 'a');
    expect([0, 1, 2, 3, 4].filter((node) => isHidden(document, nodes, node))).toEqual([1, 2, 3]);
  });

  it('copies the text as it stands, but for hidden values', () => {
    const document = parseJson(' {"a" : {"b":[1]} ,\n"c": 2, "d":1.10}');
    const nodes = redaction(document, 'a', 'c');
    const { length } = document.text;
    expect(redactedText(document, nodes, 0, length)).toBe(
      ' {"a" : "[redacted]" ,\n"c": "[redacted]", "d":1.10}',
    );
    expect(redactedText(document, nothing, 0, length)).toBe(document.text);
    expect(redactedText(document, nodes, document.start(1), document.end(1))).toBe('"[redacted]"');
    expect(redactedText(document, nodes, document.start(5), document.end(5))).toBe('1.10');
  });
});
