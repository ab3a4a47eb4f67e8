import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LicenseError } from '../../src/client/index.ts';
import { LicenseView } from '../../src/index.ts';
import styles from '../../src/styles/styles.css?inline';
import { full } from '../components/samples.ts';
import { Samples } from './samples.tsx';

const text = '{"totalUnits":500,"users":[{"displayName":"Ada"}],"licenseKey":"a-license-key"}';
const card = {
  license: full,
  vendor: 'webex',
  fetchedAt: 0,
  onRefresh: () => {},
  loadRemoteData: async () => ({ text, contentType: 'application/json', bytes: text.length }),
} as const;

function Cards() {
  const [isRepaired, setRepaired] = useState(false);
  const problem = isRepaired ? { license: full } : { error: new LicenseError({ code: 'upstream' }) };
  return (
    <>
      <LicenseView {...card} className="first" />
      <LicenseView {...problem} className="broken" onRefresh={() => setRepaired(true)} />
      <x-place style={{ display: 'block', inlineSize: 320 }}>
        <LicenseView {...card} className="narrow" />
      </x-place>
    </>
  );
}

function adopt(root: Document | ShadowRoot, Sheet: typeof CSSStyleSheet): void {
  const sheet = new Sheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}

/** Where the kit is drawn, by how it is embedded; each has the kit's stylesheet, and nothing else has. */
const places: Readonly<Record<string, (host: HTMLElement) => HTMLElement | Promise<HTMLElement>>> = {
  page: (host) => {
    adopt(document, CSSStyleSheet);
    return host;
  },
  shadow: (host) => {
    const root = host.attachShadow({ mode: 'open' });
    adopt(root, CSSStyleSheet);
    return root.appendChild(document.createElement('x-place'));
  },
  frame: async (host) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<!doctype html><html lang="en"><body></body></html>';
    Object.assign(frame.style, {
      position: 'absolute',
      inset: '0',
      inlineSize: '100%',
      blockSize: '100%',
      border: '0',
    });
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    host.append(frame);
    await loaded;
    const { contentDocument: inner } = frame;
    if (!inner?.defaultView) throw new Error('the frame has no document');
    adopt(inner, inner.defaultView.CSSStyleSheet);
    return inner.body.appendChild(inner.createElement('x-place'));
  },
};

const { searchParams } = new URL(location.href);
const host = document.getElementById('host');
const place = host && (await places[searchParams.get('place') ?? 'page']?.(host));
if (place) createRoot(place).render(searchParams.has('samples') ? <Samples /> : <Cards />);
