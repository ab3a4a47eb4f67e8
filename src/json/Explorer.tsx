'use client';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import { copy } from './copy.ts';
import type { JsonDocument } from './document.ts';
import { download } from './download.ts';
import { type Hidden, redactedText } from './hidden.ts';
import type { CountFormat, TreeMessages } from './messages.ts';
import { formatPath } from './path.ts';
import { hasMore, Row } from './Row.tsx';
import { Rows } from './rows.ts';
import type { SearchScope } from './search.ts';
import { useOnDemand } from './useOnDemand.ts';
import { useIsomorphicLayoutEffect, useWindow } from './useWindow.ts';

/** Steps of a path that are shown; a copy has them all. */
const pathSteps = 12;

/** Characters of a path that are shown. */
const pathLength = 240;

/** Milliseconds after which typing starts anew. */
const typingPause = 700;

/** Rows that typing looks through. */
const typingReach = 20_000;

/** In a right-to-left tree the arrows change places. */
const mirrored: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

const loadSearch = () => import('./Matches.tsx');
/** Has the search come while somebody begins to type. What fails here is tried again, and said, when it is wanted. */
const preloadSearch = () => void loadSearch().catch(() => {});
const loadTextLines = () => import('./TextLines.tsx');

interface ExplorerProps {
  readonly document: JsonDocument;
  /** What is hidden until it is shown. */
  readonly redaction: Hidden;
  readonly expandDepth: number;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  readonly fileName: string;
  readonly label: string;
  readonly labelledBy: string | undefined;
  readonly messages: TreeMessages;
  readonly count: CountFormat;
}

interface State {
  readonly rows: Rows;
  /** The node that has or gets the focus. */
  readonly current: number;
  /** The last move to the current node, and whether the focus goes with it. */
  readonly move: { readonly takesFocus: boolean } | null;
  /** What of the redaction is not shown. */
  readonly hidden: Hidden;
  readonly scope: SearchScope;
  /** Whether the whole of the current value is open. */
  readonly isWhole: boolean;
}

/** Whether it is an element, of whichever page: `instanceof` knows only those of its own. */
const isElement = (place: EventTarget | null): place is Element => place !== null && 'closest' in place;

/** What is marked around an element. A shadow root has a selection of its own, where the browser tells of it. */
function selectionAround(element: Element): Selection | null {
  const root = element.getRootNode() as Node & Partial<Pick<Document, 'getSelection'>>;
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

/** A document as a tree, with its search and its copies. */
export function Explorer({
  document,
  redaction,
  expandDepth,
  query,
  onQueryChange,
  fileName,
  label,
  labelledBy,
  messages,
  count,
}: ExplorerProps): ReactNode {
  const id = useId();
  const typed = useRef({ text: '', until: 0 });
  const stepInSearch = useRef<(by: number) => void>(null);
  const [status, say] = useState('');

  const initial = useMemo<State>(
    () => ({
      rows: Rows.toDepth(document, expandDepth, redaction),
      current: 0,
      move: null,
      hidden: redaction,
      scope: 'all',
      isWhole: false,
    }),
    [document, expandDepth, redaction],
  );
  const [latest, setLatest] = useState({ initial, state: initial });
  const state = latest.initial === initial ? latest.state : initial;
  const change = (next: Partial<State>) => setLatest({ initial, state: { ...state, ...next } });

  const { rows, move, hidden, scope } = state;
  const currentRow = rows.rowOf(state.current);
  const current = rows.nodeAt(currentRow);
  const { viewport, first, last, scrollTo, pageSize } = useWindow(rows.count);

  useIsomorphicLayoutEffect(() => {
    if (!move) return;
    scrollTo(currentRow, !move.takesFocus);
    if (move.takesFocus) {
      viewport.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    }
    // Only a move scrolls: not the opening of a row above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [move]);

  /** Goes to a node, opening what is around it. */
  const goTo = (node: number, takesFocus = false) =>
    change({ rows: rows.revealing(node), current: node, move: { takesFocus } });

  /** What the end of a row offers: to show or hide its value, or the whole of it. */
  const showMore = (node: number) => {
    if (redaction.has(node)) {
      const next = new Set([...redaction].filter((each) => hidden.has(each) !== (each === node)));
      change({ current: node, hidden: next, rows: rows.withSealed(next) });
    } else if (hasMore(document, node)) {
      change({ current: node, isWhole: !state.isWhole || node !== current });
    }
  };

  const activate = (node: number) => {
    if (!rows.canOpen(node)) showMore(node);
    else change({ current: node, rows: rows.withOpen([node], !rows.isOpen(node)) });
  };

  const openSiblings = () => {
    const above = document.parent(current);
    const end = document.next(Math.max(0, above));
    const siblings: number[] = [];
    for (let node = above + 1; node < end; node = document.next(node)) siblings.push(node);
    change({ rows: rows.withOpen(siblings, true) });
  };

  /** Goes to the next row whose key starts with what is being typed. */
  const typeAhead = (character: string, isMore: boolean) => {
    const text = (isMore ? typed.current.text : '') + character.toLowerCase();
    typed.current = { text, until: performance.now() + typingPause };
    const from = isMore ? currentRow : currentRow + 1;
    for (let ahead = 0; ahead < Math.min(rows.count, typingReach); ahead += 1) {
      const node = rows.nodeAt((from + ahead) % rows.count);
      if (node > 0 && String(document.step(node)).toLowerCase().startsWith(text)) {
        goTo(node, true);
        return;
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = (isRightToLeft && mirrored[event.key]) || event.key;
    const isTyping = performance.now() < typed.current.until;
    const isOpen = rows.isOpen(current);
    /** The row that a key goes to; null where it opens or closes the current one. */
    const targets: Readonly<Record<string, number | null | undefined>> = {
      ArrowDown: currentRow + 1,
      ArrowUp: currentRow - 1,
      PageDown: currentRow + pageSize(),
      PageUp: currentRow - pageSize(),
      Home: 0,
      End: rows.count - 1,
      ArrowRight: isOpen ? currentRow + 1 : rows.canOpen(current) ? null : currentRow,
      ArrowLeft: isOpen ? null : rows.rowOf(document.parent(current)),
      Enter: null,
      ' ': isTyping ? undefined : null,
    };
    const row = targets[key];
    if (row === null) activate(current);
    else if (row !== undefined) goTo(rows.nodeAt(Math.max(0, Math.min(row, rows.count - 1))), true);
    else if (key === '*') openSiblings();
    else if (key.length === 1) typeAhead(key, isTyping);
    else return;
    event.preventDefault();
  };

  /** The node of the row that something is in; -1 where it is in none. */
  const nodeOf = (place: Node | null): number => {
    const element = isElement(place) ? place : place?.parentElement;
    const row = element?.closest('[role="treeitem"]');
    return row ? Number(row.id.slice(id.length)) : -1;
  };

  const onClick = ({ target }: MouseEvent<HTMLDivElement>) => {
    if (!isElement(target)) return;
    const node = nodeOf(target);
    // Who marks text with the mouse does not mean to open anything.
    if (node < 0 || selectionAround(target)?.isCollapsed === false) return;
    if (target.closest('[data-lk-part="json-more"]')) showMore(node);
    else if (rows.canOpen(node)) activate(node);
  };

  const canShowAll = hasMore(document, current) && !hidden.has(current);
  const isWhole = state.isWhole && canShowAll;
  const body = () => redactedText(document, hidden);
  const source = (node: number) => redactedText(document, hidden, document.start(node), document.end(node));
  const value = (node: number) =>
    document.isContainer(node) || hidden.has(node) ? source(node) : document.content(node);
  const steps = document.path(current, pathSteps);
  const path = formatPath(steps, 'jsonpath', steps.length === pathSteps ? '…' : '$');

  /** Copies what is selected, but never half of a value that the row cuts; without a selection the current value. */
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const selection = selectionAround(event.currentTarget);
    let node = current;
    if (selection && !selection.isCollapsed) {
      node = nodeOf(selection.anchorNode);
      if (node < 0 || node !== nodeOf(selection.focusNode)) return;
      if (hidden.has(node) || !hasMore(document, node)) return;
    }
    event.preventDefault();
    event.clipboardData.setData('text/plain', value(node));
  };

  const search = useOnDemand(query !== '', loadSearch, say, messages.unavailable);
  const textLines = useOnDemand(isWhole, loadTextLines, say, messages.unavailable);
  const find = useMemo(() => search?.findIn(document.text, query), [search, document, query]);

  const action = (name: string, onClick: () => void) => (
    <Button data-lk-part="more" onClick={onClick}>
      {name}
    </Button>
  );
  const copyAction = (name: string, text: () => string) => action(name, () => copy(text(), say, messages));
  const openAction = (name: string, depth: number) =>
    action(name, () => change({ rows: Rows.toDepth(document, depth, hidden) }));

  const rowNodes: number[] = [];
  for (let row = first; row < last; row += 1) rowNodes.push(rows.nodeAt(row));
  const isAway = currentRow < first || currentRow >= last;
  if (isAway) rowNodes.splice(currentRow < first ? 0 : rowNodes.length, 0, current);

  return (
    <>
      <div data-lk-part="json-bar">
        <input
          type="search"
          data-lk-part="json-search"
          aria-label={messages.search}
          placeholder={messages.search}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onFocus={preloadSearch}
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter') stepInSearch.current?.(shiftKey ? -1 : 1);
          }}
        />
        {search && (
          <search.Matches
            document={document}
            query={query}
            scope={scope}
            hidden={hidden}
            of={initial}
            current={current}
            path={path}
            onGoTo={goTo}
            stepRef={stepInSearch}
            messages={messages}
            count={count}
          />
        )}
        <Button onClick={() => copy(body(), say, messages)}>{messages.copy}</Button>
        <Button
          onClick={() =>
            download(body(), fileName, hidden.size > 0 ? '.redacted.json' : '.json', 'application/json')
          }
        >
          {messages.download}
        </Button>
        <div data-lk-part="json-actions">
          {openAction(messages.expandAll, Infinity)}
          {openAction(messages.collapseAll, 0)}
          {search && (
            <search.Scopes scope={scope} onChange={(next) => change({ scope: next })} messages={messages} />
          )}
        </div>
      </div>
      <div ref={viewport} data-lk-part="json-viewport">
        <div
          role="tree"
          aria-label={label}
          aria-labelledby={labelledBy}
          data-lk-part="json-rows"
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onCopy={onCopy}
          onFocus={({ target }) => {
            const node = nodeOf(target);
            if (node >= 0 && node !== current) change({ current: node });
          }}
        >
          {rowNodes.map((node) => (
            <Row
              key={node}
              treeId={id}
              document={document}
              node={node}
              isOpen={rows.canOpen(node) ? rows.isOpen(node) : undefined}
              isCurrent={node === current}
              isAway={isAway && node === current}
              canHide={redaction.has(node)}
              isHidden={hidden.has(node)}
              find={find}
              messages={messages}
              count={count}
            />
          ))}
        </div>
      </div>
      {textLines && <textLines.TextLines key={current} text={document.content(current)} label={path} />}
      <div data-lk-part="json-foot">
        <span id={`${id}path`} data-lk-part="json-path" dir="ltr">
          {path.length > pathLength ? `…${path.slice(-pathLength)}` : path}
        </span>
        <div data-lk-part="json-actions">
          {canShowAll && (
            <Button data-lk-part="more" aria-expanded={isWhole} onClick={() => showMore(current)}>
              {isWhole ? messages.showLess : messages.showAll}
            </Button>
          )}
          {copyAction(messages.copyValue, () => value(current))}
          {copyAction(messages.copyJson, () => source(current))}
          {copyAction(messages.copyJsonPath, () => formatPath(document.path(current), 'jsonpath'))}
          {copyAction(messages.copyJavaScript, () => formatPath(document.path(current), 'javascript'))}
        </div>
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
    </>
  );
}
