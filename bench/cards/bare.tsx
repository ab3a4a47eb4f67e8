/** @jsxRuntime automatic (said here for `tsx`, which reads only the root’s tsconfig) */
import type { License, Product } from '../../src/license/index.ts';
import { formatDate, formatDateTime, formatMoney } from './format.ts';

const ring = 'M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0Z';
const copy = 'M4.2 4.2V1.5h6.3v6.3H7.8M1.5 4.2h6.3v6.3H1.5Z';

interface Look {
  label: string;
  tone: string;
  glyph: string;
  advice: string;
  isUrgent?: boolean;
}

const active: Look = {
  label: 'Active',
  tone: 'positive',
  glyph: `${ring}M3.9 6.2l1.5 1.5 2.7-3.1`,
  advice: 'In use and working.',
};

/** The most pressing first. */
const looks: Record<string, Look> = {
  errored: {
    label: 'Errored',
    tone: 'negative',
    glyph: `${ring}M4.4 4.4l3.2 3.2m0-3.2L4.4 7.6`,
    advice: 'Reports a fault. Look into it with the vendor.',
    isUrgent: true,
  },
  needs_input: {
    label: 'Needs input',
    tone: 'caution',
    glyph: 'M1.6 10.4l.6-2.6L8 2l2 2-5.8 5.8-2.6.6ZM6.7 3.3l2 2',
    advice: 'Waits for details. Enter them with the vendor.',
    isUrgent: true,
  },
  pending: {
    label: 'Pending',
    tone: 'info',
    glyph: `${ring}M6 3.4V6l1.7 1.2`,
    advice: 'Being set up. Nothing to do but wait.',
  },
  active,
};
const order = Object.keys(looks);
const lookOf = ({ status }: Pick<License | Product, 'status'>) => looks[status ?? ''] ?? active;
const rank = ({ status }: Product) => order.indexOf(status ?? '');

function Glyph({ path }: { path: string }) {
  return (
    <svg data-lk-part="glyph" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

function Badge({ tone, glyph, label, advice }: Look) {
  return (
    <span title={advice} data-lk-part="badge" data-tone={tone}>
      <Glyph path={glyph} />
      {label}
    </span>
  );
}

function Instant({
  at,
  format = formatDate,
  text,
}: {
  at: string | number;
  format?: (date: Date) => string;
  text?: string | undefined;
}) {
  const date = new Date(at);
  return (
    <time data-lk-part="time" dateTime={date.toISOString()} title={date.toUTCString()}>
      {text ?? format(date)}
    </time>
  );
}

interface BareCardProps {
  license: License;
  /** Milliseconds since 1970. */
  fetchedAt: number;
  onRefresh: () => void;
  /** Where the second side is open. */
  isRaw?: boolean;
  onSide?: (isRaw: boolean) => void;
  /** What the kit says of the first minute. */
  now?: string | undefined;
}

/** What the kit's card draws, its tabs two plain buttons, in as few lines of React as it takes. */
export function BareCard({ license, fetchedAt, onRefresh, isRaw = false, onSide, now }: BareCardProps) {
  const { id, products = [], roles } = license;
  const assigned = license.assigned_quantity ?? 0;
  const total = license.available_quantity ?? 1;
  const share = assigned / total;
  const seats = `${assigned} of ${total} seats assigned`;
  const free = `${total - assigned} free`;
  return (
    <article
      tabIndex={-1}
      aria-label={license.name ?? ''}
      lang="en"
      data-lk-part="license"
      data-state="ready"
      data-tone="positive"
      data-density="comfortable"
    >
      <div data-lk-part="inspector">
        <div data-lk-part="inspector-header">
          <header data-lk-part="header">
            <span data-lk-part="monogram" role="img" aria-label="Webex">
              Wx
            </span>
            <div data-lk-part="heading">
              <h3 data-lk-part="title">{license.name}</h3>
              <span data-lk-part="badges">
                <Badge {...lookOf(license)} />
                <span data-lk-part="badge" data-tone="neutral">
                  {license.is_paid ? 'Paid' : 'Free'}
                </span>
              </span>
              <p data-lk-part="description">{license.description}</p>
            </div>
          </header>
          <div data-lk-part="tabs" role="tablist">
            <button
              type="button"
              data-lk-part="tab"
              aria-selected={!isRaw}
              role="tab"
              onClick={() => onSide?.(false)}
            >
              Unified
            </button>
            <button
              type="button"
              data-lk-part="tab"
              aria-selected={isRaw}
              role="tab"
              onClick={() => onSide?.(true)}
            >
              Raw
            </button>
          </div>
        </div>
        <div className="bare-panel" data-lk-part="panel" hidden={isRaw}>
          <div data-lk-part="seats" data-seats="available">
            <p data-lk-part="seats-text">
              <strong data-lk-part="seats-value">{assigned}</strong> of {total} seats assigned
            </p>
            <p data-lk-part="seats-remark">{free}</p>
            <div
              data-lk-part="meter"
              role="meter"
              aria-label="Seats assigned"
              aria-valuemin={0}
              aria-valuemax={total}
              aria-valuenow={assigned}
              aria-valuetext={`${seats}. ${free}`}
            >
              <svg data-lk-part="meter-scale" aria-hidden="true">
                <rect
                  data-lk-part="meter-fill"
                  x={`${50 - 50 * share}%`}
                  width={`${100 * share}%`}
                  height="100%"
                />
              </svg>
            </div>
          </div>
          <div data-lk-part="products">
            <h4 data-lk-part="section-heading">Products</h4>
            <span data-lk-part="products-summary">
              {`${products?.filter((product) => lookOf(product).isUrgent).length} need action`}
            </span>
            <ul data-lk-part="products-list">
              {products
                ?.toSorted((a, b) => rank(a) - rank(b))
                .map((product) => {
                  const look = lookOf(product);
                  return (
                    <li key={product.id} data-lk-part="product">
                      {product.name}
                      <Badge {...look} />
                      {look.isUrgent ? <span data-lk-part="product-advice">{look.advice}</span> : null}
                    </li>
                  );
                })}
            </ul>
          </div>
          <div data-lk-part="roles">
            <h4 data-lk-part="section-heading">Roles</h4>
            <ul data-lk-part="roles-list">
              {roles?.map((role) => (
                <li key={role.id} data-lk-part="role">
                  {role.name}
                </li>
              ))}
            </ul>
          </div>
          <div data-lk-part="details">
            <dl data-lk-part="details-list">
              <dt data-lk-part="term">Price</dt>
              <dd data-lk-part="value">{`${formatMoney(license.unit_amount ?? 0)} ${license.currency} per unit`}</dd>
              <dt data-lk-part="term">Created</dt>
              <dd data-lk-part="value">
                <Instant at={license.created_at ?? ''} />
              </dd>
              <dt data-lk-part="term">Updated</dt>
              <dd data-lk-part="value">
                <Instant at={license.updated_at ?? ''} />
              </dd>
              <dt data-lk-part="term">ID</dt>
              <dd data-lk-part="value">
                <code data-lk-part="id" dir="ltr">
                  <span data-lk-part="id-start">{id.slice(0, -8)}</span>
                  <span data-lk-part="id-end">{id.slice(-8)}</span>
                </code>
                <button type="button" data-lk-part="copy" aria-label="Copy ID" title="Copy ID">
                  <Glyph path={copy} />
                </button>
              </dd>
            </dl>
          </div>
        </div>
        <div data-lk-part="panel" hidden={!isRaw}>
          {isRaw ? (
            <div data-lk-part="remote-state">
              <p role="status" data-lk-part="remark">
                Loading the vendor’s data…
              </p>
            </div>
          ) : null}
        </div>
      </div>
      <footer data-lk-part="freshness">
        <span data-lk-part="freshness-text">
          Fetched <Instant at={fetchedAt} format={formatDateTime} text={now} />
        </span>
        <button type="button" data-lk-part="button" onClick={onRefresh}>
          Refresh
        </button>
      </footer>
      <span role="status" data-lk-part="status" />
    </article>
  );
}
