'use client';
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';

/** Pixels that a scroll range may have: below the limit of every browser. */
const maxRange = 15_000_000;

/** Rows drawn beyond either edge, so that scrolling shows no gap. */
const overscan = 6;

/** Rows in sight while nothing is measured: on a server, and at first. */
const rowsAtFirst = 34;

/** Rows in sight at most, should the viewport have no bounds because the stylesheet is missing. */
const rowsAtMost = 200;

/**
 * What is in sight: by how many pixels the rows are shifted in the scroll range, how far that is scrolled, how many rows
 * there is room for, and how high a row is.
 */
type View = readonly [shift: number, scrollTop: number, room: number, rowHeight: number];

interface RowWindow {
  /** For the element that scrolls. The one element in it holds the rows, and is as high as all of them. */
  readonly viewport: { readonly ref: RefObject<HTMLDivElement | null>; readonly onScroll: () => void };
  /** For the element that holds the rows; undefined until something is measured, and so on a server. */
  readonly style: CSSProperties | undefined;
  /** The rows to draw: from `first` to the one before `last`, if there are so many. */
  readonly first: number;
  readonly last: number;
  /** How many whole rows the viewport shows. */
  readonly page: number;
  /** Scrolls until a row is in sight, if it is not: to the nearest edge, and from afar to the middle. */
  readonly scrollTo: (row: number) => void;
}

/**
 * Draws only the rows on the screen, all of one height, which is measured. Where they are more than a scroll range can
 * hold, the range is scaled: short ways are scrolled pixel by pixel, long ones, such as a pull at the scroll bar, in
 * proportion.
 */
export function useWindow(count: number): RowWindow {
  const ref = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>([0, -1, rowsAtFirst, 24]);
  const [shift, scrollTop, room, rowHeight] = view;
  const height = room * rowHeight;
  const all = count * rowHeight;
  const range = Math.min(all, maxRange);
  /** Pixels of rows to a pixel of the scroll range. */
  const scale = (all - height) / (range - height) || 1;
  /** Pixels of rows above the viewport. */
  const top = scrollTop - shift;
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);

  const look = () => {
    const viewport = ref.current;
    const row = viewport?.firstElementChild?.firstElementChild;
    if (!row) return;
    const { scrollTop: to, clientHeight } = viewport;
    const size = parseFloat(getComputedStyle(row).blockSize) || rowHeight;
    // At an end, which scrolling meets within a pixel, the first or last row is in sight.
    const isShort =
      Math.abs(to - scrollTop) < height &&
      to > 0 &&
      to < range - height - 1 &&
      // Where many rows have closed, what was shifted among them is beyond the end.
      to - shift < all;
    const next: View = [
      isShort ? shift : to - to * scale,
      to,
      Math.min(clientHeight / size || rowsAtFirst, rowsAtMost),
      size,
    ];
    if (String(next) !== String(view)) setView(next);
  };

  useEffect(() => {
    look();
    // jsdom, where a host's tests may run, has none.
    if (!ref.current || !globalThis.ResizeObserver) return undefined;
    const resizes = new ResizeObserver(look);
    resizes.observe(ref.current);
    return () => resizes.disconnect();
  });

  return {
    viewport: { ref, onScroll: look },
    style:
      scrollTop < 0
        ? undefined
        : {
            blockSize: range,
            paddingBlockStart: first * rowHeight + shift,
          },
    first,
    last: Math.ceil(top / rowHeight + room) + overscan,
    page: Math.floor(room),
    scrollTo(row) {
      const start = row * rowHeight;
      let to = Math.max(start + rowHeight - height, Math.min(top, start));
      if (to === top || !ref.current) return;
      if (Math.abs(to - top) > height) to = Math.max(0, Math.min(start - height / 2, all - height));
      ref.current.scrollTop = to / scale;
      setView([ref.current.scrollTop - to, ref.current.scrollTop, room, rowHeight]);
    },
  };
}
