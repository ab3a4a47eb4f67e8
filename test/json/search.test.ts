import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentOf,
  countOf,
  type JsonDocument,
  keyRangeOf,
  parentOf,
  parseJson,
  sourceOf,
  stepOf,
} from '../../src/json/index.ts';
import { parseRedactPath, redactionSteps } from '../../src/json/redaction.ts';
import { patternOf } from '../../src/json/scan.ts';
import { type SearchScope, searchSteps } from '../../src/json/search.ts';
import { run } from '../../src/json/slices.ts';

function search(document: JsonDocument, query: string, scope: SearchScope = 'all', redact: string[] = []) {
  const redaction = redact.length
    ? run(redactionSteps(document, redact.map(parseRedactPath))).value
    : undefined;
  return run(searchSteps({ document, pattern: patternOf([query]), scope }, redaction)).value ?? [];
}

/** The paths of what is found in a text. */
function paths(text: string, ...rest: [query: string, scope?: SearchScope, redact?: string[]]) {
  const document = parseJson(text);
  const path = (node: number): (string | number)[] =>
    node > 0 ? [...path(parentOf(document, node)), stepOf(document, node)] : [];
  return search(document, ...rest).map((node) => path(node).join('.'));
}

describe('a search', () => {
  const text = '{"units":5,"name":"Total units","list":["UNITS",15,true,null],"unit":{"s":"s"}}';

  it('finds keys and values, upper and lower case alike, each row once', () => {
    expect(paths(text, 'units')).toEqual(['units', 'name', 'list.0']);
    expect(paths(text, 'n')).toEqual(['units', 'name', 'list.0', 'list.3', 'unit']);
    expect(paths(text, '5')).toEqual(['units', 'list.1']);
    expect(paths(text, 'TRUE')).toEqual(['list.2']);
    expect(paths(text, 's')).toEqual(['units', 'name', 'list', 'list.0', 'unit.s']);
  });

  it('looks where it is told to', () => {
    expect(paths(text, 'units', 'keys')).toEqual(['units']);
    expect(paths(text, 'units', 'values')).toEqual(['name', 'list.0']);
  });

  it.each(['"', ':', ',', '{', '[', '":', 'units"', '5,"name'])('does not find the notation: %s', (query) => {
    expect(paths(text, query)).toEqual([]);
  });

  it('finds text whichever way it is escaped', () => {
    const escaped = String.raw`["caf\u00e9","CAFÉ","a\/b","a/b","say \"hi\"","C:\\new","line\nbreak","\ud83d\ude00","😀"]`;
    expect(paths(escaped, 'café')).toEqual(['0', '1']);
    expect(paths(escaped, 'CAFÉ')).toEqual(['0', '1']);
    expect(paths(escaped, 'a/b')).toEqual(['2', '3']);
    expect(paths(escaped, '"hi"')).toEqual(['4']);
    expect(paths(escaped, 'c:\\new')).toEqual(['5']);
    expect(paths(escaped, '\n')).toEqual(['6']);
    expect(paths(escaped, '😀')).toEqual(['7', '8']);
  });

  it('finds nothing inside an escape', () => {
    expect(paths(String.raw`["\n\u00e9\\u00e9\\n"]`, 'u00e9')).toEqual(['0']);
    expect(paths(String.raw`["\n","\u00e9"]`, 'n')).toEqual([]);
    expect(paths(String.raw`["\u00e9"]`, '0e9')).toEqual([]);
    expect(paths(String.raw`["\\u00e9"]`, 'é')).toEqual([]);
    expect(paths(String.raw`["\\\u00e9"]`, 'é')).toEqual(['0']);
  });

  it('takes the query as text, not as a pattern', () => {
    expect(paths('["a.c","abc","(a|b)*$"]', 'a.c')).toEqual(['0']);
    expect(paths('["a.c","abc","(a|b)*$"]', '(a|b)*$')).toEqual(['2']);
  });

  it('leaves hidden values out, but not their keys', () => {
    const body = '{"licenseKey":"AAA","users":[{"email":"aaa@b","name":"aaa"}],"secret":{"aaa":"aaa"}}';
    expect(paths(body, 'aaa', 'all', ['licenseKey', 'users[].email', 'secret'])).toEqual(['users.0.name']);
    expect(paths(body, 'licensekey', 'all', ['licenseKey'])).toEqual(['licenseKey']);
  });

  it('finds a match that spans two stretches', () => {
    for (const before of [16_370, 16_380, 16_383, 16_384, 32_760]) {
      expect(paths(`["${'x'.repeat(before)}needle"]`, 'needle')).toEqual(['0']);
    }
  });

  it('finds what a walk over the parsed values finds', () => {
    // Quotes and backslashes stand in a text only as escapes, which the plain pattern below does not know. What is empty
    // is its brackets.
    const query = fc
      .oneof(fc.string({ minLength: 1, maxLength: 2 }), fc.constantFrom('a', 'é', '/'))
      .filter((wanted) => /^[ !#-[\]-~é]+$/.test(wanted));
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), query, fc.boolean(), (json, wanted, isEscaped) => {
        const source = isEscaped
          ? json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          : json;
        const document = parseJson(source);
        const holds = (text: string) => new RegExp(wanted.replace(/\W/g, '\\$&'), 'i').test(text);
        const expected = Array.from({ length: document.size }, (_, node) => node).filter((node) => {
          const isHere = !countOf(document, node) && holds(contentOf(sourceOf(document, node)));
          return (
            isHere || (keyRangeOf(document, node) !== undefined && holds(String(stepOf(document, node))))
          );
        });
        expect(search(document, wanted)).toEqual(expected);
      }),
    );
  });

  it('finds text in a stretch of source, and comes upon other escapes', () => {
    const source = String.raw`"a\u0061 A n\n"`;
    const found = (query: string) =>
      [...source.matchAll(patternOf([query]))].map(({ index, 0: { length }, 1: escape }) => [
        index,
        index + length,
        Boolean(escape),
      ]);
    expect(found('a')).toEqual([
      [1, 2, false],
      [2, 8, false],
      [9, 10, false],
      [12, 14, true],
    ]);
    expect(found('n')).toEqual([
      [2, 8, true],
      [11, 12, false],
      [12, 14, true],
    ]);
  });
});
