import {
  Badge,
  type BadgeProps,
  Button,
  Card,
  Flex,
  Heading,
  Table,
  TabNav,
  Text,
  TextField,
  Theme,
} from '@radix-ui/themes';
import host from '@radix-ui/themes/styles.css?inline';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/radix.css?inline';
import { connections, type HostProps, hostParameters, inADashboard, schemeInScheme } from './dashboard.tsx';
import { withStyles } from './HostStyles.tsx';

const colors: Record<Tone, NonNullable<BadgeProps['color']>> = {
  positive: 'green',
  info: 'blue',
  caution: 'amber',
  negative: 'red',
  neutral: 'gray',
};

const Host = ({ scheme, children }: HostProps) => (
  <Theme appearance={scheme} accentColor="indigo" grayColor="slate">
    {children}
  </Theme>
);

const Top = () => (
  <>
    <header className="host-head">
      <Heading as="h1" size="6">
        Licenses
      </Heading>
      <div className="host-actions">
        <Button variant="surface" color="gray">
          Export
        </Button>
        <Button>Assign seats</Button>
      </div>
    </header>
    <TabNav.Root aria-label="Directory">
      <TabNav.Link href="#licenses" active>
        Licenses
      </TabNav.Link>
      <TabNav.Link href="#members">Members</TabNav.Link>
      <TabNav.Link href="#billing">Billing</TabNav.Link>
    </TabNav.Root>
  </>
);

const Connections = () => (
  <Card size="2">
    <Flex direction="column" gap="3">
      <div>
        <Heading as="h2" size="3">
          Connections
        </Heading>
        <Text as="p" size="2" color="gray">
          Where seats are counted
        </Text>
      </div>
      <TextField.Root placeholder="Find a vendor" aria-label="Find a vendor" />
      <Table.Root size="1">
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeaderCell>Vendor</Table.ColumnHeaderCell>
            <Table.ColumnHeaderCell>Seats</Table.ColumnHeaderCell>
            <Table.ColumnHeaderCell>State</Table.ColumnHeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {connections.map(({ vendor, seats, state, tone }) => (
            <Table.Row key={vendor}>
              <Table.Cell>{vendor}</Table.Cell>
              <Table.Cell>{seats}</Table.Cell>
              <Table.Cell>
                <Badge color={colors[tone]}>{state}</Badge>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table.Root>
    </Flex>
  </Card>
);

export default {
  title: 'Themes/Radix Themes',
  tags: ['!autodocs'],
  decorators: [withStyles(host, theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });

export const SchemeInScheme = schemeInScheme(Host);
