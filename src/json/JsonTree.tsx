'use client';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  lazy,
  type ReactNode,
  Suspense,
  useMemo,
  useState,
} from 'react';
import { Explorer } from './Explorer.tsx';
import type { Hidden } from './hidden.ts';
import { countFormat, type TreeMessages, treeMessages } from './messages.ts';
import type { NotJsonMessages } from './NotJson.messages.ts';
import type { SearchMessages } from './Matches.messages.ts';
import { useReading } from './useReading.ts';

/** The texts of {@link JsonTree}. What stands in braces is filled in. */
export interface JsonTreeMessages extends TreeMessages, SearchMessages, NotJsonMessages {}

const NotJson = /* @__PURE__ */ lazy(() => import('./NotJson.tsx'));
const Redacted = /* @__PURE__ */ lazy(() => import('./Redacted.tsx'));

interface JsonTreeOptions {
  /**
   * How many levels are open at first. 0 closes all, `Infinity` opens all.
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
   * list under `users`. A path that cannot be read throws.
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
 * - `value`: what is to be written as JSON first, where there is no text.
 */
type JsonTreeSource = { text: string; value?: undefined } | { value: unknown; text?: undefined };

export type JsonTreeProps = Omit<ComponentPropsWithoutRef<'div'>, 'children'> &
  JsonTreeOptions &
  JsonTreeSource;

const nothing: Hidden = new Set();

/**
 * A JSON text as a tree: exact to the last digit, searched, copied and downloaded, by mouse and by keyboard, at any
 * size. A text that is not JSON is shown as it is, with the place where it goes wrong.
 *
 * Renders a `<div>`. `aria-label` and `aria-labelledby` name the tree in it.
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
    messages: ownMessages,
    locale = 'en',
    'aria-label': label,
    'aria-labelledby': labelledBy,
    ...rest
  },
  ref,
) {
  const messages = useMemo(() => ({ ...treeMessages, ...ownMessages }), [ownMessages]);
  const count = useMemo(() => countFormat(locale), [locale]);
  const [ownSearch, setOwnSearch] = useState('');
  const written = useMemo(() => (text === undefined ? write(value) : { text }), [text, value]);
  const document = useReading(written.text);
  const error = written.reason ?? document?.error;
  const shared = { fileName, label: label ?? messages.label, messages, count };

  const explorer = (hidden: Hidden) =>
    document && (
      <Explorer
        {...shared}
        document={document}
        redaction={hidden}
        expandDepth={expandDepth}
        query={search ?? ownSearch}
        onQueryChange={(query) => {
          setOwnSearch(query);
          onSearchChange?.({ search: query });
        }}
        labelledBy={labelledBy}
      />
    );
  const reading = (
    <p role="status" data-lk-part="json-note">
      {messages.reading}
    </p>
  );
  const isRedacted = redact.length > 0;
  let content: ReactNode = reading;
  if (error) content = <NotJson {...shared} text={written.text} error={error} isSecret={isRedacted} />;
  else if (document) {
    content = isRedacted ? (
      <Redacted document={document} paths={redact.join('\n')} fallback={reading}>
        {explorer}
      </Redacted>
    ) : (
      explorer(nothing)
    );
  }

  return (
    <div
      {...rest}
      ref={ref}
      data-lk-part="json"
      data-state={error ? 'error' : document ? 'ready' : 'loading'}
    >
      <Suspense fallback={reading}>{content}</Suspense>
    </div>
  );
});

/** The value as JSON, or why it cannot be written so. */
function write(value: unknown): { text: string; reason?: string } {
  try {
    const text: string | undefined = JSON.stringify(value, null, 2);
    return text === undefined ? { text: '', reason: typeof value } : { text };
  } catch (error) {
    return { text: '', reason: error instanceof Error ? error.message : String(error) };
  }
}
