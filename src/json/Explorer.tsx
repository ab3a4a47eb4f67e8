'use client';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { button } from './buttons.tsx';
import { copy } from './copy.ts';
import { contentOf, countOf, endOf, parentOf, startOf, stepOf } from './document.ts';
import { onDemand } from './onDemand.tsx';
import { countBelow } from './order.ts';
import { pathTo } from './path.ts';
import type { Redaction } from './redaction.ts';
import { cut, Row } from './Row.tsx';
import { type Opened, visibleNodes } from './rows.ts';
import type { SearchScope } from './search.ts';
import { selectionAround } from './selection.ts';
import { useSearch } from './useSearch.ts';
import { useWindow } from './useWindow.ts';
import type { ExplorerProps } from './views.ts';
import { visibleText } from './visibleText.tsx';

/** Characters of a path that are shown; a copy has all. */
const pathLength = 240;

/** Milliseconds after which typing starts anew. */
const typingPause = 700;

/** Rows that typing looks through. */
const typingReach = 20_000;

const scopes: readonly SearchScope[] = ['all', 'keys', 'values'];

const quiet = { 'data-lk-part': 'more' };

const TextLines = /* @__PURE__ */ onDemand(() => import('./TextLines.tsx'));

interface State {
  /** What it is a state of: with another it begins anew. */
  readonly of: object;
  /** The node that has or gets the focus. */
  readonly current: number;
  /** The last move to the current node; another object each time. */
  readonly move?: object;
  /** How many levels are open, where not what the host wants. */
  readonly depth?: number;
  readonly opened?: Opened | undefined;
  readonly redaction?: Redaction | undefined;
  /** The node that is shown whole while it is the current one. */
  readonly whole?: number;
}

/** The element around a place. Not by `instanceof`, which knows only the elements of its own page. */
const closest = (place: EventTarget & Partial<Pick<Element, 'closest'>>, selector: string) =>
  place.closest?.(selector);

const markedAround = (element: Element) => String(selectionAround(element) ?? '');

/** A document as a tree, with its search and its copies. */
export function Explorer({
  document,
  redaction: given,
  expandDepth,
  search: query,
  onSearch,
  fileName,
  'aria-label': label,
  'aria-labelledby': labelledBy,
  words,
}: ExplorerProps): ReactNode {
  const id = useId();
  const typed = useRef({ text: '', until: 0 });
  const isFocused = useRef(false);
  const [status, say] = useState('');
  const [scope, setScope] = useState<SearchScope>('all');

  const of = given ?? document;
  const [latest, setLatest] = useState<State>();
  const state: State = latest?.of === of ? latest : { of, current: 0 };
  const { depth = expandDepth, opened, redaction = given, move } = state;
  // What was open then stays so, whatever the host says later: the focus may be in it.
  const change = (next: Partial<State>) => setLatest({ depth, ...state, ...next });

  const rows = useMemo(
    () => visibleNodes(document, depth, opened, redaction),
    [document, depth, opened, redaction],
  );
  const currentRow = countBelow(rows, state.current + 1) - 1;
  const current = rows[currentRow] ?? 0;
  const { viewport, style, first, last, scrollTo, page } = useWindow(rows.length);

  useEffect(() => {
    scrollTo(currentRow);
    // With another document the row that had the focus is gone. Who is in a tree as it first stands was quicker than
    // this effect.
    if (latest && isFocused.current) {
      viewport.ref.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    }
    // Neither where a row above opens, nor where a pointer goes down on one at the edge: it would not come up there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [move, of]);

  const isHidden = (node: number) => redaction?.isHidden(node);
  /** Whether what is in a node shows; undefined where nothing is in it that could. */
  const isOpen = (node: number) =>
    countOf(document, node) && !isHidden(node) ? rows[countBelow(rows, node) + 1] === node + 1 : undefined;

  const goTo = (node: number) => change({ current: node, move: {} });

  /** Scrolls to a node, opening what is around it. */
  const reveal = (node: number) => {
    const next = new Map(opened);
    for (let at = parentOf(document, node); at >= 0; at = parentOf(document, at)) next.set(at, true);
    change({ current: node, move: {}, opened: next });
  };

  const { pattern, nodes } = useSearch(document, query, scope, redaction, reveal);
  const matches = nodes ?? [];
  const match = countBelow(matches, current);
  const isMatch = matches[match] === current;
  const step = (isBack: boolean) => {
    const node = matches.at(isBack ? match - 1 : countBelow(matches, current + 1) % matches.length);
    if (node !== undefined) reveal(node);
  };

  const showWhole = (node: number) => change({ current: node, whole: state.whole === node ? -1 : node });

  /** What the end of a row offers: to show or hide its value, or the whole of it. */
  const showMore = (node: number) => {
    if (isHidden(node) !== undefined) change({ redaction: redaction?.toggled(node) });
    else showWhole(node);
  };

  const toggle = (node: number) => change({ opened: new Map(opened).set(node, !isOpen(node)) });

  /** Opens all that is directly in a node. */
  const openIn = (node: number) => {
    const next = new Map(opened);
    for (const each of next.keys()) if (each >= 0 && parentOf(document, each) === node) next.delete(each);
    change({ opened: next.set(~node, true) });
  };

  /** Goes to the next row whose key starts with what is being typed. */
  const typeAhead = (character: string, isMore: boolean) => {
    const text = (isMore ? typed.current.text : '') + character.toLowerCase();
    typed.current = { text, until: performance.now() + typingPause };
    const from = isMore ? currentRow : currentRow + 1;
    const node = [...rows.slice(from, from + typingReach), ...rows.slice(0, typingReach)].find(
      (each) => each > 0 && `${stepOf(document, each)}`.toLowerCase().startsWith(text),
    );
    if (node !== undefined) goTo(node);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // It may have come before React listened.
    isFocused.current = true;
    const isTyping = performance.now() < typed.current.until;
    const above = parentOf(document, current);
    const open = isOpen(current);
    const end = rows.at(-1);
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    /** The node that a key goes to; null where it opens or closes the current one. */
    const targets: Readonly<Record<string, number | null | undefined>> = {
      ArrowDown: rows[currentRow + 1] ?? end,
      ArrowUp: rows[currentRow - 1] ?? 0,
      [isRightToLeft ? 'ArrowLeft' : 'ArrowRight']: open ? current + 1 : open === false ? null : current,
      [isRightToLeft ? 'ArrowRight' : 'ArrowLeft']: open ? null : Math.max(0, above),
      PageDown: rows[currentRow + page] ?? end,
      PageUp: rows[currentRow - page] ?? 0,
      Home: 0,
      End: end,
      Enter: null,
      ' ': isTyping ? undefined : null,
    };
    const node = targets[key];
    if (node === null) (open === undefined ? showMore : toggle)(current);
    else if (node !== undefined) goTo(node);
    else if (key === '*') openIn(above);
    else if (key.length === 1) typeAhead(key, isTyping);
    else return;
    event.preventDefault();
  };

  /** The node of the row that something is in; NaN, which is neither open nor hidden nor long, where it is in none. */
  const nodeOf = (place: EventTarget) => Number(closest(place, '[role="treeitem"]')?.id.slice(id.length));

  const onClick = ({ target, currentTarget }: MouseEvent<HTMLDivElement>) => {
    const node = nodeOf(target);
    // Who marks text with the mouse does not mean to open anything. On an arrow there is no text to mark.
    if (closest(target, '[data-lk-part="json-more"]')) {
      showMore(node);
    } else if (
      isOpen(node) !== undefined &&
      (closest(target, '[data-lk-part="json-arrow"]') || !markedAround(currentTarget))
    ) {
      toggle(node);
    }
  };

  const written = (from?: number, to?: number) =>
    redaction ? redaction.written(from, to) : document.text.slice(from, to);
  const source = (node: number) => written(startOf(document, node), endOf(document, node));
  const ownSource = isOpen(current) === undefined ? source(current) : '';
  /** The current row cannot show its value as it is: it is long, or a string with escapes. */
  const isCut = ownSource.length > cut || ownSource.includes('\\');
  const isWhole = isCut && state.whole === current;
  const value = (node: number) => contentOf(source(node));
  const path = pathTo(document, current, '$', pathLength);

  /** Copies what is marked, but never half of a value that the row cuts; where nothing is, the current value. */
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const marked = markedAround(event.currentTarget);
    const node = marked ? nodeOf(event.target) : current;
    const shown = closest(event.target, '[data-lk-part="json-value"]')?.textContent ?? '';
    // A line ends where another row begins.
    if (marked && (marked.includes('\n') || !/^…|…$/.test(shown))) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', value(node));
  };

  const save = () => {
    const text = written();
    import('./download.ts').then(
      ({ download }) => download(text, fileName, text === document.text ? '.json' : '.redacted.json'),
      () => say(words.unavailable),
    );
  };

  const copyAction = (name: string, text: () => string) =>
    button(name, () => copy(text(), say, words), quiet);
  const openAction = (name: string, levels: number) =>
    button(name, () => change({ depth: levels, opened: undefined }), quiet);
  const stepAction = (name: string, arrow: string, isBack: boolean) =>
    button(arrow, () => step(isBack), { 'aria-disabled': !matches.length, 'aria-label': name });

  const drawn = rows.slice(first, last);
  const isAway = currentRow < first || currentRow >= last;
  if (isAway) drawn.splice(countBelow(drawn, current), 0, current);

  return (
    <>
      <div data-lk-part="json-bar">
        <input
          data-lk-part="json-search"
          type="search"
          placeholder={words.search}
          aria-label={words.search}
          onChange={(event) => onSearch(event.target.value)}
          value={query}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter') step(shiftKey);
          }}
        />
        <span role="status" data-lk-part="json-status">
          {nodes &&
            words
              .count(isMatch ? words.match : words.matches, matches.length)
              .replace('{index}', words.count('{count}', match + 1))}
          {isMatch && <span data-lk-part="status">, {visibleText(path)}</span>}
        </span>
        {query && stepAction(words.previous, '↑', true)}
        {query && stepAction(words.next, '↓', false)}
        {button(words.copy, () => copy(written(), say, words))}
        {button(words.download, save)}
        <div data-lk-part="json-actions">
          {openAction(words.expandAll, Infinity)}
          {openAction(words.collapseAll, 0)}
          {query && (
            <select
              data-lk-part="json-select"
              value={words[scope]}
              aria-label={words.searchIn}
              onChange={({ target }) => setScope(scopes[target.selectedIndex] ?? 'all')}
            >
              {scopes.map((each) => (
                <option key={each}>{words[each]}</option>
              ))}
            </select>
          )}
        </div>
      </div>
      <div data-lk-part="json-viewport" {...viewport}>
        <div
          role="tree"
          aria-label={label}
          aria-labelledby={labelledBy}
          data-lk-part="json-rows"
          tabIndex={-1}
          style={style}
          onClick={onClick}
          onCopy={onCopy}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            isFocused.current = true;
            const node = nodeOf(target);
            if (node >= 0) change({ current: node });
          }}
          onBlur={() => {
            isFocused.current = false;
          }}
        >
          {drawn.map((node) => (
            <Row
              key={node}
              id={id + node}
              document={document}
              node={node}
              isOpen={isOpen(node)}
              pathId={node === current ? `${id}path` : undefined}
              isAway={isAway}
              isHidden={isHidden(node)}
              scope={scope}
              pattern={pattern}
              words={words}
            />
          ))}
        </div>
      </div>
      {isWhole && (
        <Suspense>
          <TextLines text={value(current)} label={path} words={words} />
        </Suspense>
      )}
      <div data-lk-part="json-foot">
        <span data-lk-part="json-path" id={`${id}path`} dir="ltr">
          {visibleText(path)}
        </span>
        <div data-lk-part="json-actions">
          {isCut &&
            button(isWhole ? words.showLess : words.showAll, () => showWhole(current), {
              ...quiet,
              'aria-expanded': isWhole,
            })}
          {isHidden(current) !== undefined &&
            button(isHidden(current) ? words.show : words.hide, () => showMore(current), quiet)}
          {copyAction(words.copyValue, () => value(current))}
          {copyAction(words.copyJson, () => source(current))}
          {copyAction(words.copyJsonPath, () => pathTo(document, current, '$'))}
          {copyAction(words.copyJavaScript, () => pathTo(document, current, 'data'))}
        </div>
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
    </>
  );
}
