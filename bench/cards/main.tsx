import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { License } from '../../src/license/index.ts';
import { type Candidate, loading } from './card.ts';
import { makeLicenses } from './licenses.ts';

/** Each is loaded alone, in a page of its own. */
const candidates: Record<string, () => Promise<Candidate>> = {
  bare: async () => ({ Card: (await import('./bare-page.tsx')).StatefulBareCard }),
  ours: async () => ({ Card: (await import('./ours.tsx')).OurCard }),
  mui: async () => ({ Card: (await import('./mui.tsx')).MuiCard }),
  'radix-themes': async () => {
    const [{ RadixThemesCard }] = await Promise.all([
      import('./radix-themes.tsx'),
      import('@radix-ui/themes/styles.css'),
    ]);
    return { Card: RadixThemesCard };
  },
  mantine: async () => {
    const { MantineCard, MantineProvider } = await import('./mantine.tsx');
    return { Card: MantineCard, Page: MantineProvider };
  },
};

/** One sample: how long each step took, in milliseconds, layout done. */
export interface Sample {
  /** All cards in one commit. */
  mount: number;
  /** One of them gets a license that differs. */
  update: number;
  /** Somebody opens the second tab of one. */
  tab: number;
  unmount: number;
  /** A card. */
  elements: number;
}

declare global {
  interface Window {
    sample(name: string, count: number): Promise<Sample>;
    /** What the first card draws: each element by its part, and all text. */
    outline(name: string): Promise<string>;
    /** Mounts cards and takes them away again, each a license of its own. */
    cycle(name: string, cycles: number): Promise<void>;
  }
}

async function open(name: string) {
  const candidate = await candidates[name]?.();
  const page = document.getElementById('page');
  if (!candidate || !page) throw new Error(`there is no candidate ${name}`);
  const { Card, Page } = candidate;
  const root = createRoot(page);
  const timed = (step: () => void) => {
    const started = performance.now();
    flushSync(step);
    void document.body.offsetHeight;
    return performance.now() - started;
  };
  const draw = (licenses: License[]) => {
    const cards = licenses.map((license) => <Card key={license.id} license={license} />);
    const content = Page ? <Page>{cards}</Page> : cards;
    // Twice the same: what cards set of themselves as they come up is drawn with them, not with the next step.
    return timed(() => root.render(content)) + timed(() => root.render(content));
  };
  const openSecondTab = (index: number) => {
    const tabs = [...page.querySelectorAll('button')].filter(({ textContent }) =>
      textContent.startsWith('Raw'),
    );
    const tab = tabs[index];
    // Some listen for the press, some for the click.
    const time = timed(() => {
      for (const type of ['mousedown', 'mouseup', 'click']) {
        tab?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      }
    });
    if (!page.textContent.includes(loading)) throw new Error(`${name} did not open its second tab`);
    return time;
  };
  return { page, draw, openSecondTab };
}

window.sample = async (name, count) => {
  const { page, draw, openSecondTab } = await open(name);
  const licenses = makeLicenses(count);
  // Code that was never run is slow for everybody: one card first.
  draw(licenses.slice(0, 1));
  openSecondTab(0);
  draw([]);
  const mount = draw(licenses);
  const elements = page.querySelectorAll('*').length / count;
  const middle = Math.floor(count / 2);
  const update = draw(
    licenses.map((license, index) => (index === middle ? { ...license, assigned_quantity: 499 } : license)),
  );
  const tab = openSecondTab(middle);
  const unmount = draw([]);
  return { mount, update, tab, unmount, elements };
};

window.outline = async (name) => {
  const { page, draw } = await open(name);
  draw(makeLicenses(1));
  return [...page.querySelectorAll('*')]
    .map((element) => {
      const text = [...element.childNodes].filter((node) => node instanceof Text).map((node) => node.data);
      return `${element.localName} ${element.getAttribute('data-lk-part') ?? ''} ${text.join('')}`;
    })
    .join('\n');
};

window.cycle = async (name, cycles) => {
  const { draw } = await open(name);
  const licenses = makeLicenses(cycles);
  for (const license of licenses) {
    draw([license]);
    // What a card schedules runs, as it would on a page.
    await new Promise((resolve) => setTimeout(resolve));
    draw([]);
  }
};

document.body.dataset['ready'] = '';
