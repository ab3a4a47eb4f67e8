import * as v from 'valibot';

/**
 * License statuses that Truto lists (`status`). Others may arrive, because an account can override its mapping.
 */
export const licenseStatuses = ['active', 'inactive'] as const;

/** Product statuses that Truto lists (`products[].status`). Others may arrive. */
export const productStatuses = [
  'active',
  'inactive',
  'errored',
  'needs_input',
  'needs_confirmation',
  'pending',
] as const;

/** A status Truto lists, by its wire value. */
export type KnownLicenseStatus = (typeof licenseStatuses)[number];
/** A product status Truto lists, by its wire value. */
export type KnownProductStatus = (typeof productStatuses)[number];

/** `status` on the wire: a listed value, or any other text. */
export type LicenseStatus = KnownLicenseStatus | (string & {});
/** `products[].status` on the wire: a listed value, or any other text. */
export type ProductStatus = KnownProductStatus | (string & {});

const licenseStatus: v.GenericSchema<LicenseStatus> = v.string();
const productStatus: v.GenericSchema<ProductStatus> = v.string();

const product = v.object({
  id: v.nullish(v.string()),
  name: v.nullish(v.string()),
  status: v.nullish(productStatus),
});

const role = v.object({
  id: v.nullish(v.string()),
  name: v.nullish(v.string()),
});

/**
 * The unified license as Truto documents it. Only `id` is required; unknown keys are not looked at, and unknown
 * enum values are text like any other.
 */
export const licenseSchema = v.object({
  id: v.string(),
  name: v.nullish(v.string()),
  description: v.nullish(v.string()),
  status: v.nullish(licenseStatus),
  assigned_quantity: v.nullish(v.number()),
  available_quantity: v.nullish(v.number()),
  is_paid: v.nullish(v.boolean()),
  unit_amount: v.nullish(v.number()),
  currency: v.nullish(v.string()),
  products: v.nullish(v.array(product)),
  roles: v.nullish(v.array(role)),
  created_at: v.nullish(v.string()),
  updated_at: v.nullish(v.string()),
  remote_data: v.optional(v.unknown()),
});

/**
 * One license of Truto's unified user directory, with the API's own field names.
 *
 * - `assigned_quantity` of `available_quantity` seats are taken: available is the total, not the remainder.
 * - `created_at` and `updated_at` are date-times as the vendor sends them; read them with {@link parseInstant}.
 * - `unit_amount` is in `currency`; the API does not say whether in major or minor units.
 * - `remote_data` is the vendor's own body and may hold license keys and people's addresses.
 *
 * @see https://truto.one/docs/api-reference/unified-user-directory-api/licenses
 */
export interface License extends v.InferOutput<typeof licenseSchema> {}

/** One entry of `products`. */
export interface Product extends v.InferOutput<typeof product> {}

/** One entry of `roles`. */
export interface Role extends v.InferOutput<typeof role> {}
