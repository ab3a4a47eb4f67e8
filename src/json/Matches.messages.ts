import type { JsonPluralMessage } from './messages.ts';

/** The texts of a search. What stands in braces is filled in. */
export interface SearchMessages {
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
}

export const searchMessages: SearchMessages = {
  searchIn: 'Search in',
  all: 'Keys and values',
  keys: 'Keys',
  values: 'Values',
  match: '{index} of {count}',
  matches: { one: '{count} match', other: '{count} matches' },
  noMatch: 'No matches',
  previous: 'Previous match',
  next: 'Next match',
};
