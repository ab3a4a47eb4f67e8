import type { ComponentProps } from 'react';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/shadcn.css?inline';
import { connections, type HostProps, hostParameters, inADashboard } from './dashboard.tsx';
import { withStyles } from './HostStyles.tsx';
import host from './shadcn.css?inline';

/** Components as an app keeps them in its `components/ui`. */
const variants = {
  default: 'bg-primary text-primary-foreground shadow-xs hover:bg-primary/90',
  outline: 'border bg-background shadow-xs hover:bg-secondary dark:border-input dark:bg-input/30',
};

const Button = ({
  variant = 'default',
  ...props
}: ComponentProps<'button'> & { variant?: keyof typeof variants }) => (
  <button
    type="button"
    className={`inline-flex h-9 items-center rounded-md px-4 text-sm font-medium outline-none focus-visible:ring-[3px] focus-visible:ring-ring/50 ${variants[variant]}`}
    {...props}
  />
);

const badges: Record<Tone, string> = {
  positive: 'border-transparent bg-primary text-primary-foreground',
  info: 'border-transparent bg-secondary text-secondary-foreground',
  caution: 'text-foreground',
  negative: 'border-transparent bg-destructive text-white',
  neutral: 'text-foreground',
};

const Badge = ({ tone, ...props }: ComponentProps<'span'> & { tone: Tone }) => (
  <span
    className={`inline-flex items-center rounded-md border px-2 py-0.5 text-xs font-medium whitespace-nowrap ${badges[tone]}`}
    {...props}
  />
);

const Tab = ({ isActive, ...props }: ComponentProps<'button'> & { isActive: boolean }) => (
  <button
    type="button"
    aria-pressed={isActive}
    className={`inline-flex h-7 items-center rounded-md px-3 text-sm font-medium ${
      isActive ? 'bg-background text-foreground shadow-sm dark:bg-input/30' : 'text-foreground/75'
    }`}
    {...props}
  />
);

const Host = ({ scheme, children }: HostProps) => (
  <div className={`${scheme} bg-background font-sans text-foreground antialiased`}>{children}</div>
);

const Top = () => (
  <>
    <header className="host-head">
      <h1 className="text-2xl font-semibold tracking-tight">Licenses</h1>
      <div className="host-actions">
        <Button variant="outline">Export</Button>
        <Button>Assign seats</Button>
      </div>
    </header>
    <div
      role="group"
      aria-label="Directory"
      className="inline-flex h-9 w-fit items-center rounded-lg bg-muted p-[3px]"
    >
      <Tab isActive>Licenses</Tab>
      <Tab isActive={false}>Members</Tab>
      <Tab isActive={false}>Billing</Tab>
    </div>
  </>
);

const Connections = () => (
  <section className="flex flex-col gap-4 rounded-xl border bg-card py-5 text-card-foreground shadow-sm">
    <div className="px-5">
      <h2 className="leading-none font-semibold">Connections</h2>
      <p className="mt-2 text-sm text-muted-foreground">Where seats are counted</p>
    </div>
    <div className="px-5">
      <input
        aria-label="Find a vendor"
        placeholder="Find a vendor"
        className="h-9 w-full rounded-md border border-input bg-transparent px-3 text-sm shadow-xs outline-none placeholder:text-muted-foreground focus-visible:border-ring focus-visible:ring-[3px] focus-visible:ring-ring/50 dark:bg-input/30"
      />
    </div>
    <div className="px-5">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b">
            {['Vendor', 'Seats', 'State'].map((title) => (
              <th key={title} scope="col" className="h-10 pe-2 text-start font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {connections.map(({ vendor, seats, state, tone }) => (
            <tr key={vendor} className="border-b last:border-0">
              <td className="py-2 pe-2">{vendor}</td>
              <td className="py-2 pe-2">{seats}</td>
              <td className="py-2">
                <Badge tone={tone}>{state}</Badge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);

export default {
  title: 'Themes/shadcn',
  tags: ['!autodocs'],
  decorators: [withStyles(host, theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });
