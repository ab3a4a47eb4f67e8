import { cleanup, render, screen } from '@testing-library/react';
import { type ComponentType, createElement, createRef, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as components from '../../src/components/index.ts';
import * as json from '../../src/json/index.ts';
import { LicenseProvider } from '../../src/index.ts';
import { connect } from './connect.ts';
import { full } from './samples.ts';

const {
  License,
  LicenseCard,
  LicenseInspector,
  LicenseView,
  ProductsList,
  ProductStatusBadge,
  RolesList,
  SeatUsage,
} = components;

interface Subject {
  name: string;
  component: ComponentType<never>;
  props: object;
  part: string;
  around?: (children: ReactNode) => ReactNode;
}

const inRoot = (children: ReactNode) => (
  <License.Root license={full} vendor="webex" fetchedAt={0} onRefresh={() => {}}>
    {children}
  </License.Root>
);
const parts = [
  ['Header', 'header'],
  ['Seats', 'seats'],
  ['Products', 'products'],
  ['Roles', 'roles'],
  ['Details', 'details'],
  ['Freshness', 'freshness'],
  ['Inspector', 'inspector'],
] as const;

const { client, card } = connect();
const subjects: Subject[] = [
  { name: 'ProductStatusBadge', component: ProductStatusBadge, props: { status: 'active' }, part: 'badge' },
  { name: 'ProductsList', component: ProductsList, props: { products: full.products }, part: 'products' },
  { name: 'RolesList', component: RolesList, props: { roles: full.roles }, part: 'roles' },
  { name: 'SeatUsage', component: SeatUsage, props: { assigned: 1, available: 2 }, part: 'seats' },
  { name: 'LicenseInspector', component: LicenseInspector, props: { license: full }, part: 'inspector' },
  {
    name: 'LicenseInspector with tabs',
    component: LicenseInspector,
    props: { license: { ...full, remote_data: {} } },
    part: 'inspector',
  },
  { name: 'LicenseView', component: LicenseView, props: { license: full }, part: 'license' },
  { name: 'LicenseView, loading', component: LicenseView, props: {}, part: 'license' },
  {
    name: 'LicenseView, failed',
    component: LicenseView,
    props: { error: new Error('Boom') },
    part: 'license',
  },
  {
    name: 'LicenseCard',
    component: LicenseCard,
    props: card('97 of 120'),
    part: 'license',
    around: (children) => <LicenseProvider client={client}>{children}</LicenseProvider>,
  },
  { name: 'JsonTree', component: json.JsonTree, props: { text: '{"seats": 500}' }, part: 'json' },
  { name: 'License.Root', component: License.Root, props: { license: full }, part: 'license' },
  ...parts.map(([name, part]) => ({
    name: `License.${name}`,
    component: License[name],
    props: {},
    part,
    around: inRoot,
  })),
];

const element = ({ component, props, around = (children) => children }: Subject, more: object = {}) =>
  around(createElement(component, { ...props, ...more } as never));

beforeAll(async () => {
  // What comes on demand has come: a server that waits for nothing would have the browser draw it anew.
  render(<LicenseInspector license={full} />);
  await screen.findByRole('tree');
  cleanup();
});

describe.each(subjects)('$name', (subject) => {
  it('takes className, style, a ref and the rest of the props on its root, which names its part', () => {
    const ref = createRef<HTMLElement>();
    render(
      element(subject, {
        ref,
        className: 'host-class',
        style: { marginTop: 7 },
        id: 'host-id',
        'data-host': 'yes',
      }),
    );
    const root = document.querySelector('#host-id');
    expect(ref.current).toBe(root);
    expect(root).toHaveClass('host-class', { exact: true });
    expect(root).toHaveStyle({ marginTop: '7px' });
    expect(root).toHaveAttribute('data-host', 'yes');
    expect(root).toHaveAttribute('data-lk-part', subject.part);
  });

  it('renders on a server, without a style of its own', () => {
    const html = renderToString(element(subject));
    expect(html).toContain(`data-lk-part="${subject.part}"`);
    expect(html).not.toMatch(/\sstyle=/);
  });

  it('takes over what the server wrote, in Strict Mode, and hands on its root', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const ref = createRef<HTMLElement>();
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(element(subject));
    // React 18 warns of layout effects, which a real server, that has no document, does not have here.
    error.mockClear();
    const written = container.querySelector(`[data-lk-part="${subject.part}"]`);
    render(element(subject, { ref }), { container, hydrate: true });
    expect(ref.current).toBe(written);
    expect(error).not.toHaveBeenCalled();
    container.remove();
  });

  it('gives every element of its own a part', () => {
    const { container } = render(element(subject));
    const strays = [...container.querySelectorAll(':not([data-lk-part])')].map(({ tagName }) => tagName);
    expect(new Set(strays)).toEqual(new Set(strays.includes('path') ? ['path'] : []));
  });
});

it('tries every component that is exported', () => {
  const tried = new Set(subjects.map(({ name }) => name.split(/[ ,]/)[0]));
  const isComponent = (name: string) => /^[A-Z]/.test(name);
  const exported = [
    ...[...Object.keys(components), ...Object.keys(json)].filter(
      (name) => isComponent(name) && name !== 'License',
    ),
    ...Object.keys(License).map((name) => `License.${name}`),
  ];
  expect(tried).toEqual(new Set(exported));
});

it('names the component that a part is missing around it', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => renderToString(<License.Header />)).toThrow(/License\.Header .*License\.Root/);
});
