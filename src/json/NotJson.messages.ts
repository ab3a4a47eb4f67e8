import type { JsonExpectation } from './parser.ts';

/** The texts of what is not JSON. What stands in braces is filled in. */
export interface NotJsonMessages {
  /** `{line}`, `{column}`, what was `{expected}` there and what was `{found}`. */
  readonly notJson: string;
  readonly expected: Readonly<Record<JsonExpectation, string>>;
  /** Found in place of a character. */
  readonly endOfText: string;
  /** In place of a text that is not JSON, where paths are to be hidden. */
  readonly unreadable: string;
  readonly showText: string;
}

export const notJsonMessages: NotJsonMessages = {
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
  unreadable: 'It is not shown, because what should be hidden in it cannot be found.',
  showText: 'Show text',
};
