/** A text in the forms a language needs, chosen by `Intl.PluralRules`; a plain string serves every count. */
export type JsonPluralMessage =
  | string
  | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });

/** The texts of a tree. What stands in braces is filled in. */
export interface TreeMessages {
  /** Names the tree where no `aria-label` does. */
  readonly label: string;
  /** A large text is being read. */
  readonly reading: string;
  readonly search: string;
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
  /** The code of a search, or of what shows a long value, did not come. */
  readonly unavailable: string;
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
}

export const treeMessages: TreeMessages = {
  label: 'JSON',
  reading: 'Reading…',
  search: 'Search',
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
  unavailable: 'This couldn’t be loaded. Check the connection and try again.',
  object: { one: '{count} key', other: '{count} keys' },
  array: { one: '{count} item', other: '{count} items' },
  showAll: 'Show all',
  showLess: 'Show less',
  hidden: 'Hidden',
  show: 'Show',
  hide: 'Hide',
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
