import host from 'bootstrap/dist/css/bootstrap.css?inline';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/bootstrap.css?inline';
import { connections, type HostProps, hostParameters, inADashboard, schemeInScheme } from './dashboard.tsx';
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

const Top = () => (
  <>
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
  </>
);

const Connections = () => (
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
);

export default {
  title: 'Themes/Bootstrap',
  tags: ['!autodocs'],
  decorators: [withStyles(host, theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });

export const SchemeInScheme = schemeInScheme(Host);
