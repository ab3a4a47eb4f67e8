'use client';
import { type ComponentPropsWithoutRef, forwardRef, Suspense, useMemo, useState } from 'react';
import { Explorer } from './Explorer.tsx';
import type { NotJsonMessages } from './NotJson.messages.ts';
import { note } from './note.tsx';
import { onDemand } from './onDemand.tsx';
import { useReading } from './useReading.ts';
import { type TreeMessages, wordsOf } from './messages.ts';

/** The texts of {@link JsonTree}. What stands in braces is filled in. */
export interface JsonTreeMessages extends TreeMessages, NotJsonMessages {}

const NotJson = /* @__PURE__ */ onDemand(() => import('./NotJson.tsx'));
const Redacted = /* @__PURE__ */ onDemand(() => import('./Redacted.tsx'));

interface JsonTreeOptions {
  /**
   * How many levels are open at first, until somebody is in the tree. 0 closes all, `Infinity` opens all.
   * @default 1
   */
  expandDepth?: number | undefined;
  /** What is searched for, where the host decides it. */
  search?: string | undefined;
  /** Told what a person searches for. */
  onSearchChange?: ((change: { search: string }) => void) | undefined;
  /**
   * Paths of values that stay hidden until they are shown, one by one: out of sight, of the search, of copies and of
   * downloads. `licenseKey` hides every value under such a key, however deep it stands; `users[].email` those in a
   * list under `users`. A path that cannot be read throws. A key that has a dot, a bracket or a quote in it has no path:
   * name what it stands in.
   */
  redact?: readonly string[] | undefined;
  /**
   * Name of the file that is downloaded.
   * @default 'data.json'
   */
  fileName?: string | undefined;
  /** Own texts in place of the English ones. */
  messages?: Partial<JsonTreeMessages> | undefined;
  /**
   * Language of numbers and plurals.
   * @default 'en'
   */
  locale?: string | undefined;
}

/**
 * - `text`: a JSON text; every character of it is kept.
 * - `value`: what is to be written as JSON first, where there is no text. Where it cannot be, the reason is shown.
 */
type JsonTreeSource = { text: string; value?: undefined } | { value: unknown; text?: undefined };

export type JsonTreeProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'> &
  JsonTreeOptions &
  JsonTreeSource;

/**
 * A JSON text as a tree: exact to the last digit, searched, copied and downloaded, by mouse and by keyboard, at any
 * size. A text that is not JSON is shown as it is, with the place where it goes wrong.
 *
 * Renders a `<div>`. `aria-label` and `aria-labelledby` name the tree in it; without them `fileName` does.
 *
 * @example
 * <JsonTree text={await response.text()} redact={['licenseKey', 'users[].email']} fileName="license.json" />
 */
export const JsonTree = /* @__PURE__ */ forwardRef<HTMLDivElement, JsonTreeProps>(function JsonTree(
  {
    text,
    value,
    expandDepth = 1,
    search,
    onSearchChange,
    redact = [],
    fileName = 'data.json',
    messages,
    locale = 'en',
    'aria-label': label,
    'aria-labelledby': labelledBy,
    ...rest
  },
  ref,
) {
  const words = useMemo(() => wordsOf(locale, messages), [locale, messages]);
  const [ownSearch, setOwnSearch] = useState('');
  const document = useReading(useMemo(() => text ?? write(value), [text, value]));
  const View = document?.stop ? NotJson : redact.length > 0 ? Redacted : Explorer;
  const reading = note(words.reading);

  return (
    <div
      {...rest}
      ref={ref}
      data-lk-part="json"
      data-state={document?.stop ? 'error' : document ? 'ready' : 'loading'}
    >
      <Suspense fallback={reading}>
        {document ? (
          <View
            expandDepth={expandDepth}
            document={document}
            redact={redact}
            search={search ?? ownSearch}
            onSearch={(query) => {
              setOwnSearch(query);
              onSearchChange?.({ search: query });
            }}
            aria-label={label ?? fileName}
            fileName={fileName}
            Explorer={Explorer}
            aria-labelledby={labelledBy}
            words={words}
          />
        ) : (
          reading
        )}
      </Suspense>
    </div>
  );
});

/** The value as JSON, or why it cannot be written so. */
function write(value: unknown): string {
  try {
    return String(JSON.stringify(value, null, 2));
  } catch (error) {
    return String(error);
  }
}
