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
import { connections, type HostProps, hostParameters, inADashboard, schemeInScheme } from './dashboard.tsx';
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

const Top = () => (
  <>
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
  </>
);

const Connections = () => (
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
);

export default {
  title: 'Themes/Ant Design',
  tags: ['!autodocs'],
  decorators: [withStyles(theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });

export const SchemeInScheme = schemeInScheme(Host);
