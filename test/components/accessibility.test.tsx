import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import {
  LicenseInspector,
  LicenseView,
  ProductsList,
  ProductStatusBadge,
  RolesList,
  SeatUsage,
} from '../../src/index.ts';
import { failure, full } from './samples.ts';

const load = () => Promise.resolve({ text: '{}', contentType: 'application/json', bytes: 2 });
const subjects: Record<string, ReactElement> = {
  'a badge': <ProductStatusBadge status="errored" />,
  'a list of products': <ProductsList products={full.products} max={1} />,
  'a list of roles': <RolesList roles={full.roles} max={1} />,
  seats: <SeatUsage assigned={7} available={5} />,
  'an inspector': <LicenseInspector license={full} loadRemoteData={load} />,
  'a card': (
    <LicenseView license={full} vendor="webex" fetchedAt={0} onRefresh={load} loadRemoteData={load} />
  ),
  'a loading card': <LicenseView vendor="salesforce" />,
  'a failed card': <LicenseView error={failure('upstream', { requestId: 'r' })} onRefresh={load} />,
  'a stale card': <LicenseView license={full} error={failure('network')} onRefresh={load} />,
  'a license not found': <LicenseView error={failure('not_found')} headingLevel={2} />,
};

it.each(Object.keys(subjects))('axe finds nothing wrong with %s', async (name) => {
  // Without layout there is no contrast to measure; the stories' tests do that in a browser.
  render(<main>{subjects[name]}</main>);
  const { violations } = await axe.run(document.body, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'heading-order': { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  });
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
});
