/** How the seats of a license stand. */
export type SeatState =
  /** Seats are left. */
  | 'available'
  /** Seats are left, but the warning threshold is reached. */
  | 'nearly_full'
  /** Every seat is taken. */
  | 'full'
  /** More seats are taken than exist. */
  | 'over_assigned'
  /** The license has no seats, and none is taken. */
  | 'empty'
  /** The vendor sets no limit: the total is negative. */
  | 'unlimited'
  /** Only the assigned number is known. */
  | 'assigned_only'
  /** Only the total is known. */
  | 'total_only'
  /** Neither number is known. */
  | 'unknown';

/** The seats of one license, counted. Numbers that are not known are absent. */
export interface Seats {
  readonly state: SeatState;
  /** Seats taken (`assigned_quantity`). */
  readonly assigned?: number;
  /** Seats in all (`available_quantity`). */
  readonly total?: number;
}

/** The two numbers as the API sends them. */
export interface SeatNumbers {
  assigned?: number | null | undefined;
  available?: number | null | undefined;
}

/**
 * Counts seats. Null, absent, NaN and infinite numbers are unknown; a negative total means that there is no limit
 * (reasoned: no vendor documents a sentinel); a negative assigned number is unknown.
 *
 * @param nearlyFullAt share of seats taken from which on a license is nearly full, 0 to 1
 */
export function countSeats({ assigned, available }: SeatNumbers, nearlyFullAt = 0.9): Seats {
  const known = isNumber(assigned) && assigned >= 0 ? { assigned } : {};
  const { assigned: taken } = known;
  if (!isNumber(available)) return { state: taken === undefined ? 'unknown' : 'assigned_only', ...known };
  if (available < 0) return { state: 'unlimited', ...known };
  return { state: stateOf(taken, available, nearlyFullAt), ...known, total: available };
}

function stateOf(taken: number | undefined, total: number, nearlyFullAt: number): SeatState {
  if (taken === undefined) return 'total_only';
  if (taken > total) return 'over_assigned';
  if (total === 0) return 'empty';
  if (taken === total) return 'full';
  return taken / total >= nearlyFullAt ? 'nearly_full' : 'available';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
