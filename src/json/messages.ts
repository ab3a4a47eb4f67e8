/** A text in the forms a language needs, chosen by `Intl.PluralRules`; a plain string serves every count. */
export type JsonPluralMessage =
  | string
  | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });

/** The texts of a tree. What stands in braces is filled in. */
export interface TreeMessages {
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
  /** The code of what shows a long value, or of what is hidden or no JSON, did not come. */
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
  search: 'Search',
  reading: 'Reading…',
  all: 'Keys and values',
  searchIn: 'Search in',
  keys: 'Keys',
  values: 'Values',
  matches: { one: '{count} match', other: '{count} matches' },
  match: '{index} of {count}',
  object: { one: '{count} key', other: '{count} keys' },
  array: { one: '{count} item', other: '{count} items' },
  previous: 'Previous match',
  next: 'Next match',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  copy: 'Copy',
  download: 'Download',
  copyJson: 'Copy JSON',
  copyValue: 'Copy value',
  copied: 'Copied',
  unavailable: 'Not loaded. Reload the page.',
  copyJavaScript: 'Copy JavaScript',
  copyJsonPath: 'Copy JSONPath',
  copyFailed: 'Not copied. Select and copy by hand.',
  showAll: 'Show all',
  show: 'Show',
  hidden: 'Hidden',
  hide: 'Hide',
  showLess: 'Show less',
};

/** The texts of a tree, and how a language counts. */
export interface Words extends TreeMessages {
  readonly count: (message: JsonPluralMessage, count: number) => string;
}

export function wordsOf(locale: string, messages: Partial<TreeMessages> | undefined): Words {
  const plurals = new Intl.PluralRules(locale);
  return {
    ...treeMessages,
    ...messages,
    count: (message, count) =>
      (typeof message === 'string' ? message : (message[plurals.select(count)] ?? message.other)).replace(
        '{count}',
        count.toLocaleString(locale),
      ),
  };
}
