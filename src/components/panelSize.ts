import type { License } from '../license/index.ts';

/** More lines than these are hidden until somebody asks for them. */
const mostLines = 7;

/** The steps in which a panel can say its size, in rem: the stylesheet knows each. */
const step = 6;
const steps = 6;

/**
 * About how high a license stands, in steps of 6 rem at the default font, spacing and width. A browser that skips a
 * card far from the screen takes that for its height until it has drawn it once.
 */
export function panelSize({ products, roles, unit_amount, created_at, updated_at }: License): number {
  const section = (list: readonly object[] | null | undefined, line: number) =>
    list === undefined ? 0 : 3 + line * Math.min(Array.isArray(list) ? list.length : 0, mostLines);
  const rows = [unit_amount, created_at, updated_at].filter(Boolean).length;
  // Seats and the row of the id always stand there. Three roles stand in a line.
  const rem = 7 + section(products, 1.9) + section(roles, 0.7) + 1.7 * rows;
  return Math.min(steps, Math.round(rem / step));
}
