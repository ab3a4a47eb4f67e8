import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { Component, createRef, type ReactNode } from 'react';
import { describe, expect, expectTypeOf, it, onTestFinished, vi } from 'vitest';
import { JsonTree, type JsonTreeProps } from '../../src/json/index.ts';

const text = `{
  "id": 9007199254740993,
  "name": "Webex Suite",
  "totalUnits": 500,
  "price": 1.10,
  "users": [
    {"email": "ada@example.com", "roles": ["admin"]},
    {"email": "bob@example.com", "roles": []}
  ],
  "owner": {"email": "eve@example.com"}
}`;

const tree = () => screen.getByRole('tree');
const rows = () => within(tree()).getAllByRole('treeitem');
const row = (name: string | RegExp) => within(tree()).getByRole('treeitem', { name });
const texts = () => rows().map((each) => each.textContent?.replace(/[\t▸▾]/g, ''));
const focused = () => document.activeElement?.textContent?.replace(/[\t▸▾]/g, '');

/** A tree with the focus in it. */
async function enter(props: Partial<JsonTreeProps> = {}) {
  const user = userEvent.setup();
  render(<JsonTree text={text} {...(props as object)} />);
  (await screen.findByRole('button', { name: 'Collapse all' })).focus();
  await user.tab();
  return user;
}

describe('JsonTree', () => {
  it('shows the outermost value and what is in it, exactly as written', () => {
    render(<JsonTree text={text} />);
    expect(texts()).toEqual([
      '{ 6 keys }',
      'id: 9007199254740993',
      'name: "Webex Suite"',
      'totalUnits: 500',
      'price: 1.10',
      'users: [ 2 items ]',
      'owner: { 1 key }',
    ]);
  });

  it('opens as many levels as it is told', () => {
    const { rerender } = render(<JsonTree text={text} expandDepth={0} />);
    expect(texts()).toEqual(['{ 6 keys }']);
    rerender(<JsonTree text={text} expandDepth={2} />);
    expect(rows()).toHaveLength(10);
    rerender(<JsonTree text={text} expandDepth={Infinity} />);
    expect(rows()).toHaveLength(15);
    rerender(<JsonTree text={text} />);
    expect(rows()).toHaveLength(7);
  });

  it('says level, size and place of every row', () => {
    render(<JsonTree text={text} expandDepth={Infinity} />);
    const place = (name: string | RegExp) =>
      ['aria-level', 'aria-setsize', 'aria-posinset', 'aria-expanded'].map((attribute) =>
        row(name).getAttribute(attribute),
      );
    expect(place('{ 6 keys }')).toEqual(['1', '1', '1', 'true']);
    expect(place('price: 1.10')).toEqual(['2', '6', '4', null]);
    expect(place('users: [ 2 items ]')).toEqual(['2', '6', '5', 'true']);
    expect(place(/bob/)).toEqual(['4', '2', '1', null]);
    expect(place('roles: []')).toEqual(['4', '2', '2', null]);
    expect(place('0: "admin"')).toEqual(['5', '1', '1', null]);
  });

  it('keeps duplicate keys, their order, and __proto__', () => {
    render(<JsonTree text={'{"b":1,"a":2,"b":3,"__proto__":{"x":1},"two words":4}'} />);
    expect(texts().slice(1)).toEqual(['b: 1', 'a: 2', 'b: 3', '__proto__: { 1 key }', '"two words": 4']);
  });

  it('writes a value as JSON where there is no text', () => {
    render(<JsonTree value={{ id: 7, tags: [] }} />);
    expect(texts()).toEqual(['{ 2 keys }', 'id: 7', 'tags: []']);
  });

  it('says why a value cannot be written as JSON', async () => {
    const { rerender } = render(<JsonTree value={10n} />);
    expect(await screen.findByRole('region')).toHaveTextContent(/^TypeError: .*BigInt/);
    rerender(<JsonTree value={undefined} />);
    expect(screen.getByRole('region')).toHaveTextContent('undefined');
  });

  it('takes a class, other attributes, a ref, and a name for the tree', () => {
    const ref = createRef<HTMLDivElement>();
    render(
      <JsonTree text="{}" ref={ref} className="mine" data-testid="root" dir="rtl" aria-label="License" />,
    );
    const root = screen.getByTestId('root');
    expect(ref.current).toBe(root);
    expect(root).toHaveClass('mine');
    expect(root).toHaveAttribute('dir', 'rtl');
    expect(screen.getByRole('tree', { name: 'License' })).toBeVisible();
    expect(within(root).getByText('{}').closest('[dir]')).toHaveAttribute('dir', 'ltr');
  });

  it('speaks other languages', () => {
    render(
      <JsonTree
        text={JSON.stringify(Array.from({ length: 12_345 }, () => 0))}
        locale="de"
        messages={{ array: { one: '{count} Eintrag', other: '{count} Einträge' }, copy: 'Kopieren' }}
      />,
    );
    expect(row('[ 12.345 Einträge ]')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Kopieren' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Download' })).toBeVisible();
  });

  it('starts anew with another text', async () => {
    const { rerender } = render(<JsonTree text={text} expandDepth={Infinity} />);
    rerender(<JsonTree text='[{"a":1}]' />);
    expect(texts()).toEqual(['[ 1 item ]', '0: { 1 key }']);
  });

  it.each([
    ['a text', '[7,{"key":8}]', undefined],
    ['a text with hidden values', '[7,{"key":8}]', ['key']],
  ])('keeps the focus with another text: %s', async (_name, other, redact) => {
    const view = render(<JsonTree text={text} redact={redact} expandDepth={2} />);
    await screen.findByRole('tree');
    act(() => rows().at(-1)?.focus());
    expect(focused()).toBe(texts().at(-1));
    view.rerender(<JsonTree text={other} redact={redact} expandDepth={2} />);
    await waitFor(() => expect(focused()).toMatch(/^\[ [\d,]+ items \]$/));
  });

  it('leaves the focus to who takes it as soon as the tree stands', async () => {
    const observer = new MutationObserver(() => {
      const last = screen.queryAllByRole('treeitem').at(-1);
      if (!last) return;
      observer.disconnect();
      last.focus();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    onTestFinished(() => observer.disconnect());
    render(<JsonTree text={text} redact={['key']} />);
    await screen.findByRole('tree');
    await waitFor(() => expect(row('owner: { 1 key }')).toHaveAttribute('aria-selected', 'true'));
    expect(focused()).toBe('owner: { 1 key }');
  });

  it('takes no focus with another text', async () => {
    const view = render(<JsonTree text={text} />);
    act(() => rows().at(-1)?.focus());
    act(() => screen.getByRole('searchbox').focus());
    view.rerender(<JsonTree text="[7]" />);
    expect(row('[ 1 item ]')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('leaves open what somebody is in, whatever the host says then', async () => {
    const host = (depth: number) => <JsonTree text={text} expandDepth={depth} />;
    const view = render(host(3));
    act(() => rows().at(-1)?.focus());
    view.rerender(host(1));
    expect(focused()).toBe('email: "eve@example.com"');
    act(() => screen.getByRole('searchbox').focus());
    view.rerender(<JsonTree text={text} expandDepth={1} search="ada" />);
    expect(await screen.findByRole('treeitem', { name: /ada/, selected: true })).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it.each([
    ['no longer hidden', '{"licenseKey":"SECRET","x":1}', undefined],
    ['hidden by another path', '{"licenseKey":"SECRET","x":1}', ['other']],
    ['no JSON', '{"licenseKey":"SECRET"', undefined],
  ])('shows nothing of what was hidden while another text is read: %s', async (_name, before, redact) => {
    const { container, rerender } = render(<JsonTree text={before} redact={['licenseKey']} />);
    await waitFor(() => expect(screen.getAllByRole('button').length).toBeGreaterThan(0));
    const shown: (string | null)[] = [];
    const observer = new MutationObserver(() => shown.push(container.textContent));
    observer.observe(container, { childList: true, subtree: true, characterData: true });
    const large = JSON.stringify(Array.from({ length: 70_000 }, (_, index) => index));
    rerender(<JsonTree text={large} redact={redact} />);
    expect(await screen.findByRole('treeitem', { name: '[ 70,000 items ]' })).toBeVisible();
    observer.disconnect();
    expect(shown.join()).not.toContain('SECRET');
    expect(shown).not.toEqual([]);
  });

  it('is typed', () => {
    expectTypeOf<{ text: string }>().toExtend<JsonTreeProps>();
    expectTypeOf<{ value: unknown }>().toExtend<JsonTreeProps>();
    expectTypeOf<{ text: string; value: number }>().not.toExtend<JsonTreeProps>();
    expectTypeOf<JsonTreeProps['redact']>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<JsonTreeProps['onSearchChange']>().toEqualTypeOf<
      ((change: { search: string }) => void) | undefined
    >();
  });
});

describe('by keyboard', () => {
  it('is one tab stop', async () => {
    const user = await enter();
    expect(focused()).toBe('{ 6 keys }');
    expect(rows().filter((each) => each.tabIndex === 0)).toHaveLength(1);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Copy value' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(focused()).toBe('{ 6 keys }');
  });

  it('goes up and down, to the first and to the last row', async () => {
    const user = await enter();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toBe('name: "Webex Suite"');
    await user.keyboard('{ArrowUp}');
    expect(focused()).toBe('id: 9007199254740993');
    await user.keyboard('{End}');
    expect(focused()).toBe('owner: { 1 key }');
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('owner: { 1 key }');
    await user.keyboard('{Home}');
    expect(focused()).toBe('{ 6 keys }');
    await user.keyboard('{PageDown}');
    expect(focused()).toBe('owner: { 1 key }');
    await user.keyboard('{PageUp}');
    expect(focused()).toBe('{ 6 keys }');
  });

  it('opens and enters to the right, closes and leaves to the left', async () => {
    const user = await enter();
    await user.keyboard('{End}{ArrowRight}');
    expect(focused()).toBe('owner: { 1 key }');
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('email: "eve@example.com"');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('email: "eve@example.com"');
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('owner: { 1 key }');
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('{ 6 keys }');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(texts()).toEqual(['{ 6 keys }']);
    expect(focused()).toBe('{ 6 keys }');
  });

  it.each(['{Enter}', ' '])('opens and closes with %j', async (key) => {
    const user = await enter();
    await user.keyboard(`{End}${key}`);
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard(key);
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'false');
  });

  it('opens all siblings with *', async () => {
    const user = await enter();
    await user.keyboard('{ArrowDown}*');
    expect(row(/^users/)).toHaveAttribute('aria-expanded', 'true');
    expect(row(/^owner/)).toHaveAttribute('aria-expanded', 'true');
    expect(row(/^0:/)).toHaveAttribute('aria-expanded', 'false');
    expect(focused()).toBe('id: 9007199254740993');
    // Those that were closed one by one too, and not what is in them.
    await user.keyboard('{End}{ArrowLeft}{ArrowLeft}*');
    expect(row(/^owner/)).toHaveAttribute('aria-expanded', 'true');
    expect(row(/^0:/)).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{Home}{ArrowLeft}');
    expect(rows()).toHaveLength(1);
    await user.keyboard('*');
    expect(row(/^0:/)).toHaveAttribute('aria-expanded', 'false');
  });

  it('goes to the row whose key begins with what is typed', async () => {
    const user = await enter();
    await user.keyboard('t');
    expect(focused()).toBe('totalUnits: 500');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
    await user.keyboard('o');
    expect(focused()).toBe('owner: { 1 key }');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
    await user.keyboard('na');
    expect(focused()).toBe('name: "Webex Suite"');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 5000);
    await user.keyboard('zz');
    expect(focused()).toBe('name: "Webex Suite"');
  });

  it('leaves shortcuts of the browser alone', async () => {
    const user = await enter();
    await user.keyboard('{Control>}{End}{/Control}{Alt>}{ArrowDown}{/Alt}');
    expect(focused()).toBe('{ 6 keys }');
  });

  it('says the path of the current row, on the screen and as its description', async () => {
    const user = await enter({ expandDepth: 3 });
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleDescription('$.id');
    await user.keyboard('e');
    expect(document.activeElement).toHaveAccessibleDescription('$.users[0].email');
    expect(screen.getByText('$.users[0].email')).toBeVisible();
    expect(rows().filter((each) => each.hasAttribute('aria-describedby'))).toHaveLength(1);
  });

  it('closes all without losing its place', async () => {
    const user = await enter({ expandDepth: Infinity });
    await user.keyboard('{End}');
    await user.click(screen.getByRole('button', { name: 'Collapse all' }));
    expect(texts()).toEqual(['{ 6 keys }']);
    expect(rows()[0]).toHaveAttribute('tabindex', '0');
    await user.click(screen.getByRole('button', { name: 'Expand all' }));
    expect(rows()).toHaveLength(15);
  });
});

describe('by mouse', () => {
  it('opens and closes a row, and makes it the current one', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.click(row(/^owner/));
    expect(row('email: "eve@example.com"')).toBeVisible();
    expect(row(/^owner/)).toHaveFocus();
    expect(row(/^owner/)).toHaveAttribute('aria-selected', 'true');
    await user.click(row(/^owner/));
    expect(within(tree()).queryByText(/eve/)).toBeNull();
  });
});

describe('a search', () => {
  const field = () => screen.getByRole('searchbox', { name: 'Search' });
  const status = () => screen.getAllByRole('status')[0];

  it('goes to the first match, opens what is around it, counts, and goes on', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.type(field(), 'EMAIL');
    await waitFor(() => expect(status()).toHaveTextContent('1 of 3, $.users[0].email'));
    expect(row(/ada/)).toHaveAttribute('aria-selected', 'true');
    expect(within(tree()).queryByText(/bob/)).toBeNull();
    await user.keyboard('{Enter}');
    expect(status()).toHaveTextContent('2 of 3');
    expect(row(/bob/)).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(row(/eve/)).toHaveAttribute('aria-selected', 'true');
    await user.click(screen.getByRole('button', { name: 'Next match' }));
    expect(status()).toHaveTextContent('1 of 3');
    await user.click(screen.getByRole('button', { name: 'Previous match' }));
    expect(status()).toHaveTextContent('3 of 3');
    await user.type(field(), '{Shift>}{Enter}{/Shift}');
    expect(status()).toHaveTextContent('2 of 3');
    expect(field()).toHaveFocus();
  });

  it('marks what it finds', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.type(field(), 'units');
    await waitFor(() => expect(status()).toHaveTextContent('1 of 1'));
    const marks = [...tree().querySelectorAll('mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['Units']);
  });

  it('looks in keys or in values alone', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.type(field(), 'e');
    await waitFor(() => expect(status()).toHaveTextContent(/^1 of 9/));
    const where = screen.getByRole('combobox', { name: 'Search in' });
    await user.selectOptions(where, 'Values');
    await waitFor(() => expect(status()).toHaveTextContent(/of 4/));
    await user.selectOptions(where, 'Keys');
    await waitFor(() => expect(status()).toHaveTextContent(/of 9/));
  });

  it('marks only where it looks', async () => {
    const user = userEvent.setup();
    render(<JsonTree text='{"e":"x","y":"e"}' />);
    await user.type(field(), 'e');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Search in' }), 'Values');
    await waitFor(() => expect(status()).toHaveTextContent('1 of 1, $.y'));
    expect(tree().querySelectorAll('mark')).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Search in' }), 'Keys');
    await waitFor(() => expect(status()).toHaveTextContent('1 of 1, $.e'));
    expect(tree().querySelectorAll('mark')).toHaveLength(1);
  });

  it('takes a text of any length', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={JSON.stringify(['a'.repeat(20_000)])} />);
    await user.click(field());
    await user.paste('a'.repeat(10_000));
    await waitFor(() => expect(status()).toHaveTextContent('1 of 1'));
  });

  it('goes to the first match again when it is asked again', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.type(field(), 'owner');
    await waitFor(() => expect(row(/^owner/)).toHaveAttribute('aria-selected', 'true'));
    await user.clear(field());
    await user.click(row(/^name/));
    await user.click(field());
    await user.paste('owner');
    await waitFor(() => expect(row(/^owner/)).toHaveAttribute('aria-selected', 'true'));
  });

  it('stays where it is when a value is hidden or shown', async () => {
    const user = userEvent.setup();
    const body = '{"a":"ada","key":"ada","list":["ada"]}';
    render(<JsonTree text={body} redact={['key']} expandDepth={2} />);
    await user.type(await screen.findByRole('searchbox'), 'ada');
    await waitFor(() => expect(status()).toHaveTextContent('1 of 2'));
    await user.keyboard('{Enter}');
    expect(status()).toHaveTextContent('2 of 2, $.list[0]');
    await user.click(within(row(/^key/)).getByText('Show'));
    await waitFor(() => expect(status()).toHaveTextContent('2 of 3, $.key'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(status()).toHaveTextContent('2 matches'));
    expect(row(/^key/)).toHaveAttribute('aria-selected', 'true');
  });

  it('says that there is no match, and goes away with the text', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={text} />);
    await user.type(field(), 'nowhere');
    await waitFor(() => expect(status()).toHaveTextContent('0 matches'));
    expect(screen.getByRole('button', { name: 'Next match' })).toHaveAttribute('aria-disabled', 'true');
    await user.clear(field());
    expect(screen.queryByRole('button', { name: 'Next match' })).toBeNull();
  });

  it('can be the host’s', async () => {
    const user = userEvent.setup();
    const onSearchChange = vi.fn<(change: { search: string }) => void>();
    render(<JsonTree text={text} search="web" onSearchChange={onSearchChange} />);
    await waitFor(() => expect(row(/Webex/)).toHaveAttribute('aria-selected', 'true'));
    await user.type(field(), 'x');
    expect(onSearchChange).toHaveBeenLastCalledWith({ search: 'webx' });
    expect(field()).toHaveValue('web');
  });

  it('shows where a match is in a long value', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={JSON.stringify({ long: `${'x'.repeat(5000)}needle${'y'.repeat(5000)}` })} />);
    expect(row(/^long/)).not.toHaveTextContent('needle');
    await user.type(field(), 'needle');
    await waitFor(() => expect(tree().querySelector('mark')).toHaveTextContent('needle'));
  });
});

describe('copies', () => {
  const button = (name: string) => screen.getByRole('button', { name });
  const copied = () => navigator.clipboard.readText();

  it('the value, its JSON and its path', async () => {
    const user = await enter({ text: String.raw`{"a b":["x\u0041\n", {"n": 1.10}]}`, expandDepth: 2 });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await user.click(button('Copy value'));
    expect(await copied()).toBe('xA\n');
    await user.click(button('Copy JSON'));
    expect(await copied()).toBe(String.raw`"x\u0041\n"`);
    await user.click(button('Copy JSONPath'));
    expect(await copied()).toBe('$["a b"][0]');
    await user.click(button('Copy JavaScript'));
    expect(await copied()).toBe('data["a b"][0]');
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent('Copied');
    await user.click(row(/^1:/));
    await user.click(button('Copy JSON'));
    expect(await copied()).toBe('{"n": 1.10}');
  });

  it('the whole text', async () => {
    const user = await enter();
    await user.click(button('Copy'));
    expect(await copied()).toBe(text);
  });

  it('long values whole', async () => {
    const token = `${'eyJhbGciOiJIUzI1NiJ9.'.repeat(60)}end`;
    const user = await enter({ text: JSON.stringify({ token }) });
    await user.keyboard('{ArrowDown}');
    expect(focused()).not.toContain('end');
    await user.click(button('Copy value'));
    expect(await copied()).toBe(token);
    await user.click(row(/^token/));
    await user.copy();
    expect(await copied()).toBe(token);
  });

  it('says so where the browser does not allow it', async () => {
    const user = await enter();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(button('Copy'));
    expect(await screen.findByText(/^Not copied/)).toBeVisible();
  });
});

describe('a download', () => {
  /** What is offered for download, and under which name. */
  function downloads() {
    const files: { name: string; blob: Blob | undefined }[] = [];
    let latest: Blob | undefined;
    URL.createObjectURL = (blob: Blob) => {
      latest = blob;
      return 'blob:here';
    };
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      files.push({ name: this.download, blob: latest });
    });
    return files;
  }

  it('has the exact bytes and a sensible name', async () => {
    const files = downloads();
    const user = await enter({ text: ' {"é": 1.10}\n', fileName: 'webex.json' });
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(files[0]?.name).toBe('webex.json');
    expect(await files[0]?.blob?.text()).toBe(' {"é": 1.10}\n');
    expect(files[0]?.blob?.size).toBe(14);
  });

  it('leaves hidden values out, and says so in its name', async () => {
    const files = downloads();
    const user = await enter({ text: '{"key": "secret"}', redact: ['key'], fileName: 'webex.json' });
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(files[0]?.name).toBe('webex.redacted.json');
    expect(await files[0]?.blob?.text()).toBe('{"key": "[redacted]"}');
  });
});

describe('hidden values', () => {
  const body = '{"licenseKey":"SECRET-1","users":[{"email":"SECRET-2"}],"vault":{"pin":"SECRET-3"}}';
  const redact = ['licenseKey', 'users[].email', 'vault'];

  it('are nowhere until they are shown, one by one', async () => {
    const user = userEvent.setup();
    const { container } = render(<JsonTree text={body} redact={redact} expandDepth={Infinity} />);
    expect(container.innerHTML).not.toContain('SECRET');
    await screen.findByRole('tree');
    expect(container.innerHTML).not.toContain('SECRET');
    expect(row(/^licenseKey/)).toHaveTextContent('licenseKey: HiddenShow');
    expect(row(/^vault/)).not.toHaveAttribute('aria-expanded');
    await user.click(within(row(/^licenseKey/)).getByText('Show'));
    expect(row(/^licenseKey/)).toHaveTextContent('licenseKey: "SECRET-1"Hide');
    expect(container.innerHTML).not.toMatch(/SECRET-[23]/);
    await user.click(within(row(/^licenseKey/)).getByText('Hide'));
    expect(container.innerHTML).not.toContain('SECRET');
  });

  it('are shown and hidden by keyboard', async () => {
    const user = await enter({ text: body, redact });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(focused()).toContain('SECRET-1');
    await user.keyboard('{Enter}');
    expect(focused()).toContain('Hidden');
    await user.keyboard('{End}{Enter}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('pin: "SECRET-3"');
    // What is in it opens and closes by Enter; a button hides it again.
    await user.keyboard('{ArrowLeft}');
    screen.getByRole('button', { name: 'Hide' }).focus();
    await user.keyboard('{Enter}');
    expect(row(/^vault/)).toHaveTextContent('vault: HiddenShow');
    expect(screen.getByRole('button', { name: 'Show' })).toHaveFocus();
  });

  it('are shown whole where they are long, and stay shown', async () => {
    const long = `${'x'.repeat(300)}SECRET`;
    const user = await enter({ text: JSON.stringify({ key: long, list: [1] }), redact: ['key', 'list'] });
    await user.keyboard('{ArrowDown}');
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await screen.findByRole('region', { name: '$.key' })).toHaveTextContent('SECRET');
    expect(row(/^key/)).not.toHaveTextContent('Hidden');
    await user.click(within(row(/^key/)).getByText('Hide'));
    expect(screen.queryByRole('region')).toBeNull();
    await user.click(within(row(/^list/)).getByText('Show'));
    expect(row(/^list/)).toHaveAttribute('aria-expanded', 'false');
    await user.click(row(/^list/));
    expect(row('0: 1')).toBeVisible();
  });

  it('are in no copy', async () => {
    const user = await enter({ text: body, redact });
    const copies: string[] = [];
    const copy = async (name: string) => {
      await user.click(screen.getByRole('button', { name }));
      copies.push(await navigator.clipboard.readText());
    };
    await copy('Copy');
    await copy('Copy value');
    await user.keyboard('{Shift>}{Tab}{/Shift}{ArrowDown}');
    await copy('Copy value');
    await copy('Copy JSON');
    expect(copies.join()).not.toContain('SECRET');
    expect(copies[0]).toBe(
      '{"licenseKey":"[redacted]","users":[{"email":"[redacted]"}],"vault":"[redacted]"}',
    );
    expect(copies[3]).toBe('"[redacted]"');
  });

  it('are not found', async () => {
    const user = userEvent.setup();
    render(<JsonTree text={body} redact={redact} />);
    await user.type(await screen.findByRole('searchbox'), 'SECRET');
    expect(await screen.findByText('0 matches')).toBeVisible();
    await user.click(within(row(/^licenseKey/)).getByText('Show'));
    expect(await screen.findByText(/1 of 1|1 match/)).toBeVisible();
  });

  it('hide the whole of a text in which they cannot be found', async () => {
    const user = userEvent.setup();
    const { container } = render(<JsonTree text={body.slice(0, 40)} redact={redact} />);
    expect(container.innerHTML).not.toContain('SECRET');
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    (await screen.findByRole('button', { name: 'Show text' })).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Copy' })).toHaveFocus();
    expect(container.innerHTML).toContain('SECRET');
    expect(screen.getByText(/SECRET-1/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeVisible();
  });

  it('may stand under any key that has a path', async () => {
    const odd = '{"a\\nb":"SECRET","\\u01c5":"SECRET","\u01c4":"SECRET"}';
    const { container } = render(<JsonTree text={odd} redact={['a\nb', '\u01c5', '\u01c4']} />);
    await screen.findByRole('tree');
    expect(container.innerHTML).not.toContain('SECRET');
  });

  it('are never shown by a mistake in a path', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
      override state: { message?: string } = {};
      static getDerivedStateFromError({ message }: Error) {
        return { message };
      }
      override render() {
        return this.state.message ?? this.props.children;
      }
    }
    const { container } = render(
      <Boundary>
        <JsonTree text={body} redact={['users.*.email']} />
      </Boundary>,
    );
    expect(container.innerHTML).not.toContain('SECRET');
    expect(await screen.findByText(/cannot read .*users\.\*\.email/)).toBeVisible();
  });
});

describe('what cannot be seen', () => {
  it('is named, and escapes are shown as they are written', () => {
    render(<JsonTree text={'["a\u202Eb\u200Bc", "\\u202e\\n\\/", "👩‍💻 ❤️", "a\u00a0b"]'} />);
    expect(texts().slice(1)).toEqual([
      '0: "a⟨U+202E⟩b⟨U+200B⟩c"',
      String.raw`1: "\u202e\n\/"`,
      '2: "👩‍💻 ❤️"',
      '3: "a⟨U+00A0⟩b"',
    ]);
  });

  it('stays text, however hostile', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { container } = render(<JsonTree text={JSON.stringify({ [hostile]: hostile })} />);
    expect(container.querySelector('img')).toBeNull();
    expect(texts()[1]).toBe(`"${hostile}": "${hostile}"`);
  });

  it('does not turn its path around', async () => {
    await enter({ text: '{"a\u202Eb":1}' });
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByText('$["a', { exact: false })).toHaveTextContent('$["a⟨U+202E⟩b"]');
  });
});

describe('a long value', () => {
  it('is cut in its row and shown whole below', async () => {
    const long = `first line\n${'x'.repeat(300)}\nlast line`;
    const user = await enter({ text: JSON.stringify({ long, short: 'x' }) });
    await user.keyboard('{ArrowDown}');
    expect(focused()).toMatch(/…Show all$/);
    await user.keyboard('{Enter}');
    const whole = await screen.findByRole('region', { name: '$.long' });
    expect(within(whole).getByText('first line')).toBeVisible();
    expect(within(whole).getByText('last line')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('region')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['HTML', '<!doctype html>\n<title>502</title>', 'Line 1, column 1: a value was expected, not "<".'],
    ['XML', '<?xml version="1.0"?>', 'Line 1, column 1: a value was expected, not "<".'],
    ['CSV', 'id,name\n1,2', 'Line 1, column 1: a value was expected, not "i".'],
    ['nothing', '', 'Line 1, column 1: a value was expected, not the end of the text.'],
    ['a byte order mark', '\ufeff{}', 'Line 1, column 1: a value was expected, not "⟨U+FEFF⟩".'],
    [
      'half a character',
      '["\ud800"]',
      'column 3: a character that needs no escape was expected, not "\\ud800".',
    ],
    ['truncated JSON', '{\n "a": [1,', 'Line 2, column 10: a value was expected, not the end of the text.'],
  ])('is shown as it is, with where it goes wrong: %s', async (_name, body, problem) => {
    const { container } = render(<JsonTree text={body} />);
    await screen.findByText(/This is not JSON/);
    expect(container.querySelector('p')).toHaveTextContent(problem);
    expect(screen.queryByRole('tree')).toBeNull();
    const lines = screen.queryByRole('region');
    const shown = lines?.textContent?.replace('⟨U+FEFF⟩', '\ufeff').replace('⟨U+D800⟩', '\ud800');
    expect((shown ?? '').trimEnd()).toBe(body.replaceAll('\n', ''));
    expect(lines?.querySelectorAll('mark').length ?? 1).toBe(1);
  });

  it('is downloaded as text', async () => {
    const user = userEvent.setup();
    render(<JsonTree text="<p>" fileName="webex.json" />);
    let name = '';
    URL.createObjectURL = () => 'blob:here';
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      name = this.download;
    });
    await user.click(await screen.findByRole('button', { name: 'Download' }));
    expect(name).toBe('webex.txt');
  });
});

describe('a large text', () => {
  it('is read in slices, and says so meanwhile', async () => {
    const large = JSON.stringify(Array.from({ length: 60_000 }, (_, index) => index));
    render(<JsonTree text={large} />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading…');
    expect(await screen.findByRole('treeitem', { name: '[ 60,000 items ]' })).toBeVisible();
    expect(rows().length).toBeLessThan(100);
  });

  it('is dropped for another that comes before it is read', async () => {
    const list = (length: number) => JSON.stringify(Array.from({ length }, (_, index) => index));
    const { rerender } = render(<JsonTree text={list(80_000)} />);
    rerender(<JsonTree text={list(60_000)} />);
    expect(await screen.findByRole('treeitem', { name: '[ 60,000 items ]' })).toBeVisible();
    rerender(<JsonTree text={list(70_000)} />);
    expect(screen.getByRole('status')).toHaveTextContent('Reading…');
    rerender(<JsonTree text={list(7)} />);
    expect(row('[ 7 items ]')).toBeVisible();
    rerender(<JsonTree text={list(70_000)} />);
    expect(await screen.findByRole('treeitem', { name: '[ 70,000 items ]' })).toBeVisible();
  });

  it('keeps the current row in reach when it is out of sight', async () => {
    const user = await enter({ text: JSON.stringify(Array.from({ length: 500 }, (_, index) => index)) });
    await user.keyboard('{End}');
    expect(focused()).toBe('499: 499');
    await user.keyboard('{Home}');
    expect(focused()).toBe('[ 500 items ]');
  });
});

describe('axe finds nothing wrong with', () => {
  it.each([
    ['a tree', <JsonTree key="1" text={text} expandDepth={2} />],
    ['a search', <JsonTree key="2" text={text} search="e" />],
    ['hidden values', <JsonTree key="3" text={text} redact={['email']} expandDepth={3} />],
    ['a text that is not JSON', <JsonTree key="4" text="<html>" />],
  ])('%s', async (_name, subject) => {
    render(<main>{subject}</main>);
    await screen.findAllByRole('button');
    const { violations } = await axe.run(document.body, {
      rules: {
        'color-contrast': { enabled: false },
        region: { enabled: false },
        'page-has-heading-one': { enabled: false },
      },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
