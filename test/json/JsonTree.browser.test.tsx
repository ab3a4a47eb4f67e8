import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import '../../src/styles/styles.css';
import axe from 'axe-core';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';
import { JsonTree } from '../../src/json/index.ts';

const rows = () => [...document.querySelectorAll<HTMLElement>('[role="treeitem"]')];
const row = (start: string) => rows().find((each) => label(each).startsWith(start));
const label = (each: Element | null | undefined) => (each?.textContent ?? '').replace(/[\t▸▾◂]/g, '');
const focused = () => label(document.activeElement);
const viewport = () => document.querySelector<HTMLElement>('[data-lk-part="json-viewport"]') ?? document.body;

/** Whether all of a row is within the viewport. */
function isInSight(element: Element | null | undefined): boolean {
  if (!element) return false;
  const inner = element.getBoundingClientRect();
  const outer = viewport().getBoundingClientRect();
  return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
}

const numbers = (length: number) => JSON.stringify(Array.from({ length }, (_, index) => index));

afterEach(() => {
  document.documentElement.removeAttribute('dir');
});

describe('rows', () => {
  it('begin at the first one with another text, also where somebody only scrolled', async () => {
    const { rerender } = await render(<JsonTree text={numbers(2000)} />);
    viewport().scrollTop = 30_000;
    await expect.poll(() => isInSight(row('1260:'))).toBe(true);
    await rerender(<JsonTree text={numbers(3000)} />);
    await expect.poll(() => isInSight(row('[ 3,000 items ]'))).toBe(true);
    expect(viewport().scrollTop).toBe(0);
  });

  it('are drawn only where they are in sight, wherever that is', async () => {
    await render(<JsonTree text={numbers(30_000)} />);
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]?.getBoundingClientRect().height).toBe(24);
    viewport().scrollTop = 300_000;
    await expect.poll(() => isInSight(row('12510:'))).toBe(true);
    expect(document.querySelectorAll('[data-lk-part="json"] *').length).toBeLessThan(500);
    viewport().scrollTop = viewport().scrollHeight;
    await expect.poll(() => isInSight(row('29999:'))).toBe(true);
  });

  it('follow the keys, to the end and back', async () => {
    await render(<JsonTree text={numbers(30_000)} />);
    rows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('29999: 29999');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    await userEvent.keyboard('{PageUp}');
    const before = Number.parseInt(focused(), 10);
    expect(before).toBeLessThan(29_990);
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe(`${before - 1}: ${before - 1}`);
    await userEvent.keyboard('{Home}');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    expect(focused()).toBe('[ 30,000 items ]');
  });

  it('stay where they are when a pointer goes down on one at the edge', async () => {
    await render(<JsonTree text={numbers(500)} />);
    viewport().scrollTop = 2412;
    await expect.poll(() => rows().some((each) => label(each).startsWith('100:'))).toBe(true);
    row('99:')?.focus({ preventScroll: true });
    await expect.poll(() => row('99:')?.getAttribute('aria-selected')).toBe('true');
    await new Promise(requestAnimationFrame);
    expect(viewport().scrollTop).toBe(2412);
  });

  it('keep the focus while they are scrolled out of sight', async () => {
    await render(<JsonTree text={numbers(30_000)} />);
    rows()[3]?.focus();
    const before = document.activeElement;
    viewport().scrollTop = 300_000;
    await expect.poll(() => isInSight(row('12510:'))).toBe(true);
    expect(document.activeElement).toBe(before);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('3: 3');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
  });

  it('are reached beyond the scroll range of a browser', async () => {
    const { rerender } = await render(<JsonTree text="[]" />);
    await rerender(<JsonTree text={`[${'0,'.repeat(1_999_999)}0]`} />);
    await expect.poll(() => label(rows()[0])).toBe('[ 2,000,000 items ]');
    rows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('1999999: 0');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(focused()).toBe('1999997: 0');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);

    // A short way is scrolled pixel by pixel, however many rows there are.
    viewport().scrollTop = viewport().scrollHeight / 2;
    await expect.poll(() => rows().some((each) => /^(9|10)\d{5}: 0$/.test(label(each)))).toBe(true);
    const [top] = rows().filter(isInSight);
    viewport().scrollTop += 48;
    const expected = Number.parseInt(label(top), 10) + 2;
    await expect.poll(() => Number.parseInt(label(rows().find(isInSight)), 10)).toBe(expected);
    viewport().scrollTop = 0;
    await expect.poll(() => isInSight(row('[ 2,000,000'))).toBe(true);
  });

  it('show no gap above the first of them, nor below the last', async () => {
    await render(<JsonTree text={numbers(5000)} />);
    for (const top of [0, 777, 40_000, 119_000]) {
      viewport().scrollTop = top;
      const { top: edge, bottom } = viewport().getBoundingClientRect();
      await expect
        .poll(() => {
          const boxes = rows().map((each) => each.getBoundingClientRect());
          return (
            Math.min(...boxes.map((box) => box.top)) <= edge + 10 &&
            Math.max(...boxes.map((box) => box.bottom)) >= bottom - 10
          );
        })
        .toBe(true);
    }
  });

  it('have one height, whatever is in them', async () => {
    const text = JSON.stringify({
      a: 'x'.repeat(1000),
      b: '日本語 ทดสอบ العربية 👩‍💻',
      c: '\u202e\u0000',
      d: [[[[]]]],
      [`${'k'.repeat(500)}`]: 1,
    });
    await render(<JsonTree text={text} expandDepth={Infinity} redact={['b']} />);
    await expect.poll(() => rows().length).toBeGreaterThan(5);
    expect(new Set(rows().map((each) => each.getBoundingClientRect().height))).toEqual(new Set([24]));
    const edge = viewport().getBoundingClientRect();
    for (const each of rows()) expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(edge.right);
    expect(viewport().scrollWidth).toBe(viewport().clientWidth);
  });
});

describe('right to left', () => {
  it('mirrors the arrows, and leaves JSON as it is', async () => {
    document.documentElement.dir = 'rtl';
    await render(<JsonTree text='{"a":{"b":1}}' />);
    const first = row('a:');
    first?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(first?.getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('b: 1');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('a: { 1 key }');
    const text = first?.querySelector('[dir]');
    expect(getComputedStyle(text ?? document.body).direction).toBe('ltr');
    const ends = [row('a:'), row('b:')].map(
      (each) => each?.querySelector('[data-lk-part="json-text"]')?.getBoundingClientRect().right ?? 0,
    );
    expect(ends[1]).toBeLessThan(ends[0] ?? 0);
  });
});

describe.each([
  ['zoom', 'zoom', '2'],
  ['a larger font', 'fontSize', '200%'],
] as const)('at 200 %% by %s', (_name, property, value) => {
  const text = JSON.stringify({
    licenseKey: 'SECRET',
    note: 'x'.repeat(1000),
    users: Array.from({ length: 200 }, (_, index) => ({ email: `user-${index}@example.com` })),
  });

  /** A search in a page of half its width. */
  async function enlarge() {
    await page.viewport(640, 720);
    document.documentElement.style[property] = value;
    await render(<JsonTree text={text} redact={['licenseKey']} expandDepth={3} search="email" />);
    await expect.poll(() => row('email')?.getAttribute('aria-selected')).toBe('true');
  }

  afterEach(async () => {
    document.documentElement.style[property] = '';
    await page.viewport(1280, 720);
  });

  it('the rows keep one height, twice as much, and cut no letter', async () => {
    await enlarge();
    expect(new Set(rows().map((each) => each.getBoundingClientRect().height))).toEqual(new Set([48]));
    const tops = rows().map((each) => Math.round(each.getBoundingClientRect().top));
    expect(new Set(tops.slice(1).map((top, index) => top - (tops[index] ?? 0)))).toEqual(new Set([48]));
    expect(rows().at(-1)?.getBoundingClientRect().bottom).toBeGreaterThanOrEqual(
      viewport().getBoundingClientRect().bottom,
    );
    const cut = [...document.querySelectorAll('[data-lk-part="json-text"]')].filter(
      (each) => each.scrollHeight > each.clientHeight,
    );
    expect(cut).toEqual([]);
  });

  it('what can be pressed wraps within the page, overlaps nothing and keeps its size', async () => {
    await enlarge();
    const controls = [...document.querySelectorAll('button, input, select, [data-lk-part="json-path"]')];
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter((each) => each.scrollWidth > each.clientWidth + 2)).toEqual([]);
    const boxes = [...controls, viewport()].map((each) => each.getBoundingClientRect());
    const { clientWidth, scrollWidth } = document.documentElement;
    const { right } = document.documentElement.getBoundingClientRect();
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect(boxes.filter((box) => box.left < 0 || box.right > right + 1 || box.height < 48)).toEqual([]);
    const overlaps = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            other.left < one.right - 1 &&
            one.left < other.right - 1 &&
            other.top < one.bottom - 1 &&
            one.top < other.bottom - 1,
        )
        .map((other) => [one, other]),
    );
    expect(overlaps).toEqual([]);
    expect(viewport().scrollWidth).toBe(viewport().clientWidth);
  });

  it('the keys scroll to the row that has the focus', async () => {
    await enlarge();
    rows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(focused).toBe('email: "user-199@example.com"');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    await userEvent.keyboard('{PageUp}');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    expect(focused()).not.toContain('199');
    await userEvent.keyboard('{Home}');
    await expect.poll(focused).toBe('{ 3 keys }');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
  });
});

/** Scrolls to the end, which is to be tried again: only when its lines are measured is a text as high as all of them. */
function textAtEndOf(element: Element): string | null {
  element.scrollTop = element.scrollHeight;
  return element.textContent;
}

describe('large and deep texts', () => {
  it('a depth of 100,000, all open', async () => {
    await render(<JsonTree text={'['.repeat(100_000) + ']'.repeat(100_000)} expandDepth={Infinity} />);
    rows()[0]?.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(() => document.activeElement?.getAttribute('aria-level')).toBe('100000');
    await expect.poll(() => isInSight(document.activeElement)).toBe(true);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(document.activeElement?.getAttribute('aria-level')).toBe('99998');
  });

  it('one string of 20 MB, shown whole', async () => {
    await render(<JsonTree value={`begin${'x'.repeat(20_000_000)}end`} />);
    await expect.poll(() => label(rows()[0])).toMatch(/^"beginx+…Show all$/);
    rows()[0]?.focus();
    await userEvent.keyboard('{Enter}');
    const whole = page.getByRole('region', { name: '$' });
    await expect.element(whole).toBeVisible();
    const element = whole.element();
    await expect.poll(() => textAtEndOf(element)).toMatch(/xend$/);
    expect(element.querySelectorAll('*').length).toBeLessThan(100);
  });

  it('a million keys, searched', async () => {
    const text = `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":${index}`).join()}}`;
    await render(<JsonTree text={text} search="k999999" />);
    await expect.poll(() => isInSight(row('k999999:'))).toBe(true);
    expect(row('k999999:')?.getAttribute('aria-selected')).toBe('true');
    expect(row('k999999:')?.getAttribute('aria-posinset')).toBe('1000000');
  });

  it('the place where a text is wrong, wherever that is', async () => {
    for (const lines of [12, 30, 500]) {
      const { unmount } = await render(
        <JsonTree text={`[\n${'1,\n'.repeat(lines)}oops\n${'1,\n'.repeat(99)}]`} />,
      );
      await expect.poll(() => isInSight(document.querySelector('mark'))).toBe(true);
      expect(document.querySelector('mark')?.textContent).toBe('o');
      await unmount();
    }
  });

  it('megabytes that are not JSON', async () => {
    await render(<JsonTree text={`${'<p>line</p>\n'.repeat(200_000)}<p>last</p>`} />);
    await expect.element(page.getByRole('region')).toBeVisible();
    expect(document.querySelectorAll('[data-lk-part="json"] *').length).toBeLessThan(100);
    await expect.poll(() => textAtEndOf(viewport())).toMatch(/<p>last<\/p>$/);
  });
});

describe('what is marked', () => {
  /** Copies what is marked as Ctrl+C would, from where it begins. */
  function copy(from: Node, start: number, to: Node, end: number) {
    document.getSelection()?.setBaseAndExtent(from, start, to, end);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData });
    from.parentElement?.dispatchEvent(event);
    const marked = String(document.getSelection());
    document.getSelection()?.removeAllRanges();
    return event.defaultPrevented ? clipboardData.getData('text/plain') : marked;
  }
  const text = (part: string) => {
    const node = document.querySelector(`[data-lk-part="${part}"]`)?.firstChild;
    if (!node) throw new Error(`no ${part}`);
    return node;
  };

  it('is copied whole where a row cuts it, and as it is otherwise', async () => {
    const long = 'x'.repeat(400);
    await render(<JsonTree text={JSON.stringify({ long })} />);
    expect(copy(text('json-key'), 0, text('json-key'), 4)).toBe('long');
    const value = document.querySelectorAll('[data-lk-part="json-value"]')[1]?.firstChild ?? document;
    expect(copy(value, 3, value, 9)).toBe(long);
    await render(<JsonTree text={String.raw`["a\nbcd"]`} />);
    const short =
      [...document.querySelectorAll('[data-lk-part="json-value"]')].at(-1)?.firstChild ?? document;
    expect(copy(short, 0, short, 4)).toBe(String.raw`"a\n`);
  });

  it('has no line break where a line of the whole value was broken for its length', async () => {
    const token = 'abcdefghij'.repeat(20);
    await render(<JsonTree text={JSON.stringify([`first\n\n${token}\nlast`])} />);
    await page.getByText('Show all').click();
    await expect.element(page.getByText('last', { exact: true })).toBeVisible();
    const lines = [...document.querySelectorAll('[data-lk-part="json-line"]')];
    const [first, last] = [lines[0]?.firstChild, lines.at(-1)?.firstChild];
    if (!first || !last) throw new Error('no lines are drawn');
    expect(copy(first, 2, last, 2)).toBe(`rst\n\n${token}\nla`);
    const [one, two] = [lines[2]?.firstChild, lines[3]?.firstChild];
    if (!one || !two) throw new Error('no lines are drawn');
    expect(copy(one, 55, two, 5)).toBe('fghijabcde');
  });

  it('elsewhere leaves the arrows of the tree alone', async () => {
    await render(
      <>
        <p id="elsewhere">elsewhere</p>
        <JsonTree text='{"a":{"b":1}}' />
      </>,
    );
    document.getSelection()?.selectAllChildren(document.querySelector('#elsewhere') ?? document);
    await page.getByRole('treeitem', { name: 'a: ' }).getByText('▸').click();
    await expect.element(page.getByRole('treeitem', { name: 'b: 1' })).toBeVisible();
    document.getSelection()?.removeAllRanges();
  });
});

describe('the page', () => {
  it('tells the name of a row as it is read, with no space before the colon', async () => {
    await render(<JsonTree text='{"a":{"b":1}}' />);
    await expect.element(page.getByRole('treeitem', { name: 'a: { 1 key }', exact: true })).toBeVisible();
  });

  it('takes over what a server rendered, without a word', async () => {
    const element = (
      <StrictMode>
        <JsonTree text={numbers(500)} />
      </StrictMode>
    );
    const root = document.createElement('div');
    // In a browser React 18 warns of layout effects while it plays the server.
    const asServer = vi.spyOn(console, 'error').mockImplementation(() => {});
    root.innerHTML = renderToString(element);
    asServer.mockRestore();
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    document.body.append(root);
    const [first] = rows();
    first?.focus();
    const hydrated = hydrateRoot(root, element);
    await expect.poll(() => viewport().scrollHeight).toBeGreaterThan(12_000);
    expect(rows()[0]).toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(focused).toBe('0: 0');
    expect(complaints).not.toHaveBeenCalled();
    hydrated.unmount();
    root.remove();
  });

  it('is not scrolled by the keys of the tree', async () => {
    await render(
      <>
        <JsonTree text={numbers(500)} />
        <div style={{ height: 3000 }} />
      </>,
    );
    rows()[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{PageDown}{End} ');
    await expect.poll(focused).toBe('499: 499');
    expect(window.scrollY).toBe(0);
  });

  it.each(['light', 'dark'])('has enough contrast, %s', async (scheme) => {
    await render(
      <div style={{ colorScheme: scheme, background: 'Canvas' }}>
        <JsonTree
          text={'{"s":"a\u202eb","n":1,"t":true,"z":null,"k":"secret","o":{"i":[1]},"units":500}'}
          redact={['k']}
          expandDepth={Infinity}
          search="units"
        />
        <JsonTree text="<html>" />
      </div>,
    );
    await expect.poll(() => row('units')?.getAttribute('aria-selected')).toBe('true');
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    const plain = violations.filter(({ id }) => !['html-has-lang', 'document-title'].includes(id));
    expect(plain.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`)).toEqual([]);
  });
});
