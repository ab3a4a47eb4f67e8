import { theme as antd } from 'antd';
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import radix from '@radix-ui/themes/styles.css?inline';
import '../../src/styles/styles.css';
import { LicenseView, ProductStatusBadge, SeatUsage } from '../../src/index.ts';
import layered from '../../src/styles/styles.layer.css?inline';
import plain from '../../src/styles/styles.css?inline';
import antdTheme from '../../src/styles/themes/antd.css?inline';
import bootstrapTheme from '../../src/styles/themes/bootstrap.css?inline';
import radixTheme from '../../src/styles/themes/radix.css?inline';
import shadcnTheme from '../../src/styles/themes/shadcn.css?inline';

let sheets: CSSStyleSheet[] = [];

/** What a page's stylesheets say, as long as one test runs. */
function pageSays(...texts: readonly string[]) {
  sheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}
afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
});

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green and blue of a color in any notation, 0 to 255, painted on what is behind it. */
function rgb(...layers: readonly string[]): number[] {
  if (!canvas) throw new Error('This browser has no canvas.');
  for (const color of layers) {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** As WCAG 2 reckons it. */
function contrast(front: readonly number[], back: readonly number[]): number {
  const [a = 0, b = 0] = [front, back]
    .map((color) =>
      color
        .map((channel) => channel / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, index) => sum + c * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0),
    )
    .toSorted((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

const license = { id: 'id', name: 'Seats', assigned_quantity: 40, available_quantity: 100 };
const Card = ({ name = 'Seats' }: { name?: string }) => <LicenseView license={{ ...license, name }} />;

async function draw(children: ReactNode) {
  const { container } = await render(children);
  const part = (selector: string) => {
    const element = container.querySelector(selector);
    if (!element) throw new Error(`There is no ${selector}.`);
    return element;
  };
  return {
    card: (name: string) => getComputedStyle(part(`[aria-label="${name}"]`)),
    style: (name: string) => getComputedStyle(part(`[data-lk-part="${name}"]`)),
  };
}

const colorOf = ({ backgroundColor }: CSSStyleDeclaration) => rgb(backgroundColor);

describe('tokens', () => {
  it('count wherever they are set, the nearest first', async () => {
    pageSays(`
      .page { --lk-surface: #111111; --lk-radius: 3px }
      .part { --lk-surface: #eeeeee }
    `);
    const { card } = await draw(
      <div className="page">
        <Card name="outer" />
        <div className="part">
          <Card name="inner" />
        </div>
      </div>,
    );
    expect(colorOf(card('outer'))).toEqual([17, 17, 17]);
    expect(colorOf(card('inner'))).toEqual([238, 238, 238]);
    expect(card('inner').borderRadius).toBe('3px');
  });

  it('count half-way down a card, where what derives from them is mixed again', async () => {
    const { style } = await draw(
      <div data-lk-part="license">
        <div ref={(element) => element?.style.setProperty('--lk-text', '#ff0000')}>
          <SeatUsage assigned={1} available={2} />
        </div>
      </div>,
    );
    const [red = 0, green = 0, blue = 0] = rgb(style('seats-text').color);
    expect(red - Math.max(green, blue)).toBeGreaterThan(60);
  });

  it('follow the scheme around them, light in dark in light', async () => {
    const { card } = await draw(
      <div data-lk-scheme="dark">
        <Card name="dark" />
        <div data-lk-scheme="light">
          <Card name="light" />
          <LicenseView license={{ ...license, name: 'forced' }} data-lk-scheme="dark" />
        </div>
      </div>,
    );
    expect(colorOf(card('light'))).toEqual([255, 255, 255]);
    expect(colorOf(card('dark'))).toEqual([23, 26, 32]);
    expect(colorOf(card('forced'))).toEqual([23, 26, 32]);
  });
});

describe('a theme', () => {
  it('gives way to what the host sets itself, on any ancestor and in any order', async () => {
    pageSays('.page { --lk-surface: #123456 }', bootstrapTheme, bootstrap);
    const { card } = await draw(
      <div className="page" data-bs-theme="light">
        <Card name="own" />
      </div>,
    );
    expect(colorOf(card('own'))).toEqual([0x12, 0x34, 0x56]);
    expect(card('own').borderRadius).toBe('6px');
  });

  it('without its library leaves the kit’s own look', async () => {
    pageSays(bootstrapTheme, radixTheme, shadcnTheme);
    const { card } = await draw(<Card name="bare" />);
    expect(colorOf(card('bare'))).toEqual([255, 255, 255]);
    expect(card('bare').borderRadius).toBe('12px');
  });

  it('touches nothing of the page', async () => {
    pageSays(bootstrapTheme, radixTheme, shadcnTheme);
    const { container } = await render(
      <div className="dark" data-bs-theme="dark">
        <button type="button">Host</button>
      </div>,
    );
    const button = container.querySelector('button');
    expect(button && getComputedStyle(button).colorScheme).toBe('normal');
  });

  it('follows Bootstrap’s nested schemes', async () => {
    pageSays(bootstrap, bootstrapTheme);
    const { card } = await draw(
      <div data-bs-theme="dark">
        <Card name="dark" />
        <div data-bs-theme="light">
          <Card name="light" />
          <div data-bs-theme="dark">
            <Card name="dark again" />
          </div>
        </div>
      </div>,
    );
    expect(colorOf(card('dark'))).toEqual([33, 37, 41]);
    expect(colorOf(card('light'))).toEqual([255, 255, 255]);
    expect(card('light').colorScheme).toBe('light');
    expect(colorOf(card('dark again'))).toEqual([33, 37, 41]);
    expect(card('dark again').colorScheme).toBe('dark');
  });

  it('follows the nested appearances and accents of Radix Themes', async () => {
    pageSays(radix, radixTheme);
    const { card, style } = await draw(
      <div className="radix-themes light" data-accent-color="indigo" data-gray-color="slate">
        <div className="radix-themes dark" data-accent-color="tomato" data-gray-color="slate">
          <Card name="dark" />
        </div>
      </div>,
    );
    expect(card('dark').colorScheme).toBe('dark');
    expect(Math.max(...colorOf(card('dark')))).toBeLessThan(40);
    const [red = 0, green = 0] = rgb(style('meter-fill').fill);
    expect(red - green).toBeGreaterThan(100);
  });

  const accents = ['#ffff00', '#bef264', '#ffffff', '#000000', '#1e1b4b', '#f472b6', '#2563eb'];
  const pages = { light: ['#ffffff', '#111111'], dark: ['#111111', '#f5f5f5'] } as const;

  it.each(
    accents.flatMap((accent) => [
      { accent, scheme: 'light' as const },
      { accent, scheme: 'dark' as const },
    ]),
  )('makes $accent readable on a $scheme page', async ({ accent, scheme }) => {
    const [surface, text] = pages[scheme];
    pageSays(
      shadcnTheme,
      `.page { --card: ${surface}; --card-foreground: ${text}; --primary: ${accent}; --destructive: ${accent};
           --muted: color-mix(in srgb, ${text} 4%, ${surface}); --radius: 8px }`,
    );
    const { style } = await draw(
      <div className={`page ${scheme}`}>
        <Card />
        <ProductStatusBadge status="errored" />
      </div>,
    );
    const meter = rgb(surface, style('meter').backgroundColor);
    expect(contrast(rgb(surface, style('meter-fill').fill), meter)).toBeGreaterThanOrEqual(3);
    const badge = style('badge');
    expect(contrast(rgb(surface, badge.color), rgb(surface, badge.backgroundColor))).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});

describe('the theme antd', () => {
  const algorithms = { light: antd.defaultAlgorithm, dark: antd.darkAlgorithm };

  it.each(['light', 'dark'] as const)(
    'is readable on a %s page, though nothing says which it is',
    async (scheme) => {
      const tokens = Object.entries(antd.getDesignToken({ algorithm: algorithms[scheme] }));
      const variables = tokens.map(
        ([name, value]) =>
          `--ant-${name.replaceAll(/[A-Z]+|\d+/g, (part) => `-${part.toLowerCase()}`)}: ${value};`,
      );
      pageSays(antdTheme, `.ant-app { ${variables.join('\n')} }`);
      const surface = scheme === 'light' ? '#ffffff' : '#141414';
      for (const status of ['active', 'pending', 'needs_input', 'errored']) {
        const { style } = await draw(
          <div className="ant-app">
            <Card />
            <ProductStatusBadge status={status} />
          </div>,
        );
        expect(colorOf(style('license'))).toEqual(rgb(surface));
        const meter = rgb(surface, style('meter').backgroundColor);
        expect(contrast(rgb(surface, style('meter-fill').fill), meter)).toBeGreaterThanOrEqual(3);
        const badge = style('badge');
        expect(
          contrast(rgb(surface, badge.color), rgb(surface, badge.backgroundColor)),
        ).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe('styles.layer.css', () => {
  const parse = (text: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return [...sheet.cssRules];
  };

  it('has the rules of styles.css, all in one layer', () => {
    const layers = parse(layered).map((rule) => {
      if (!(rule instanceof CSSLayerBlockRule)) throw new Error(`Not in a layer: ${rule.cssText}`);
      return rule;
    });
    expect([...new Set(layers.map(({ name }) => name))]).toEqual(['lk-kit']);
    expect(layers.flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText)).toEqual(
      parse(plain).map(({ cssText }) => cssText),
    );
  });
});
