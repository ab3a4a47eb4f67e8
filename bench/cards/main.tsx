import type { ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { License } from '../../src/license/index.ts';
import { makeLicenses } from './licenses.ts';

type Card = ComponentType<{ license: License }>;

/** Each is loaded alone, in a page of its own. */
const candidates: Record<string, () => Promise<Card>> = {
  bare: async () => (await import('./bare.tsx')).BareCard,
  ours: async () => (await import('./ours.tsx')).OurCard,
  mui: async () => (await import('./mui.tsx')).MuiCard,
  'radix-themes': async () => {
    const [{ RadixThemesCard }] = await Promise.all([
      import('./radix-themes.tsx'),
      import('@radix-ui/themes/styles.css'),
    ]);
    return RadixThemesCard;
  },
};

/** One sample: how long each step took, in milliseconds, layout done. */
export interface Sample {
  mount: number;
  update: number;
  elements: number;
}

declare global {
  interface Window {
    sample(name: string, count: number): Promise<Sample>;
  }
}

window.sample = async (name, count) => {
  const Candidate = await candidates[name]?.();
  const page = document.getElementById('page');
  if (!Candidate || !page) throw new Error(`there is no candidate ${name}`);
  const licenses = makeLicenses(count);
  const root = createRoot(page);
  const draw = (data: License[]) => {
    const started = performance.now();
    flushSync(() => root.render(data.map((license) => <Candidate key={license.id} license={license} />)));
    void document.body.offsetHeight;
    return performance.now() - started;
  };
  // Code that was never run is slow for everybody: one card first.
  draw(licenses.slice(0, 1));
  draw([]);
  const mount = draw(licenses);
  const elements = page.querySelectorAll('*').length / count;
  const middle = Math.floor(count / 2);
  const update = draw(
    licenses.map((license, index) => (index === middle ? { ...license, assigned_quantity: 499 } : license)),
  );
  return { mount, update, elements };
};

document.body.dataset['ready'] = '';
