import type { JsonExpectation } from './document.ts';

/** A text in the forms a language needs, chosen by `Intl.PluralRules`; a plain string serves every count. */
export type JsonPluralMessage =
  | string
  | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });

/** The texts of {@link JsonTree}. What stands in braces is filled in. */
export interface JsonTreeMessages {
  /** Names the tree where no `aria-label` does. */
  readonly label: string;
  /** A large text is being read. */
  readonly reading: string;
  readonly search: string;
  /** Names the choice of where to search. */
  readonly searchIn: string;
  readonly all: string;
  readonly keys: string;
  readonly values: string;
  /** `{index}` of the match that is the current row, `{count}` in all. */
  readonly match: string;
  /** `{count}` matches, none of which is the current row. */
  readonly matches: JsonPluralMessage;
  readonly noMatch: string;
  readonly previous: string;
  readonly next: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  readonly copy: string;
  readonly download: string;
  readonly copyValue: string;
  readonly copyJson: string;
  readonly copyJsonPath: string;
  readonly copyJavaScript: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** An object with `{count}` keys. */
  readonly object: JsonPluralMessage;
  /** An array with `{count}` items. */
  readonly array: JsonPluralMessage;
  /** Opens the whole of a value that is cut. */
  readonly showAll: string;
  readonly showLess: string;
  /** Stands in place of a hidden value. */
  readonly hidden: string;
  readonly show: string;
  readonly hide: string;
  /** `{line}`, `{column}`, what was `{expected}` there and what was `{found}`. */
  readonly notJson: string;
  readonly expected: Readonly<Record<JsonExpectation, string>>;
  /** Found in place of a character. */
  readonly endOfText: string;
  /** `{reason}` is the browser's own, in English. */
  readonly noJson: string;
  /** In place of a text that is not JSON, where paths are to be hidden. */
  readonly unreadable: string;
  readonly showText: string;
}

export const jsonTreeMessages: JsonTreeMessages = {
  label: 'JSON',
  reading: 'Reading…',
  search: 'Search',
  searchIn: 'Search in',
  all: 'Keys and values',
  keys: 'Keys',
  values: 'Values',
  match: '{index} of {count}',
  matches: { one: '{count} match', other: '{count} matches' },
  noMatch: 'No matches',
  previous: 'Previous match',
  next: 'Next match',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  copy: 'Copy',
  download: 'Download',
  copyValue: 'Copy value',
  copyJson: 'Copy JSON',
  copyJsonPath: 'Copy JSONPath',
  copyJavaScript: 'Copy JavaScript',
  copied: 'Copied',
  copyFailed: 'Not copied: the browser did not allow it. Select and copy by hand.',
  object: { one: '{count} key', other: '{count} keys' },
  array: { one: '{count} item', other: '{count} items' },
  showAll: 'Show all',
  showLess: 'Show less',
  hidden: 'Hidden',
  show: 'Show',
  hide: 'Hide',
  notJson: 'This is not JSON. Line {line}, column {column}: {expected} was expected, not {found}.',
  expected: {
    value: 'a value',
    key: 'a key in double quotes',
    colon: 'a colon',
    'comma-or-brace': 'a comma or }',
    'comma-or-bracket': 'a comma or ]',
    digit: 'a digit',
    character: 'a character that needs no escape',
    escape: 'an escape such as \\n or \\u00e9',
    quote: 'a closing quote',
    end: 'the end',
  },
  endOfText: 'the end of the text',
  noJson: 'This value cannot be written as JSON: {reason}',
  unreadable: 'It is not shown, because what should be hidden in it cannot be found.',
  showText: 'Show text',
};

/** Fills `{name}` placeholders. */
export function format(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Counts as a language does. */
export type CountFormat = (message: JsonPluralMessage, count: number) => string;

export function countFormat(locale: string): CountFormat {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  return (message, count) =>
    format(typeof message === 'string' ? message : (message[plurals.select(count)] ?? message.other), {
      count: numbers.format(count),
    });
}
