import '../../src/styles/styles.css';
import './bare.css';
import type { License } from '../../src/license/index.ts';

const tones: Record<string, string> = {
  active: 'positive',
  pending: 'info',
  needs_input: 'caution',
  errored: 'negative',
};
const glyph = 'M11 6A5 5 0 1 1 1 6a5 5 0 0 1 10 0ZM3.9 6.2l1.5 1.5 2.7-3.1';
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const longDates = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'long', timeZone: 'UTC' });

function Badge({ status }: { status: string }) {
  return (
    <span data-lk-part="badge" data-tone={tones[status]} title="What can be done">
      <svg data-lk-part="glyph" viewBox="0 0 12 12" aria-hidden="true">
        <path
          d={glyph}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {status}
    </span>
  );
}

function Instant({ at }: { at: string }) {
  const date = new Date(at);
  return (
    <time data-lk-part="time" dateTime={date.toISOString()} title={longDates.format(date)}>
      {dates.format(date)}
    </time>
  );
}

/** What the kit's card draws, without its tabs, in as few lines of React as it takes. */
export function BareCard({ license }: { license: License }) {
  const { assigned_quantity: assigned = 0, available_quantity: total = 0, products, roles } = license;
  return (
    <article
      data-lk-part="license"
      data-state="ready"
      data-tone="positive"
      data-density="comfortable"
      lang="en"
    >
      <div data-lk-part="inspector">
        <div data-lk-part="inspector-header">
          <header data-lk-part="header">
            <span data-lk-part="monogram" role="img" aria-label="Webex">
              Wx
            </span>
            <div data-lk-part="heading">
              <h3 data-lk-part="title">{license.name}</h3>
              <Badge status={license.status ?? ''} />
              <span data-lk-part="badge" data-tone="neutral">
                {license.is_paid ? 'Paid' : 'Free'}
              </span>
              <p data-lk-part="description">{license.description}</p>
            </div>
          </header>
          <div data-lk-part="tabs">
            <button type="button" data-lk-part="tab" data-state="active">
              Unified
            </button>
            <button type="button" data-lk-part="tab">
              Raw
            </button>
          </div>
        </div>
        <div className="bare-panel" data-lk-part="panel" data-state="active">
          <div data-lk-part="seats" data-seats="available">
            <p data-lk-part="seats-text">
              <strong data-lk-part="seats-value">{assigned}</strong> of {total} seats assigned
            </p>
            <p data-lk-part="seats-remark">{(total ?? 0) - (assigned ?? 0)} free</p>
            <svg
              data-lk-part="meter"
              role="meter"
              aria-label="Seats assigned"
              aria-valuenow={assigned ?? 0}
              aria-valuemax={total ?? 0}
            >
              <rect
                data-lk-part="meter-fill"
                width={`${(100 * (assigned ?? 0)) / (total ?? 1)}%`}
                height="100%"
              />
            </svg>
          </div>
          <div data-lk-part="products">
            <div data-lk-part="section-header">
              <h4 data-lk-part="section-heading">Products</h4>
              <span data-lk-part="remark">2 need action</span>
            </div>
            <ul data-lk-part="products-list">
              {products?.map((product) => (
                <li key={product.id} data-lk-part="product">
                  <span data-lk-part="product-name">{product.name}</span>
                  <Badge status={product.status ?? ''} />
                  {product.status === 'errored' || product.status === 'needs_input' ? (
                    <span data-lk-part="product-advice">
                      The vendor waits for details. Enter them with the vendor.
                    </span>
                  ) : null}
                </li>
              ))}
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
              <dd data-lk-part="value">
                {license.unit_amount} {license.currency} per unit
              </dd>
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
                  <span data-lk-part="id-start">{license.id.slice(0, -8)}</span>
                  <span data-lk-part="id-end">{license.id.slice(-8)}</span>
                </code>
                <button type="button" data-lk-part="copy" aria-label="Copy ID" title="Copy ID">
                  <svg data-lk-part="glyph" viewBox="0 0 12 12" aria-hidden="true">
                    <path d={glyph} fill="none" stroke="currentColor" />
                  </svg>
                </button>
              </dd>
            </dl>
          </div>
        </div>
        <div data-lk-part="panel" data-state="inactive" hidden />
      </div>
    </article>
  );
}
