import {
  Avatar,
  Badge,
  Box,
  Button,
  Card,
  DataList,
  Flex,
  Heading,
  Progress,
  Tabs,
  Text,
} from '@radix-ui/themes';
import { loading } from './card.ts';
import type { License } from '../../src/license/index.ts';

const colors = { active: 'green', pending: 'blue', needs_input: 'amber', errored: 'red' } as const;

function colorOf(status: string | null | undefined) {
  return Object.entries(colors).find(([name]) => name === status)?.[1] ?? 'gray';
}

/** The card as one would write it with Radix Themes. */
export function RadixThemesCard({ license }: { license: License }) {
  const { assigned_quantity: assigned, available_quantity: total } = license;
  const percent = assigned && total ? (100 * assigned) / total : 0;
  return (
    <Card>
      <Tabs.Root defaultValue="unified">
        <Flex gap="3">
          <Avatar fallback="Wx" />
          <Box>
            <Heading size="3">{license.name}</Heading>
            <Badge color="green">{license.status}</Badge>
            <Badge color="gray">{license.is_paid ? 'Paid' : 'Free'}</Badge>
            <Text size="2">{license.description}</Text>
          </Box>
          <Tabs.List>
            <Tabs.Trigger value="unified">Unified</Tabs.Trigger>
            <Tabs.Trigger value="raw">Raw</Tabs.Trigger>
          </Tabs.List>
        </Flex>
        <Tabs.Content value="unified">
          <Text size="6">{assigned}</Text>
          <Text size="2">of {total} seats assigned</Text>
          <Progress value={percent} />
          <Heading size="2">Products</Heading>
          {license.products?.map((product) => (
            <Flex key={product.id} justify="between">
              <Text size="2">{product.name}</Text>
              <Badge color={colorOf(product.status)}>{product.status}</Badge>
            </Flex>
          ))}
          <Heading size="2">Roles</Heading>
          <Flex gap="2">
            {license.roles?.map((role) => (
              <Badge key={role.id} variant="outline">
                {role.name}
              </Badge>
            ))}
          </Flex>
          <DataList.Root>
            {[license.unit_amount, license.created_at, license.updated_at, license.id].map((value) => (
              <DataList.Item key={value}>
                <DataList.Label>Detail</DataList.Label>
                <DataList.Value>{value}</DataList.Value>
              </DataList.Item>
            ))}
          </DataList.Root>
          <Flex justify="between">
            <Text size="1">Fetched just now</Text>
            <Button size="1" variant="outline">
              Refresh
            </Button>
          </Flex>
        </Tabs.Content>
        <Tabs.Content value="raw">{loading}</Tabs.Content>
      </Tabs.Root>
    </Card>
  );
}
