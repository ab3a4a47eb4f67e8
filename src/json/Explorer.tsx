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
import { download, withExtension } from './download.ts';
import { type CountFormat, format, type JsonTreeMessages } from './messages.ts';
import { countBelow } from './order.ts';
import { formatPath, formatSteps, type PathNotation } from './path.ts';
import { redactedText } from './redaction.ts';
import { hasMore, Row } from './Row.tsx';
import { Rows } from './rows.ts';
import type { SearchScope } from './search.ts';
import { TextLines } from './TextLines.tsx';
import type { Reading } from './useReading.ts';
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

interface ExplorerProps {
  readonly reading: Reading;
  readonly expandDepth: number;
  readonly query: string;
  readonly onQueryChange: (query: string) => void;
  readonly fileName: string;
  readonly label: string;
  readonly labelledBy: string | undefined;
  readonly messages: JsonTreeMessages;
  readonly count: CountFormat;
}

interface State {
  readonly reading: Reading;
  readonly expandDepth: number;
  readonly rows: Rows;
  /** The node that has or gets the focus. */
  readonly current: number;
  /** The last move to the current node: how to scroll, and whether the focus goes with it. */
  readonly move: { readonly align: 'nearest' | 'center'; readonly takesFocus: boolean } | null;
  /** Nodes to be hidden that are shown all the same. */
  readonly shown: ReadonlySet<number>;
  readonly scope: SearchScope;
  /** The search whose first match was gone to. */
  readonly visited: string;
  /** Whether the whole of the current value is open. */
  readonly isWhole: boolean;
}

function begin(reading: Reading, expandDepth: number): State {
  return {
    reading,
    expandDepth,
    rows: Rows.toDepth(reading.document, expandDepth, new Set(reading.redaction)),
    current: 0,
    move: null,
    shown: new Set(),
    scope: 'all',
    visited: '',
    isWhole: false,
  };
}

/** Goes to a node, opening what is around it. */
function goTo(state: State, node: number, align: 'nearest' | 'center', takesFocus: boolean): State {
  return { ...state, rows: state.rows.revealing(node), current: node, move: { align, takesFocus } };
}

/** A document as a tree, with its search and its copies. */
export function Explorer({
  reading,
  expandDepth,
  query,
  onQueryChange,
  fileName,
  label,
  labelledBy,
  messages,
  count,
}: ExplorerProps): ReactNode {
  const { document, redaction } = reading;
  const id = useId();
  const pathId = `${id}path`;
  const typed = useRef({ text: '', until: 0 });
  const { status, copy } = useCopy(messages);

  const [kept, setState] = useState(() => begin(reading, expandDepth));
  let state = kept;
  if (state.reading !== reading || state.expandDepth !== expandDepth) state = begin(reading, expandDepth);

  const hidden = useMemo(() => redaction.filter((node) => !state.shown.has(node)), [redaction, state.shown]);
  const found = useSearch(document, { query, scope: state.scope }, hidden);
  const [firstFound] = found.nodes;
  const search = query && `${state.scope} ${query}`;
  if (state.visited !== search && (!query || found.count > 0)) {
    state = {
      ...(firstFound === undefined ? state : goTo(state, firstFound, 'center', false)),
      visited: search,
    };
  }
  if (state !== kept) setState(state);

  const { rows, move } = state;
  const currentRow = rows.rowOf(state.current);
  const current = rows.nodeAt(currentRow);
  const { viewport, list, first, last, scroller } = useWindow(rows.count);

  useIsomorphicLayoutEffect(() => {
    if (!move) return;
    scroller.scrollTo(currentRow, move.align);
    if (move.takesFocus) {
      list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
    }
    // Only a move scrolls: not the opening of a row above.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [move, scroller, list]);

  const redactionOf = (node: number) => {
    const index = countBelow(redaction, node);
    if (redaction[index] !== node) return undefined;
    return state.shown.has(node) ? 'shown' : 'hidden';
  };
  const setOpen = (nodes: Iterable<number>, isOpen: boolean) =>
    setState({ ...state, rows: rows.withOpen(nodes, isOpen) });
  const moveTo = (node: number) => setState(goTo(state, node, 'nearest', true));
  const moveToRow = (row: number) => moveTo(rows.nodeAt(Math.max(0, Math.min(row, rows.count - 1))));

  /** What the end of a row offers: to show or hide its value, or the whole of it. */
  const showMore = (node: number) => {
    if (redactionOf(node)) {
      const shown = new Set(state.shown);
      if (!shown.delete(node)) shown.add(node);
      const sealed = new Set(redaction.filter((each) => !shown.has(each)));
      setState({ ...state, current: node, shown, rows: rows.withSealed(sealed) });
    } else if (hasMore(document, node)) {
      setState({ ...state, current: node, isWhole: !state.isWhole || node !== current });
    }
  };

  const activate = (node: number) => {
    if (rows.canOpen(node))
      setState({ ...state, current: node, rows: rows.withOpen([node], !rows.isOpen(node)) });
    else showMore(node);
  };

  const openSiblings = () => {
    const above = document.parent(current);
    const siblings: number[] = [];
    for (let node = above + 1; node < (above < 0 ? 1 : document.next(above)); node = document.next(node)) {
      siblings.push(node);
    }
    setOpen(siblings, true);
  };

  const commands: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moveToRow(currentRow + 1),
    ArrowUp: () => moveToRow(currentRow - 1),
    PageDown: () => moveToRow(currentRow + scroller.pageSize),
    PageUp: () => moveToRow(currentRow - scroller.pageSize),
    Home: () => moveToRow(0),
    End: () => moveToRow(rows.count - 1),
    ArrowRight: () => {
      if (!rows.canOpen(current)) return;
      if (rows.isOpen(current)) moveTo(current + 1);
      else setOpen([current], true);
    },
    ArrowLeft: () => {
      if (rows.canOpen(current) && rows.isOpen(current)) setOpen([current], false);
      else if (current > 0) moveTo(document.parent(current));
    },
    Enter: () => activate(current),
    ' ': () => activate(current),
    '*': openSiblings,
  };

  /** Goes to the next row whose key starts with what is being typed. */
  const typeAhead = (character: string) => {
    const now = performance.now();
    const isMore = now < typed.current.until;
    const text = (isMore ? typed.current.text : '') + character.toLowerCase();
    typed.current = { text, until: now + typingPause };
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
    else typeAhead(key);
  };

  /** The node of the row that an event is about. */
  const nodeOf = (target: EventTarget | null): number => {
    const row = target instanceof Element ? target.closest('[role="treeitem"]') : null;
    return row ? Number(row.id.slice(id.length)) : -1;
  };

  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const node = nodeOf(event.target);
    // Who marks text with the mouse does not mean to open anything.
    if (node < 0 || getSelection()?.isCollapsed === false) return;
    const isMore = event.target instanceof Element && event.target.closest('[data-lk-part="json-more"]');
    if (isMore) showMore(node);
    else if (rows.canOpen(node)) activate(node);
  };

  const isHidden = redactionOf(current) === 'hidden';
  const source = (node: number) => redactedText(document, hidden, document.start(node), document.end(node));
  const copyValue = () =>
    document.isContainer(current) || isHidden ? source(current) : document.content(current);
  const path = (notation: PathNotation) => formatPath(document.path(current), notation);
  const steps = document.path(current, pathSteps);
  const isShortened = steps.length === pathSteps;
  const shownPath = `${isShortened ? '…' : '$'}${formatSteps(steps)}`;

  const matchIndex = countBelow(found.nodes, current);
  const isMatch = found.nodes[matchIndex] === current;
  const goToMatch = (index: number) => {
    const node = found.nodes[(index + found.count) % found.count];
    if (node !== undefined) setState(goTo(state, node, 'center', false));
  };
  const goToNext = () => goToMatch(isMatch ? matchIndex + 1 : matchIndex);
  const goToPrevious = () => goToMatch(matchIndex - 1);

  /** Copies what is selected, but never half of a value that the row cuts; without a selection the current value. */
  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    const selection = getSelection();
    let text = copyValue();
    if (selection && !selection.isCollapsed) {
      const node = nodeOf(selection.anchorNode?.parentElement ?? null);
      const isOneRow = node >= 0 && node === nodeOf(selection.focusNode?.parentElement ?? null);
      if (!isOneRow || redactionOf(node) === 'hidden' || !hasMore(document, node)) return;
      text = document.content(node);
    }
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };

  const rowNodes: number[] = [];
  for (let row = first; row < last; row += 1) rowNodes.push(rows.nodeAt(row));
  const isAway = currentRow < first || currentRow >= last;
  if (isAway) rowNodes.splice(currentRow < first ? 0 : rowNodes.length, 0, current);
  let level = 0;
  const levels = rowNodes.map((node, index) => {
    const above = document.parent(node);
    const previous = rowNodes[index - 1];
    if (previous !== undefined && above === previous) level += 1;
    else if (previous === undefined || above !== document.parent(previous)) level = document.depth(node) + 1;
    return level;
  });

  const isWholeOpen = state.isWhole && !isHidden && hasMore(document, current);
  const number = (value: number) => count('{count}', value);
  let matchText = found.isDone ? messages.noMatch : '';
  if (isMatch)
    matchText = format(messages.match, { index: number(matchIndex + 1), count: number(found.count) });
  else if (found.count > 0) matchText = count(messages.matches, found.count);
  const body = () => redactedText(document, hidden, 0, document.text.length);

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
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            if (event.shiftKey) goToPrevious();
            else goToNext();
          }}
        />
        {found.pattern ? (
          <>
            <span role="status" data-lk-part="json-count">
              {matchText}
              {isMatch ? <span data-lk-part="json-hint">, {shownPath}</span> : null}
            </span>
            <Button aria-label={messages.previous} aria-disabled={found.count === 0} onClick={goToPrevious}>
              ↑
            </Button>
            <Button aria-label={messages.next} aria-disabled={found.count === 0} onClick={goToNext}>
              ↓
            </Button>
          </>
        ) : null}
        <Button onClick={() => copy(body())}>{messages.copy}</Button>
        <Button
          onClick={() =>
            download(
              body(),
              hidden.length > 0 ? withExtension(fileName, '.redacted.json') : fileName,
              'application/json',
            )
          }
        >
          {messages.download}
        </Button>
        <div data-lk-part="json-actions">
          <Button onClick={() => setState({ ...state, rows: rows.withDepth(Infinity) })}>
            {messages.expandAll}
          </Button>
          <Button onClick={() => setState({ ...state, rows: rows.withDepth(0) })}>
            {messages.collapseAll}
          </Button>
          {found.pattern ? (
            <select
              data-lk-part="json-select"
              aria-label={messages.searchIn}
              value={state.scope}
              onChange={(event) => {
                const scope = scopes.find((each) => each === event.target.value);
                if (scope) setState({ ...state, scope });
              }}
            >
              {scopes.map((scope) => (
                <option key={scope} value={scope}>
                  {messages[scope]}
                </option>
              ))}
            </select>
          ) : null}
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
          onFocus={(event) => {
            const node = nodeOf(event.target);
            if (node >= 0 && node !== current) setState({ ...state, current: node });
          }}
        >
          {rowNodes.map((node, index) => (
            <Row
              key={node}
              id={`${id}${node}`}
              document={document}
              node={node}
              level={levels[index] ?? 1}
              isOpen={rows.canOpen(node) ? rows.isOpen(node) : undefined}
              isCurrent={node === current}
              describedBy={pathId}
              isAway={isAway && node === current}
              redaction={redactionOf(node)}
              pattern={found.pattern}
              messages={messages}
              count={count}
            />
          ))}
        </div>
      </div>
      {isWholeOpen ? <TextLines key={current} text={document.content(current)} label={shownPath} /> : null}
      <div data-lk-part="json-foot">
        <span id={pathId} data-lk-part="json-path" dir="ltr">
          {shownPath.length > pathLength ? `…${shownPath.slice(-pathLength)}` : shownPath}
        </span>
        <div data-lk-part="json-actions">
          {isHidden || !hasMore(document, current) ? null : (
            <Button aria-expanded={isWholeOpen} onClick={() => showMore(current)}>
              {isWholeOpen ? messages.showLess : messages.showAll}
            </Button>
          )}
          <Button onClick={() => copy(copyValue())}>{messages.copyValue}</Button>
          <Button onClick={() => copy(source(current))}>{messages.copyJson}</Button>
          <Button onClick={() => copy(path('jsonpath'))}>{messages.copyJsonPath}</Button>
          <Button onClick={() => copy(path('javascript'))}>{messages.copyJavaScript}</Button>
        </div>
        <span role="status" data-lk-part="json-status">
          {status}
        </span>
      </div>
    </>
  );
}
