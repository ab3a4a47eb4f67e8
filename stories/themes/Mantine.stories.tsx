import {
  Badge,
  Box,
  Button,
  Card,
  type MantineColor,
  MantineProvider,
  Stack,
  Table,
  Tabs,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import host from '@mantine/core/styles.css?inline';
import { useState } from 'react';
import type { Tone } from '../../src/components/tone.ts';
import theme from '../../src/styles/themes/mantine.css?inline';
import { connections, type HostProps, hostParameters, inADashboard, schemeInScheme } from './dashboard.tsx';
import { withStyles } from './HostStyles.tsx';

const colors: Record<Tone, MantineColor> = {
  positive: 'green',
  info: 'blue',
  caution: 'yellow',
  negative: 'red',
  neutral: 'gray',
};

/** Variables of an element, where an app has them on its whole page: the other stories share this one. */
function Host({ scheme, children }: HostProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  return (
    <div ref={setRoot} className="mantine-host">
      {root ? (
        <MantineProvider
          forceColorScheme={scheme}
          getRootElement={() => root}
          cssVariablesSelector=".mantine-host"
          deduplicateCssVariables={false}
        >
          <Box bg="var(--mantine-color-body)" c="var(--mantine-color-text)" ff="text">
            {children}
          </Box>
        </MantineProvider>
      ) : null}
    </div>
  );
}

const Top = () => (
  <>
    <header className="host-head">
      <Title order={1} size="h2">
        Licenses
      </Title>
      <div className="host-actions">
        <Button variant="default">Export</Button>
        <Button color="blue.8">Assign seats</Button>
      </div>
    </header>
    <Tabs defaultValue="licenses">
      <Tabs.List aria-label="Directory">
        <Tabs.Tab value="licenses">Licenses</Tabs.Tab>
        <Tabs.Tab value="members">Members</Tabs.Tab>
        <Tabs.Tab value="billing">Billing</Tabs.Tab>
      </Tabs.List>
    </Tabs>
  </>
);

const Connections = () => (
  <Card withBorder>
    <Stack gap="sm">
      <div>
        <Title order={2} size="h5">
          Connections
        </Title>
        <Text size="sm">Where seats are counted</Text>
      </div>
      <TextInput label="Find a vendor" />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Vendor</Table.Th>
            <Table.Th>Seats</Table.Th>
            <Table.Th>State</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connections.map(({ vendor, seats, state, tone }) => (
            <Table.Tr key={vendor}>
              <Table.Td>{vendor}</Table.Td>
              <Table.Td>{seats}</Table.Td>
              <Table.Td>
                <Badge color={colors[tone]} variant="light">
                  {state}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  </Card>
);

export default {
  title: 'Themes/Mantine',
  // `react-19`: Mantine 9 needs it.
  tags: ['!autodocs', 'react-19'],
  decorators: [withStyles(host, theme)],
  parameters: hostParameters,
};

export const InADashboard = inADashboard({ Host, Top, Connections });

export const SchemeInScheme = schemeInScheme(Host);
