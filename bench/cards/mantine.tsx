import '@mantine/core/styles.css';
import {
  Avatar,
  Badge,
  Button,
  Card,
  Group,
  List,
  MantineProvider,
  Progress,
  Stack,
  Tabs,
  Text,
  Title,
} from '@mantine/core';
import type { License } from '../../src/license/index.ts';
import { loading } from './card.ts';

const colors = { active: 'green', pending: 'blue', needs_input: 'yellow', errored: 'red' } as const;

function colorOf(status: string | null | undefined) {
  return Object.entries(colors).find(([name]) => name === status)?.[1] ?? 'gray';
}

export { MantineProvider };

/** The card as one would write it with Mantine. */
export function MantineCard({ license }: { license: License }) {
  const { assigned_quantity: assigned, available_quantity: total } = license;
  const percent = assigned && total ? (100 * assigned) / total : 0;
  return (
    <Card withBorder>
      <Tabs defaultValue="unified" keepMounted={false}>
        <Group align="start">
          <Avatar radius="sm">Wx</Avatar>
          <Stack gap="xs">
            <Title order={3}>{license.name}</Title>
            <Badge color="green">{license.status}</Badge>
            <Badge color="gray">{license.is_paid ? 'Paid' : 'Free'}</Badge>
            <Text size="sm">{license.description}</Text>
          </Stack>
          <Tabs.List aria-label="View">
            <Tabs.Tab value="unified">Unified</Tabs.Tab>
            <Tabs.Tab value="raw">Raw</Tabs.Tab>
          </Tabs.List>
        </Group>
        <Tabs.Panel value="unified">
          <Text size="xl">{assigned}</Text>
          <Text size="sm">of {total} seats assigned</Text>
          <Progress value={percent} aria-label="Seats assigned" />
          <Title order={4}>Products</Title>
          <List>
            {license.products?.map((product) => (
              <List.Item key={product.id}>
                {product.name} <Badge color={colorOf(product.status)}>{product.status}</Badge>
              </List.Item>
            ))}
          </List>
          <Title order={4}>Roles</Title>
          <Group gap="xs">
            {license.roles?.map((role) => (
              <Badge key={role.id} variant="outline">
                {role.name}
              </Badge>
            ))}
          </Group>
          {[license.unit_amount, license.created_at, license.updated_at, license.id].map((value) => (
            <Group key={value} justify="space-between">
              <Text size="sm" c="dimmed">
                Detail
              </Text>
              <Text size="sm">{value}</Text>
            </Group>
          ))}
          <Group justify="space-between">
            <Text size="xs">Fetched just now</Text>
            <Button size="xs" variant="outline">
              Refresh
            </Button>
          </Group>
        </Tabs.Panel>
        <Tabs.Panel value="raw">{loading}</Tabs.Panel>
      </Tabs>
    </Card>
  );
}
