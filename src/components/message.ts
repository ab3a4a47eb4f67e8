import { createElement, Fragment, type ReactNode } from 'react';
import { pluralRules } from './intl.ts';

/**
 * A text of the kit in the forms a language needs, chosen by `Intl.PluralRules`; `other` serves wherever a form is
 * missing. A plain string serves every count.
 */
export type PluralMessage =
  | string
  | ({ readonly other: string } & { readonly [form in Intl.LDMLPluralRule]?: string });

/** Own texts in place of a component's English: any part of them. A plural is replaced whole. */
export type PartialMessages<Messages> = {
  readonly [Key in keyof Messages]?:
    | (Messages[Key] extends PluralMessage ? Messages[Key] : PartialMessages<Messages[Key]>)
    | undefined;
};

/** The form of a message that goes with a count. */
export function plural(message: PluralMessage, count: number, locale: string): string {
  return typeof message === 'string'
    ? message
    : (message[pluralRules(locale).select(count)] ?? message.other);
}

const placeholder = /\{(\w+)\}/;

/** The pieces of a message, its placeholders filled; one that is not known stays as it stands. */
function fill<Value>(message: string, values: Readonly<Record<string, Value>>): (Value | string)[] {
  return message
    .split(placeholder)
    .map((piece, index) => (index % 2 ? (values[piece] ?? `{${piece}}`) : piece));
}

/** Fills `{name}` placeholders; one that is not known stays as it stands. */
export function format(message: string, values: Readonly<Record<string, string>>): string {
  return fill(message, values).join('');
}

/** Fills placeholders with nodes, wherever the language puts them in the sentence. */
export function formatNodes(message: string, values: Readonly<Record<string, ReactNode>>): ReactNode {
  return createElement(Fragment, null, ...fill(message, values));
}

/** The defaults, and in their place the overrides that are given, however deep they stand. */
export function mergeMessages<Messages extends object>(
  defaults: Messages,
  overrides: object | undefined,
): Messages {
  if (!overrides) return defaults;
  const merged = { ...defaults };
  for (const [key, text] of Object.entries(defaults)) {
    const own: unknown = Reflect.get(overrides, key);
    if (isText(own)) Reflect.set(merged, key, own);
    else if (isObject(own) && isObject(text)) Reflect.set(merged, key, mergeMessages(text, own));
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (isObject(value) && typeof Reflect.get(value, 'other') === 'string');
}
