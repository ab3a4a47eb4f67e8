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
  /** Seats left, never negative. */
  readonly free?: number;
  /** Seats taken beyond the total. */
  readonly over?: number;
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
  const taken = isNumber(assigned) && assigned >= 0 ? { assigned } : {};
  if (!isNumber(available)) {
    return { state: taken.assigned === undefined ? 'unknown' : 'assigned_only', ...taken };
  }
  if (available < 0) return { state: 'unlimited', ...taken };
  if (taken.assigned === undefined) return { state: 'total_only', total: available };
  const count = taken.assigned;
  const numbers = { assigned: count, total: available, free: Math.max(0, available - count) };
  if (count > available) return { state: 'over_assigned', ...numbers, over: count - available };
  if (available === 0) return { state: 'empty', ...numbers };
  if (count === available) return { state: 'full', ...numbers };
  return { state: count / available >= nearlyFullAt ? 'nearly_full' : 'available', ...numbers };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
