import type { Page } from 'playwright';

/** A picture of a page, and where on it each sample stands: left, top, width, height. */
export interface Picture {
  readonly png: string;
  readonly boxes: Readonly<Record<string, readonly [number, number, number, number]>>;
}

/** Share of pixels that differ at all, by sample. A sample that grew or shrank is compared over the larger size. */
export type Differences = Readonly<Record<string, number>>;

/** A picture of every `[data-sample]`, in a shadow root and a frame too, with its animations at their end. */
export async function photograph(page: Page): Promise<Picture> {
  await page.evaluate(() => document.fonts.ready);
  const boxes: Picture['boxes'] = await page.evaluate(() =>
    Object.fromEntries(
      [
        document,
        document.querySelector('#host')?.shadowRoot,
        document.querySelector('iframe')?.contentDocument,
      ]
        .flatMap((root) => [...(root?.querySelectorAll<HTMLElement>('[data-sample]') ?? [])])
        .map((sample) => {
          const { left, top, width, height } = sample.getBoundingClientRect();
          return [sample.dataset['sample'], [left + scrollX, top + scrollY, width, height]];
        }),
    ),
  );
  const png = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
  return { png: png.toString('base64'), boxes };
}

/** Compares two pictures pixel by pixel, in a page that decodes them. */
export async function compare(blank: Page, one: Picture, other: Picture): Promise<Differences> {
  return blank.evaluate(
    async ([a, b]) => {
      const [left, right] = await Promise.all(
        [a, b].map(async ({ png }) => {
          const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', {
            willReadFrequently: true,
          });
          context?.drawImage(bitmap, 0, 0);
          return context;
        }),
      );
      const differences: Record<string, number> = {};
      for (const name of new Set([...Object.keys(a.boxes), ...Object.keys(b.boxes)])) {
        const [x, y, wide = 0, high = 0] = a.boxes[name] ?? [];
        const [x2, y2, wide2 = 0, high2 = 0] = b.boxes[name] ?? [];
        differences[name] = 1;
        const width = Math.ceil(Math.max(wide, wide2));
        const height = Math.ceil(Math.max(high, high2));
        if (!left || !right || x === undefined || y === undefined || x2 === undefined || y2 === undefined)
          continue;
        if (width === 0 || height === 0) continue;
        const first = new Uint32Array(left.getImageData(x, y, width, height).data.buffer);
        const second = new Uint32Array(right.getImageData(x2, y2, width, height).data.buffer);
        differences[name] = first.filter((pixel, index) => pixel !== second[index]).length / first.length;
      }
      return differences;
    },
    [one, other] as const,
  );
}

/** The samples that differ by more than a share, as `name 0.123 %`, the worst first. */
export const above = (limit: number, differences: Differences): string[] =>
  Object.entries(differences)
    .filter(([, share]) => share > limit)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) => `${name} ${(share * 100).toFixed(3)} %`);

/** All samples that differ at all, for people. */
export const listed = (differences: Differences): string =>
  above(0, differences).join(', ') || `no pixel of ${Object.keys(differences).length} samples`;
