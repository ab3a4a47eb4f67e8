import { act } from '@testing-library/react';
import { useId } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import * as browserTabs from '../../src/components/tabs.browser.ts';
import * as tabs from '../../src/components/tabs.tsx';

/** A part of a panel that takes an id for itself. */
function Numbered() {
  return <p id={useId()} />;
}

function Page({ Root, List, Trigger, value }: typeof tabs & { value: string }) {
  return (
    <Root asChild value={value}>
      <div id={useId()} dir={undefined}>
        <List aria-label="Sides" tabIndex={undefined} style={{ outline: undefined }}>
          {['unified', 'raw'].map((each) => (
            <Trigger
              key={each}
              value={each}
              id={each}
              aria-controls={`${each}-panel`}
              tabIndex={each === value ? 0 : -1}
              data-lk-part="tab"
            >
              {each}
            </Trigger>
          ))}
        </List>
        <Numbered />
        {['unified', 'raw'].map((each) => (
          <Numbered key={each} />
        ))}
      </div>
    </Root>
  );
}

function onServer(value: string) {
  vi.stubGlobal('document', undefined);
  const html = renderToString(<Page {...tabs} value={value} />);
  vi.unstubAllGlobals();
  const root = document.createElement('div');
  root.innerHTML = html;
  return root;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each(['unified', 'raw', 'neither'])('write on a server what Radix draws: %s', (value) => {
  const drawn = document.createElement('div');
  drawn.innerHTML = renderToString(<Page {...browserTabs} value={value} />);
  // The order of attributes does not count.
  expect(onServer(value).isEqualNode(drawn)).toBe(true);
});

it.each([
  ['alone, as in a browser', browserTabs],
  ['behind the same file', tabs],
])('come to life without a message where Radix stands %s', (_name, here) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onRecoverableError = vi.fn<(error: unknown) => void>();
  const root = onServer('unified');
  const written = root.innerHTML;
  act(() => void hydrateRoot(root, <Page {...here} value="unified" />, { onRecoverableError }));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(error).not.toHaveBeenCalled();
  expect(root.innerHTML).toBe(written);
});

it('write their markup for a server alone', () => {
  const trigger = renderToString(
    <tabs.Root value="a">
      <tabs.List>
        <tabs.Trigger value="a">A</tabs.Trigger>
      </tabs.List>
    </tabs.Root>,
  );
  expect(trigger).toContain('id="radix-');
});
