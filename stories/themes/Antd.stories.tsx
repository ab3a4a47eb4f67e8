import type { Meta, StoryObj } from '@storybook/react-vite';
import {
  Button,
  Card,
  ConfigProvider,
  Input,
  Layout,
  Table,
  Tabs,
  Tag,
  theme as antd,
  Typography,
} from 'antd';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/antd.css?inline';
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
  info: 'processing',
  caution: 'warning',
  negative: 'error',
  neutral: 'default',
};

const algorithms = { light: antd.defaultAlgorithm, dark: antd.darkAlgorithm };

const Host = ({ scheme, children }: HostProps) => (
  <ConfigProvider theme={{ algorithm: algorithms[scheme] }}>
    <Layout>{children}</Layout>
  </ConfigProvider>
);

const Dashboard = ({ scheme }: { scheme: Scheme }) => (
  <Host scheme={scheme}>
    <main className="host-page">
      <header className="host-head">
        <Typography.Title level={1} style={{ margin: 0, fontSize: 24 }}>
          Licenses
        </Typography.Title>
        <div className="host-actions">
          <Button>Export</Button>
          <Button type="primary">Assign seats</Button>
        </div>
      </header>
      <Tabs
        items={[
          { key: 'licenses', label: 'Licenses' },
          { key: 'members', label: 'Members' },
          { key: 'billing', label: 'Billing' },
        ]}
      />
      <div className="host-grid">
        <Card
          title={
            <Typography.Title level={2} style={{ margin: 0, fontSize: 16 }}>
              Connections
            </Typography.Title>
          }
        >
          <Input placeholder="Find a vendor" aria-label="Find a vendor" />
          <Table
            size="small"
            pagination={false}
            rowKey="vendor"
            dataSource={[...connections]}
            columns={[
              { title: 'Vendor', dataIndex: 'vendor' },
              { title: 'Seats', dataIndex: 'seats' },
              {
                title: 'State',
                dataIndex: 'state',
                render: (state: string, { tone }) => <Tag color={colors[tone]}>{state}</Tag>,
              },
            ]}
          />
        </Card>
        <FullCard />
        <OtherCards />
      </div>
    </main>
  </Host>
);

const Nested = nestedIn(Host);

const meta = {
  title: 'Themes/Ant Design',
  component: Dashboard,
  tags: ['!autodocs'],
  decorators: [withStyles(theme)],
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
