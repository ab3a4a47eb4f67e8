/** How many of `length` ordered things stand before a place: `isBefore` holds for the first of them, and then no more. */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending numbers are less than `limit`. */
export function countBelow(numbers: readonly number[], limit: number): number {
  return countBefore(numbers.length, (index) => (numbers[index] ?? 0) < limit);
}
