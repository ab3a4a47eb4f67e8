import type { Meta, StoryObj } from '@storybook/react-vite';
import host from 'bootstrap/dist/css/bootstrap.css?inline';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/bootstrap.css?inline';
import {
  cardsAreThere,
  connections,
  FullCard,
  type HostProps,
  hostParameters,
  nestedIn,
  OtherCards,
  type Scheme,
} from './dashboard.tsx';
import { withStyles } from './HostStyles.tsx';

const colors: Record<Tone, string> = {
  positive: 'success',
  info: 'info',
  caution: 'warning',
  negative: 'danger',
  neutral: 'secondary',
};

const Host = ({ scheme, children }: HostProps) => (
  <div data-bs-theme={scheme} className="bg-body text-body">
    {children}
  </div>
);

const Dashboard = ({ scheme }: { scheme: Scheme }) => (
  <Host scheme={scheme}>
    <main className="host-page">
      <header className="host-head">
        <h1 className="h3 mb-0">Licenses</h1>
        <div className="host-actions">
          <button type="button" className="btn btn-outline-secondary">
            Export
          </button>
          <button type="button" className="btn btn-primary">
            Assign seats
          </button>
        </div>
      </header>
      <ul className="nav nav-tabs">
        {['Licenses', 'Members', 'Billing'].map((label, index) => (
          <li key={label} className="nav-item">
            <a
              href={`#${label.toLowerCase()}`}
              className={index === 0 ? 'nav-link active' : 'nav-link'}
              aria-current={index === 0 ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <div className="host-grid">
        <div className="card">
          <div className="card-body">
            <h2 className="card-title h5">Connections</h2>
            <p className="card-text text-body-secondary">Where seats are counted</p>
            <input className="form-control" placeholder="Find a vendor" aria-label="Find a vendor" />
            <table className="table mb-0 mt-3">
              <thead>
                <tr>
                  <th scope="col">Vendor</th>
                  <th scope="col">Seats</th>
                  <th scope="col">State</th>
                </tr>
              </thead>
              <tbody>
                {connections.map(({ vendor, seats, state, tone }) => (
                  <tr key={vendor}>
                    <td>{vendor}</td>
                    <td>{seats}</td>
                    <td>
                      <span className={`badge text-${colors[tone]}-emphasis bg-${colors[tone]}-subtle`}>
                        {state}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
        <FullCard />
        <OtherCards />
      </div>
    </main>
  </Host>
);

const Nested = nestedIn(Host);

const meta = {
  title: 'Themes/Bootstrap',
  component: Dashboard,
  tags: ['!autodocs'],
  decorators: [withStyles(host, theme)],
  parameters: hostParameters,
  args: { scheme: 'light' },
} satisfies Meta<typeof Dashboard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const InADashboard: Story = {
  render: (_, { globals }) => <Dashboard scheme={globals['scheme']} />,
  play: cardsAreThere,
};

/** One scheme inside the other. */
export const SchemeInScheme: Story = {
  render: (_, { globals }) => <Nested scheme={globals['scheme']} />,
  play: cardsAreThere,
};
