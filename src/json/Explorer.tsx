'use client';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type ReactNode,
  Suspense,
  useId,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import type { JsonDocument } from './document.ts';
import { download } from './download.ts';
import { type Hidden, redactedText } from './hidden.ts';
import { type CountFormat, format, type TreeMessages } from './messages.ts';
import { countBelow } from './order.ts';
import { formatPath, formatSteps } from './path.ts';
import { hasMore, Row } from './Row.tsx';
import { Rows } from './rows.ts';
import type { SearchScope } from './search.ts';
import { useCopy } from './useCopy.ts';
import { useSearch } from './useSearch.ts';
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

const scopes: readonly SearchScope[] = ['all', 'keys', 'values'];

const TextLines = /* @__PURE__ */ lazy(async () => ({
  default: (await import('./TextLines.tsx')).TextLines,
}));

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
  /** What it is the state of. */
  readonly of: readonly unknown[];
  readonly rows: Rows;
  /** The node that has or gets the focus. */
  readonly current: number;
  /** The last move to the current node, and whether the focus goes with it. */
  readonly move: { readonly takesFocus: boolean } | null;
  /** What of the redaction is not shown. */
  readonly hidden: Hidden;
  readonly scope: SearchScope;
  /** The search whose first match was gone to. */
  readonly visited: string;
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
  const { status, copy } = useCopy(messages);

  const of = [document, redaction, expandDepth];
  const begin = (): State => ({
    of,
    rows: Rows.toDepth(document, expandDepth, redaction),
    current: 0,
    move: null,
    hidden: redaction,
    scope: 'all',
    visited: '',
    isWhole: false,
  });
  const [kept, setState] = useState(begin);
  let state = of.every((each, index) => each === kept.of[index]) ? kept : begin();
  const change = (next: Partial<State>) => setState({ ...state, ...next });
  /** Goes to a node, opening what is around it. */
  const to = (node: number, takesFocus: boolean) => ({
    rows: state.rows.revealing(node),
    current: node,
    move: { takesFocus },
  });

  const { hidden, scope } = state;
  const found = useSearch(document, query, scope, hidden);
  const [firstFound] = found.nodes;
  const visited = query && `${scope} ${query}`;
  if (state.visited !== visited && (!query || firstFound !== undefined)) {
    state = { ...state, ...(firstFound === undefined ? {} : to(firstFound, false)), visited };
  }
  if (state !== kept) setState(state);

  const { rows, move } = state;
  const currentRow = rows.rowOf(state.current);
  const current = rows.nodeAt(currentRow);
  const { viewport, list, scroller, first, last } = useWindow(rows.count);

  useIsomorphicLayoutEffect(() => {
    if (!move) return;
    scroller.scrollTo(currentRow, !move.takesFocus);
    if (move.takesFocus) {
      scroller.list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    }
    // Only a move scrolls: not the opening of a row above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [move, scroller]);

  const redactionOf = (node: number) =>
    hidden.has(node) ? 'hidden' : redaction.has(node) ? 'shown' : undefined;
  const moveTo = (node: number) => change(to(node, true));
  const moveToRow = (row: number) => moveTo(rows.nodeAt(Math.max(0, Math.min(row, rows.count - 1))));

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
    const siblings: number[] = [];
    for (let node = above + 1; node < (above < 0 ? 1 : document.next(above)); node = document.next(node)) {
      siblings.push(node);
    }
    change({ rows: rows.withOpen(siblings, true) });
  };

  const commands: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveToRow(currentRow + 1),
    ArrowUp: () => moveToRow(currentRow - 1),
    PageDown: () => moveToRow(currentRow + scroller.pageSize()),
    PageUp: () => moveToRow(currentRow - scroller.pageSize()),
    Home: () => moveToRow(0),
    End: () => moveToRow(rows.count - 1),
    ArrowRight: () => {
      if (rows.isOpen(current)) moveTo(current + 1);
      else if (rows.canOpen(current)) activate(current);
    },
    ArrowLeft: () => {
      if (rows.isOpen(current)) activate(current);
      else if (current > 0) moveTo(document.parent(current));
    },
    Enter: () => activate(current),
    ' ': () => activate(current),
    '*': openSiblings,
  };

  /** Goes to the next row whose key starts with what is being typed. */
  const typeAhead = (character: string, isMore: boolean) => {
    const text = (isMore ? typed.current.text : '') + character.toLowerCase();
    typed.current = { text, until: performance.now() + typingPause };
    const from = isMore ? currentRow : currentRow + 1;
    for (let ahead = 0; ahead < Math.min(rows.count, typingReach); ahead += 1) {
      const node = rows.nodeAt((from + ahead) % rows.count);
      if (node > 0 && String(document.step(node)).toLowerCase().startsWith(text)) {
        moveTo(node);
        return;
      }
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = (isRightToLeft && mirrored[event.key]) || event.key;
    const isTyping = performance.now() < typed.current.until;
    const command = key === ' ' && isTyping ? undefined : commands[key];
    if (!command && key.length !== 1) return;
    event.preventDefault();
    if (command) command();
    else typeAhead(key, isTyping);
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
  const source = (node: number) => redactedText(document, hidden, document.start(node), document.end(node));
  const body = () => redactedText(document, hidden, 0, document.text.length);
  const value = (node: number) =>
    document.isContainer(node) || hidden.has(node) ? source(node) : document.content(node);
  const steps = document.path(current, pathSteps);
  const path = `${steps.length === pathSteps ? '…' : '$'}${formatSteps(steps)}`;

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

  const matchIndex = countBelow(found.nodes, current);
  const isMatch = found.nodes[matchIndex] === current;
  const goToMatch = (index: number) => {
    const node = found.nodes[(index + found.count) % found.count];
    if (node !== undefined) change(to(node, false));
  };
  const goToNext = () => goToMatch(matchIndex + Number(isMatch));
  const goToPrevious = () => goToMatch(matchIndex - 1);
  let matchText = found.isDone ? messages.noMatch : '';
  if (found.count > 0) matchText = count(messages.matches, found.count);
  if (isMatch) {
    const [index, all] = [matchIndex + 1, found.count].map((each) => count('{count}', each));
    matchText = format(messages.match, { index: `${index}`, count: `${all}` });
  }

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
          onChange={(event) => onQueryChange(event.target.value)}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter') (shiftKey ? goToPrevious : goToNext)();
          }}
        />
        {found.search && (
          <>
            <span role="status" data-lk-part="json-status">
              {matchText}
              {isMatch && <span data-lk-part="status">, {path}</span>}
            </span>
            <Button aria-label={messages.previous} aria-disabled={!found.count} onClick={goToPrevious}>
              ↑
            </Button>
            <Button aria-label={messages.next} aria-disabled={!found.count} onClick={goToNext}>
              ↓
            </Button>
          </>
        )}
        <Button onClick={() => copy(body())}>{messages.copy}</Button>
        <Button
          onClick={() =>
            download(body(), fileName, hidden.size > 0 ? '.redacted.json' : '.json', 'application/json')
          }
        >
          {messages.download}
        </Button>
        <div data-lk-part="json-actions">
          <Button
            data-lk-part="more"
            onClick={() => change({ rows: Rows.toDepth(document, Infinity, hidden) })}
          >
            {messages.expandAll}
          </Button>
          <Button data-lk-part="more" onClick={() => change({ rows: Rows.toDepth(document, 0, hidden) })}>
            {messages.collapseAll}
          </Button>
          {found.search && (
            <select
              data-lk-part="json-select"
              aria-label={messages.searchIn}
              value={scope}
              onChange={({ target }) => {
                const next = scopes[target.selectedIndex];
                if (next) change({ scope: next });
              }}
            >
              {scopes.map((each) => (
                <option key={each} value={each}>
                  {messages[each]}
                </option>
              ))}
            </select>
          )}
        </div>
      </div>
      <div ref={viewport} data-lk-part="json-viewport">
        <div
          ref={list}
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
              id={id + node}
              document={document}
              node={node}
              isOpen={rows.canOpen(node) ? rows.isOpen(node) : undefined}
              describedBy={node === current ? `${id}path` : undefined}
              isAway={isAway && node === current}
              redaction={redactionOf(node)}
              pattern={found.search?.pattern}
              messages={messages}
              count={count}
            />
          ))}
        </div>
      </div>
      {isWhole && (
        <Suspense>
          <TextLines key={current} text={document.content(current)} label={path} />
        </Suspense>
      )}
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
          {[
            [messages.copyValue, () => value(current)] as const,
            [messages.copyJson, () => source(current)] as const,
            [messages.copyJsonPath, () => formatPath(document.path(current), 'jsonpath')] as const,
            [messages.copyJavaScript, () => formatPath(document.path(current), 'javascript')] as const,
          ].map(([name, text]) => (
            <Button key={name} data-lk-part="more" onClick={() => copy(text())}>
              {name}
            </Button>
          ))}
        </div>
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
    </>
  );
}
