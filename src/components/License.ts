import type { License as UnifiedLicense } from '../license/index.ts';
import * as parts from './parts.ts';

/** The type of one license. */
export type License = UnifiedLicense;

/**
 * The parts of a card, for hosts that arrange their own. Each reads the license from the `License.Root` around it.
 *
 * @example
 * <License.Root license={license} vendor="webex">
 *   <License.Header />
 *   <License.Seats />
 *   <License.Freshness />
 * </License.Root>
 */
export const License = parts;
