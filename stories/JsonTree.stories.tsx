import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { JsonTree } from '../src/json/index.ts';
import './stories.css';

const webex = `{
  "id": "Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv",
  "name": "Webex Suite Enterprise",
  "totalUnits": 500,
  "consumedUnits": 412,
  "subscriptionId": null,
  "siteUrl": "example.webex.com",
  "price": 14.50,
  "revision": 9007199254740993,
  "isEnabled": true,
  "tags": [],
  "users": [
    ${Array.from(
      { length: 412 },
      (_, index) => `{"id": "user-${index}", "email": "user${index}@example.com", "roles": ["member"]}`,
    ).join(',\n    ')}
  ]
}`;

const meta = {
  title: 'Components/JsonTree',
  component: JsonTree,
  args: { text: webex },
  argTypes: {
    text: { control: 'text' },
    expandDepth: { control: { type: 'number', min: 0, max: 10 } },
    search: { control: 'text' },
    fileName: { control: 'text' },
    redact: { control: 'object' },
    locale: { control: 'text' },
  },
  decorators: [
    (Story) => (
      <div className="sb-card">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof JsonTree>;

export default meta;
type Story = StoryObj<typeof JsonTree>;

export const Default: Story = {};

export const Playground: Story = { args: { expandDepth: 2, fileName: 'webex-license.json' } };

/** Arrows, Home and End, `*`, and the first letters of a key. */
export const ByKeyboard: Story = {
  play: async ({ canvas, globals }) => {
    const [open, close] =
      globals['direction'] === 'rtl' ? ['{ArrowLeft}', '{ArrowRight}'] : ['{ArrowRight}', '{ArrowLeft}'];
    const [first] = canvas.getAllByRole('treeitem');
    first?.focus();
    await userEvent.keyboard(`{End}${open}{ArrowDown}${open}{ArrowDown}`);
    await waitFor(() => expect(canvas.getByRole('treeitem', { name: 'id: "user-0"' })).toHaveFocus());
    await expect(canvas.getByText('$.users[0].id')).toBeVisible();
    await userEvent.keyboard(close.repeat(4));
    await userEvent.keyboard('tot');
    await expect(canvas.getByRole('treeitem', { name: 'totalUnits: 500' })).toHaveFocus();
  },
};

/** Goes to the first match and opens what is around it; Enter goes on. */
export const Search: Story = {
  play: async ({ canvas }) => {
    const field = canvas.getByRole('searchbox', { name: 'Search' });
    await userEvent.type(field, 'units');
    await canvas.findByText('1 of 2');
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByText('2 of 2')).toBeVisible();
    await expect(canvas.getByRole('treeitem', { selected: true })).toHaveTextContent('consumedUnits: 412');
    await userEvent.clear(field);
    await userEvent.type(field, 'user411@');
    await canvas.findByText('1 of 1');
    await expect(canvas.getByText('$.users[411].email')).toBeVisible();
  },
};

export const NoMatch: Story = { args: { search: 'nowhere' } };

/** What the paths name is out of sight, of the search, of copies and of downloads, until it is shown. */
export const Redacted: Story = {
  args: {
    text: '{"id": "license-1", "licenseKey": "Z21J-HHHH-AAAA", "users": [{"email": "ada@example.com", "name": "Ada"}]}',
    redact: ['licenseKey', 'users[].email'],
    expandDepth: 3,
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement).not.toHaveTextContent(/Z21J|ada@/);
    const row = await canvas.findByRole('treeitem', { name: /^licenseKey/ });
    await userEvent.click(within(row).getByText('Show'));
    await expect(row).toHaveTextContent('Z21J-HHHH-AAAA');
  },
};

/** Ten megabytes: about 600,000 values. */
export const Large: Story = {
  tags: ['no-picture'],
  args: { text: '[]' },
  render: ({ dir }) => <JsonTree dir={dir} text={large()} fileName="large.json" />,
  play: async ({ canvas }) => {
    await canvas.findByRole('treeitem', { name: /items \]/ }, { timeout: 5000 });
    await userEvent.click(canvas.getByRole('button', { name: 'Expand all' }));
    canvas.getAllByRole('treeitem')[0]?.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(canvas.getAllByRole('treeitem').at(-1)).toHaveFocus());
  },
};

/** Digits, escapes, double keys and their order, as they were written. */
export const Exact: Story = {
  args: {
    text: String.raw`{"big": 9007199254740993, "price": 1.10, "huge": 1e400, "zero": -0, "same": 1, "same": 2, "__proto__": {}, "escaped": "A\/\n\\"}`,
  },
};

export const Hostile: Story = {
  args: {
    text: JSON.stringify({
      '<script>alert(1)</script>': '<img src=x onerror=alert(1)>',
      invoice: 'invoice\u202Efdp.exe',
      name: 'pay\u200Bpal\u00a0\ufeff',
      'a key with spaces': 'مرحبا, 123',
      emoji: '👩‍💻 ❤️ 🏴‍☠️',
      token: 'eyJhbGciOiJIUzI1NiJ9.'.repeat(40),
      lines: 'first\nsecond\tthird',
      [`${'long'.repeat(60)}`]: { a: [[[[[[[[[[[[1]]]]]]]]]]]] },
    }),
    expandDepth: Infinity,
  },
};

/** A value that is cut in its row is shown whole below. */
export const LongValue: Story = {
  args: {
    text: JSON.stringify({ certificate: `-----BEGIN-----\n${'MIIBIjANBg\n'.repeat(60)}-----END-----` }),
  },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Show all'));
    await expect(await canvas.findByRole('region', { name: '$.certificate' })).toBeVisible();
  },
};

export const Deep: Story = {
  args: { text: `${'['.repeat(5000)}${']'.repeat(5000)}`, expandDepth: Infinity },
};

export const Empty: Story = { args: { text: '{}' } };

export const OneValue: Story = { args: { text: '42' } };

/** A web page in place of JSON, as a proxy sends it. */
export const NotJson: Story = {
  args: {
    text: '<!doctype html>\n<html>\n  <head><title>502 Bad Gateway</title></head>\n  <body>\n    <h1>502 Bad Gateway</h1>\n  </body>\n</html>\n',
  },
};

export const Truncated: Story = { args: { text: webex.slice(0, 700) } };

export const NothingAtAll: Story = { args: { text: '' } };

/** Where something is to be hidden, a text that cannot be read is hidden as a whole. */
export const TruncatedAndRedacted: Story = { args: { text: webex.slice(0, 700), redact: ['email'] } };

/** Rows are mirrored, and with them the arrow keys; JSON reads from left to right. */
export const RightToLeft: Story = { args: { dir: 'rtl', expandDepth: 2 } };

function large(): string {
  return JSON.stringify(
    Array.from({ length: 45_000 }, (_, index) => ({
      id: `Y2lzY29zcGFyazovL3VzL0xJQ0VOU0Uv${index}`,
      name: `Webex Suite Enterprise ${index}`,
      totalUnits: index * 7,
      consumedUnits: index % 500,
      isEnabled: index % 3 === 0,
      tags: ['meetings', 'calling', index],
      owner: { email: `user${index}@example.com`, roles: [{ id: index, name: 'Full administrator' }] },
    })),
  );
}
