'use client';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

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

interface Range {
  readonly first: number;
  readonly last: number;
}

export interface RowWindow extends Range {
  /** The element that scrolls. */
  readonly viewport: RefObject<HTMLDivElement | null>;
  /** The element in it that holds the rows, one under the other, and is as high as all of them. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly scroller: Scroller;
}

type Align = 'nearest' | 'center';

/** Where the viewport stands over the rows. */
export class Scroller {
  readonly #viewport: RefObject<HTMLDivElement | null>;
  readonly #list: RefObject<HTMLDivElement | null>;
  readonly #onRange: (range: Range) => void;
  #count = 0;
  #first = 0;
  #rowHeight = 24;
  #height = 0;
  /** Where the viewport starts, in pixels of rows. */
  #top = 0;
  /** The same in pixels of the scroll range. */
  #scrollTop = 0;

  constructor(
    viewport: RefObject<HTMLDivElement | null>,
    list: RefObject<HTMLDivElement | null>,
    onRange: (range: Range) => void,
  ) {
    this.#viewport = viewport;
    this.#list = list;
    this.#onRange = onRange;
  }

  /** How many whole rows the viewport shows. */
  get pageSize(): number {
    return Math.max(1, Math.floor(this.#height / this.#rowHeight));
  }

  get #total(): number {
    return this.#count * this.#rowHeight;
  }

  get #maxTop(): number {
    return Math.max(0, this.#total - this.#height);
  }

  /** Pixels of rows to a pixel of the scroll range. */
  get #scale(): number {
    return this.#total > maxRange ? this.#maxTop / (maxRange - this.#height) : 1;
  }

  /** Told after every drawing what is drawn. */
  drawn(count: number, first: number): void {
    const isResized = count !== this.#count;
    this.#count = count;
    this.#first = first;
    this.#place();
    if (isResized) this.measure();
  }

  measure(): void {
    const row = this.#list.current?.firstElementChild;
    if (row) this.#rowHeight = Number.parseFloat(getComputedStyle(row).blockSize) || this.#rowHeight;
    this.#place();
    const rows = (this.#viewport.current?.clientHeight ?? 0) / this.#rowHeight || rowsAtFirst;
    this.#height = Math.min(rows, rowsAtMost) * this.#rowHeight;
    this.#moveTo(this.#top);
  }

  #place(): void {
    const style = this.#list.current?.style;
    if (!style) return;
    style.blockSize = `${Math.min(this.#total, maxRange)}px`;
    style.paddingBlockStart = `${Math.max(0, this.#scrollTop - this.#top + this.#first * this.#rowHeight)}px`;
  }

  #moveTo(top: number): void {
    this.#top = Math.max(0, Math.min(top, this.#maxTop));
    const first = Math.max(0, Math.floor(this.#top / this.#rowHeight) - overscan);
    const last = Math.ceil((this.#top + this.#height) / this.#rowHeight) + overscan;
    this.#place();
    this.#onRange({ first, last: Math.min(last, this.#count) });
  }

  /** A short way is scrolled pixel by pixel; a long one, such as a pull at the scroll bar, in proportion. */
  onScroll(scrollTop: number): void {
    const way = scrollTop - this.#scrollTop;
    const isAtEnd = scrollTop <= 0 || scrollTop >= maxRange - this.#height;
    this.#scrollTop = scrollTop;
    const isShort = Math.abs(way) < this.#height && !isAtEnd;
    this.#moveTo(isShort && this.#scale > 1 ? this.#top + way : scrollTop * this.#scale);
  }

  /** Brings the scroll bar to where it stands in proportion, after short ways have led it off. */
  settle(): void {
    const viewport = this.#viewport.current;
    if (!viewport || this.#scale === 1) return;
    viewport.scrollTop = this.#top / this.#scale;
    this.#scrollTop = viewport.scrollTop;
    this.#place();
  }

  /** Scrolls until a row is in sight, if it is not: to the nearest edge or to the middle. */
  scrollTo(row: number, align: Align): void {
    const viewport = this.#viewport.current;
    const start = row * this.#rowHeight;
    const end = start + this.#rowHeight;
    if (!viewport || (start >= this.#top && end <= this.#top + this.#height)) return;
    const edge = start < this.#top ? start : end - this.#height;
    this.#top = align === 'center' ? (start + end - this.#height) / 2 : edge;
    this.#top = Math.max(0, Math.min(this.#top, this.#maxTop));
    viewport.scrollTop = this.#top / this.#scale;
    this.#scrollTop = viewport.scrollTop;
    this.#moveTo(this.#top);
  }
}

/**
 * Draws only the rows on the screen, all of one height, which is measured. Where they are more than a scroll range can
 * hold, the range is scaled.
 */
export function useWindow(count: number): RowWindow {
  const viewport = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<Range>({ first: 0, last: rowsAtFirst });
  const [scroller] = useState(
    () =>
      new Scroller(viewport, list, (next) =>
        setRange((previous) =>
          previous.first === next.first && previous.last === next.last ? previous : next,
        ),
      ),
  );
  const last = Math.min(range.last, count);
  const first = Math.min(range.first, last);

  useIsomorphicLayoutEffect(() => scroller.drawn(count, first));

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const onScroll = () => scroller.onScroll(element.scrollTop);
    const onScrollEnd = () => scroller.settle();
    // jsdom, where a host's tests may run, has none.
    const resizes = 'ResizeObserver' in globalThis ? new ResizeObserver(() => scroller.measure()) : null;
    resizes?.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', onScrollEnd);
    return () => {
      resizes?.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', onScrollEnd);
    };
  }, [scroller]);

  return { viewport, list, first, last, scroller };
}
