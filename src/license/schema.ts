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

/** The documented type of a value: by name, as the type of a list's entries, or field by field. */
export type WireType = 'string' | 'number' | 'boolean' | readonly [WireType] | WireFields;
/** Documented types by field. Any field may be null or absent. */
export interface WireFields {
  readonly [field: string]: WireType;
}

const product = { id: 'string', name: 'string', status: 'string' } as const satisfies WireFields;
const role = { id: 'string', name: 'string' } as const satisfies WireFields;

/** The unified license as Truto documents it. `remote_data` may be anything. */
export const licenseFields = {
  id: 'string',
  name: 'string',
  description: 'string',
  status: 'string',
  assigned_quantity: 'number',
  available_quantity: 'number',
  is_paid: 'boolean',
  unit_amount: 'number',
  currency: 'string',
  products: [product],
  roles: [role],
  created_at: 'string',
  updated_at: 'string',
} as const satisfies WireFields;

interface Named {
  string: string;
  number: number;
  boolean: boolean;
}

type Value<T> = T extends keyof Named
  ? Named[T]
  : T extends readonly [infer Entry]
    ? Value<Entry>[]
    : Fields<T>;
type Fields<T> = { -readonly [Field in keyof T]?: Value<T[Field]> | null | undefined };

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
export interface License extends Fields<typeof licenseFields> {
  id: string;
  status?: LicenseStatus | null | undefined;
  products?: Product[] | null | undefined;
  remote_data?: unknown;
}

/** One entry of `products`. */
export interface Product extends Fields<typeof product> {
  status?: ProductStatus | null | undefined;
}

/** One entry of `roles`. */
export interface Role extends Fields<typeof role> {}
