'use client';
import { createRef, type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Pixels that a scroll range may have: below the limit of every browser. */
const maxRange = 15_000_000;

/** Rows drawn beyond either edge, so that scrolling shows no gap. */
const overscan = 6;

/** Rows drawn while nothing is measured: on a server, and at first. */
const rowsAtFirst = 40;

/** Rows drawn at most, should the viewport have no bounds because the stylesheet is missing. */
const rowsAtMost = 200;

/** A layout effect, and on a server nothing: React 18 warns of one there. */
export const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

type Range = readonly [first: number, last: number];

/** What scrolls over rows of one height, of which only those in sight are drawn. */
interface Scroller {
  /** The element that scrolls. The one element in it holds the rows, and is as high as all of them. */
  readonly viewport: RefObject<HTMLDivElement | null>;
  /** How many whole rows the viewport shows. */
  readonly pageSize: () => number;
  /** Scrolls until a row is in sight, if it is not: to the nearest edge or to the middle. */
  readonly scrollTo: (row: number, isCentered: boolean) => void;
  /** Follows the viewport, until what it answers is called. */
  readonly attach: () => (() => void) | undefined;
  /** Told after every drawing what is drawn. */
  readonly drawn: (count: number, first: number) => void;
}

function createScroller(onRange: (...range: Range) => void): Scroller {
  const viewport = createRef<HTMLDivElement>();
  let count = 0;
  let first = 0;
  let rowHeight = 24;
  let height = 0;
  /** Where the viewport starts, in pixels of rows; and the same in pixels of the scroll range. */
  let top = 0;
  let scrollTop = 0;

  const maxTop = () => Math.max(0, count * rowHeight - height);
  /** Pixels of rows to a pixel of the scroll range. */
  const scale = () => (count * rowHeight > maxRange ? maxTop() / (maxRange - height) : 1);
  const list = () => viewport.current?.querySelector<HTMLElement>('[data-lk-part="json-rows"]');

  function place(): void {
    const style = list()?.style;
    if (!style) return;
    style.blockSize = `${Math.min(count * rowHeight, maxRange)}px`;
    style.paddingBlockStart = `${Math.max(0, scrollTop - top + first * rowHeight)}px`;
  }

  function moveTo(to: number): void {
    top = Math.max(0, Math.min(to, maxTop()));
    place();
    onRange(
      Math.max(0, Math.floor(top / rowHeight) - overscan),
      Math.min(count, Math.ceil((top + height) / rowHeight) + overscan),
    );
  }

  /** Brings the scroll bar to where it stands in proportion, after short ways have led it off. */
  function settle(): void {
    if (!viewport.current) return;
    viewport.current.scrollTop = top / scale();
    scrollTop = viewport.current.scrollTop;
    place();
  }

  function measure(): void {
    const row = list()?.firstElementChild;
    if (row) rowHeight = Number.parseFloat(getComputedStyle(row).blockSize) || rowHeight;
    const rows = (viewport.current?.clientHeight ?? 0) / rowHeight || rowsAtFirst;
    height = Math.min(rows, rowsAtMost) * rowHeight;
    moveTo(top);
  }

  function onScroll(): void {
    // A short way is scrolled pixel by pixel; a long one, such as a pull at the scroll bar, in proportion.
    const to = viewport.current?.scrollTop ?? 0;
    const way = to - scrollTop;
    scrollTop = to;
    const isShort = Math.abs(way) < height && to > 0 && to < maxRange - height;
    moveTo(isShort && scale() > 1 ? top + way : to * scale());
  }

  return {
    viewport,
    pageSize: () => Math.max(1, Math.floor(height / rowHeight)),
    scrollTo(row, isCentered) {
      const start = row * rowHeight;
      const end = start + rowHeight;
      if (start >= top && end <= top + height) return;
      const edge = start < top ? start : end - height;
      moveTo(isCentered ? (start + end - height) / 2 : edge);
      settle();
    },
    attach() {
      const element = viewport.current;
      if (!element) return undefined;
      // jsdom, where a host's tests may run, has none.
      const resizes = 'ResizeObserver' in globalThis ? new ResizeObserver(measure) : null;
      resizes?.observe(element);
      element.addEventListener('scroll', onScroll, { passive: true });
      element.addEventListener('scrollend', settle);
      return () => {
        resizes?.disconnect();
        element.removeEventListener('scroll', onScroll);
        element.removeEventListener('scrollend', settle);
      };
    },
    drawn(newCount, newFirst) {
      const isResized = newCount !== count;
      count = newCount;
      first = newFirst;
      place();
      if (isResized) measure();
    },
  };
}

/**
 * Draws only the rows on the screen, all of one height, which is measured: from `first` to the one before `last`. Where
 * they are more than a scroll range can hold, the range is scaled.
 */
export function useWindow(count: number): Scroller & { readonly first: number; readonly last: number } {
  const [range, setRange] = useState<Range>([0, rowsAtFirst]);
  const [scroller] = useState(() =>
    createScroller((...next) => setRange((range) => (String(range) === String(next) ? range : next))),
  );
  const last = Math.min(range[1], count);
  const first = Math.min(range[0], last);

  useIsomorphicLayoutEffect(() => scroller.drawn(count, first));
  useEffect(() => scroller.attach(), [scroller]);

  return { ...scroller, first, last };
}
