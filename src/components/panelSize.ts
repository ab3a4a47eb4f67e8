import { countSeats, type License } from '../license/index.ts';
import { entriesOf } from './list.ts';

/** Heights in rem at the default font, spacing and width: what a section takes, and each line in it. */
const seats = 3.3;
const meter = 0.9;
const products = { section: 3.1, line: 1.9 };
const roles = { section: 3, line: 2, inLine: 3 };
const details = { section: 1.5, line: 1.7 };
/** More lines than these are hidden until somebody asks for them. */
const mostLines = 7;

/** The steps in which a panel can say its size, in rem: the stylesheet knows each. */
const step = 4;
const steps = 10;

/**
 * About how high a license stands, in steps of 4 rem. A browser that skips a card far from the screen takes that for
 * its height until it has drawn it once.
 */
export function panelSize(license: License): number {
  const { assigned_quantity: assigned, available_quantity: available } = license;
  const productCount = entriesOf(license.products)?.length;
  const roleCount = entriesOf(license.roles)?.length;
  const rows = [license.unit_amount, license.created_at, license.updated_at, license.id].filter(
    (value) => value !== undefined && value !== null,
  ).length;
  const { total, assigned: taken } = countSeats({ assigned, available });
  const rem =
    seats +
    (total && taken !== undefined ? meter : 0) +
    (productCount === undefined ? 0 : products.section + products.line * Math.min(productCount, mostLines)) +
    (roleCount === undefined
      ? 0
      : roles.section + roles.line * Math.ceil(Math.min(roleCount, mostLines) / roles.inLine)) +
    details.section +
    details.line * rows;
  return Math.max(1, Math.min(steps, Math.round(rem / step)));
}
