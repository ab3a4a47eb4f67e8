import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { texts } from './texts.ts';
import { type Viewer, viewers } from './viewers.tsx';

export interface Sample {
  /** Milliseconds until the first rows are painted; with ours, parsing among them. */
  first: number;
  /** Milliseconds until all is open and painted. */
  open: number;
  /** DOM nodes then. */
  nodes: number;
  /** Milliseconds of our parser in a page that has parsed nothing with it yet. */
  firstParse: number;
  /** Milliseconds of `JSON.parse` and of our parser, warm and in one go. */
  nativeParse: number;
  ownParse: number;
  /** Milliseconds until the last record is found and marked; ours only. */
  search: number;
  /** The longest task over 50 ms while scrolling through all, in milliseconds; 0 for none. Ours only. */
  scroll: number;
}

declare global {
  interface Window {
    sample: typeof sample;
    mount: typeof mount;
  }
}

const page = document.getElementById('page') ?? document.body;

/** Resolves when what is in the document now has been painted. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });

/** Resolves with the time since `start` at which a thing is in the document and nothing changes any more. */
async function settled(start: number, selector = '*'): Promise<number> {
  let isDirty = true;
  let notify = () => {};
  const observer = new MutationObserver(() => {
    isDirty = true;
    notify();
  });
  observer.observe(page, { childList: true, subtree: true, attributes: true });
  while (!page.querySelector(selector)) {
    await new Promise<void>((resolve) => {
      notify = resolve;
    });
  }
  let end = start;
  while (isDirty) {
    isDirty = false;
    await painted();
    end = end === start || isDirty ? performance.now() : end;
    // What a viewer opens in an effect comes after the first painting.
    if (!isDirty) await painted();
  }
  observer.disconnect();
  return end - start;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function show(root: Root, viewer: Viewer, prepared: unknown, isOpen: boolean, name: string): Promise<number> {
  const start = performance.now();
  flushSync(() => root.render(createElement('div', null, viewer.render(prepared, isOpen))));
  return settled(start, name === 'ours' ? '[role="treeitem"]' : undefined);
}

async function mount(name: string, textName: string): Promise<void> {
  const viewer = await viewers[name]?.();
  const text = texts[textName]?.();
  if (!viewer || text === undefined) throw new Error(`No such viewer or text: ${name}, ${textName}`);
  await show(createRoot(page), viewer, viewer.prepare(text), false, name);
}

async function sample(name: string, textName: string, isOpened: boolean): Promise<Sample> {
  const viewer = await viewers[name]?.();
  const text = texts[textName]?.();
  if (!viewer || text === undefined) throw new Error(`No such viewer or text: ${name}, ${textName}`);
  const result: Sample = {
    first: Number.NaN,
    open: Number.NaN,
    nodes: 0,
    firstParse: Number.NaN,
    nativeParse: Number.NaN,
    ownParse: Number.NaN,
    search: Number.NaN,
    scroll: Number.NaN,
  };
  const root = createRoot(page);
  // The first drawing of a page pays for React itself.
  await show(root, viewer, viewer.prepare('[1,[2]]'), false, name);
  root.render(null);
  await painted();
  const prepared = viewer.prepare(text);
  await painted();

  if (name === 'ours') {
    const native: number[] = [];
    const own: number[] = [];
    const { parseJson } = await import('../../src/json/index.ts');
    // Read whole once before, as a string that came over the network has been.
    JSON.parse(text);
    result.firstParse = time(() => void parseJson(text));
    for (let turn = 0; turn < 7; turn += 1) {
      native.push(time(() => void JSON.parse(text)));
      own.push(time(() => void parseJson(text)));
    }
    result.nativeParse = median(native);
    result.ownParse = median(own);
    await painted();
  }
  result.first = await show(root, viewer, prepared, false, name);

  if (isOpened) {
    if (name === 'ours') {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Expand all',
      );
      const start = performance.now();
      button?.click();
      result.open = await settled(start);
    } else {
      root.render(null);
      await painted();
      result.open = await show(root, viewer, prepared, true, name);
    }
  }
  result.nodes = page.querySelectorAll('*').length;

  if (name === 'ours') {
    const last = /Enterprise \d+/.exec(text.slice(text.lastIndexOf('"name":"Webex')))?.[0];
    const field = document.querySelector('input');
    if (last && field) {
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const start = performance.now();
      setValue?.call(field, last);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      result.search = await settled(start, 'mark');
    }
    const viewport = document.querySelector('[data-lk-part="json-viewport"]');
    if (viewport) {
      result.scroll = 0;
      const longTasks = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) result.scroll = Math.max(result.scroll, duration);
      });
      longTasks.observe({ type: 'longtask' });
      for (let step = 0; step <= 60; step += 1) {
        viewport.scrollTop = step % 2 ? (viewport.scrollHeight * step) / 60 : viewport.scrollTop + 120;
        await painted();
      }
      await painted();
      longTasks.disconnect();
    }
  }
  return result;
}

window.sample = sample;
window.mount = mount;
document.body.dataset['ready'] = '';
