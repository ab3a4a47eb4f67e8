/**
 * What differs between two pictures: where, and a picture of it, the differing pixels red on a faint copy of `after`.
 * Anything that is in one picture only differs. A pixel is equal to one that is off by a step or two of 255, as
 * another processor may round it.
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
    return context.getImageData(0, 0, canvas.width, canvas.height);
  });
  const columns = new Set();
  let pixels = 0;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.globalAlpha = 0.2;
  for (const bitmap of bitmaps.slice(1)) context.drawImage(bitmap, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = 'red';
  /** @param {number} at */
  const differs = (at) => Math.abs((old?.data[at] ?? 0) - (now?.data[at] ?? 0)) > 2;
  for (let pixel = 0; pixel < canvas.width * canvas.height; pixel += 1) {
    const at = pixel * 4;
    if (!differs(at) && !differs(at + 1) && !differs(at + 2) && !differs(at + 3)) continue;
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
