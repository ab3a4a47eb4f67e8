// What is done with pictures in a page, which can decode them. Each function stands alone, as it goes there as text.

/**
 * Pictures side by side on gray, in 256 colors: the most frequent ones as they are, and the closest ones for the
 * rest, which the edges of letters have. The same pictures always make the same one.
 * @param {string[]} pictures base64 PNGs
 * @returns {Promise<{ width: number, height: number, palette: number[][], indexes: string }>} red, green and blue of
 *   each color, and in base64 a byte a pixel that says which color it has
 */
export async function sideBySide(pictures) {
  const exact = 160;
  const bitmaps = await Promise.all(
    pictures.map(async (picture) =>
      createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob()),
    ),
  );
  const width = bitmaps.reduce((sum, bitmap) => sum + bitmap.width, 0);
  const height = Math.max(...bitmaps.map((bitmap) => bitmap.height));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas.');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, width, height);
  let left = 0;
  for (const bitmap of bitmaps) {
    context.drawImage(bitmap, left, 0);
    left += bitmap.width;
  }
  const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);

  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colors = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b).map(([color]) => color);
  const frequent = colors.slice(0, exact);
  let palette = colors;
  for (let bits = 0; palette.length > 256; bits += 1) {
    const mask = 0x010101 * ((0xff << bits) & 0xff);
    const close = new Map(
      colors
        .slice(exact)
        .toReversed()
        .map((color) => [color & mask, color]),
    );
    palette = [...frequent, ...close.values()];
  }
  /** @param {number} a @param {number} b */
  const distance = (a, b) =>
    ((a & 0xff) - (b & 0xff)) ** 2 +
    (((a >> 8) & 0xff) - ((b >> 8) & 0xff)) ** 2 +
    (((a >> 16) & 0xff) - ((b >> 16) & 0xff)) ** 2;
  const indexOf = new Map(palette.map((color, index) => [color, index]));
  for (const color of colors) {
    if (indexOf.has(color)) continue;
    const distances = palette.map((each) => distance(each, color));
    indexOf.set(color, distances.indexOf(Math.min(...distances)));
  }
  const indexes = Array.from(pixels, (pixel) => String.fromCharCode(indexOf.get(pixel) ?? 0));
  return {
    width,
    height,
    palette: palette.map((color) => [color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff]),
    indexes: btoa(indexes.join('')),
  };
}

/**
 * What differs between two pictures: where, and a picture of it, the differing pixels red on a faint copy of `after`.
 * Anything that is in one picture only differs.
 * @param {{ before: string, after: string, width: number }} pictures base64 PNGs, and the width of a column in pixels
 * @returns {Promise<{ columns: number[], pixels: number, picture: string }>} columns and count of differing pixels
 */
export async function compare({ before, after, width }) {
  const bitmaps = await Promise.all(
    [before, after].map(async (picture) =>
      createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob()),
    ),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(...bitmaps.map((bitmap) => bitmap.width));
  canvas.height = Math.max(...bitmaps.map((bitmap) => bitmap.height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas.');
  const [old, now] = bitmaps.map((bitmap) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  });
  const columns = new Set();
  let pixels = 0;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.globalAlpha = 0.2;
  for (const bitmap of bitmaps.slice(1)) context.drawImage(bitmap, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = 'red';
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel += 1) {
    if (old?.[pixel] === now?.[pixel]) continue;
    const x = pixel % canvas.width;
    pixels += 1;
    columns.add(Math.floor(x / width));
    context.fillRect(x, Math.floor(pixel / canvas.width), 1, 1);
  }
  return {
    columns: [...columns],
    pixels,
    picture: canvas.toDataURL('image/png').replace(/^.*,/, ''),
  };
}
