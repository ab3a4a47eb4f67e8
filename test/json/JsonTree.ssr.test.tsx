import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { JsonTree } from '../../src/json/index.ts';

describe('JsonTree on a server', () => {
  it('renders its first rows, with no style in the markup', () => {
    const complaints = vi.spyOn(console, 'error');
    const html = renderToString(
      <JsonTree text={JSON.stringify(Array.from({ length: 1000 }, (_, index) => ({ index })))} dir="rtl" />,
    );
    expect(html).toContain('role="tree"');
    expect(html.match(/role="treeitem"/g)).toHaveLength(40);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toContain('<style');
    expect(complaints).not.toHaveBeenCalled();
  });

  it('renders a text that is not JSON, where the server waits for what loads on demand', async () => {
    const tree = <JsonTree text={'<html>\n'.repeat(1000)} />;
    const html = await new Promise<string>((resolve, reject) => {
      const page = new PassThrough();
      void text(page).then(resolve);
      const { pipe } = renderToPipeableStream(tree, { onAllReady: () => void pipe(page), onError: reject });
    });
    expect(html).toContain('This is not JSON');
    expect(html.match(/json-line/g)).toHaveLength(40);
    expect(html).not.toMatch(/\sstyle=/);
  });

  it('holds no hidden value', () => {
    const html = renderToString(<JsonTree text='{"licenseKey":"SECRET"}' redact={['licenseKey']} />);
    expect(html).not.toContain('SECRET');
  });

  it('leaves a large text to the browser', () => {
    const html = renderToString(<JsonTree value={'x'.repeat(1_000_000)} />);
    expect(html).toContain('data-state="loading"');
    expect(html.length).toBeLessThan(1000);
  });
});
