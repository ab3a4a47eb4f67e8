import type { License } from '../src/components/License.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds since 1970, so long ago that a relative time has the same words whenever the picture is taken. */
export const ago = {
  minutes: (count: number) => Date.now() - (count + 0.5) * minute,
  hours: (count: number) => Date.now() - (count + 0.5) * 60 * minute,
  days: (count: number) => Date.now() - (count + 0.5) * day,
};

/** A license of an account that fills every field with a mapping of its own. */
export const complete: License = {
  id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvZGY5OWJmNDYtZGljZW5zZS8x',
  name: 'Webex Suite Enterprise',
  description: 'Meetings, calling and messaging for named users',
  status: 'active',
  assigned_quantity: 412,
  available_quantity: 500,
  is_paid: true,
  unit_amount: 14.5,
  currency: 'EUR',
  products: [
    { id: 'p1', name: 'Meetings', status: 'active' },
    { id: 'p2', name: 'Calling', status: 'pending' },
    { id: 'p3', name: 'Contact Center', status: 'needs_input' },
    { id: 'p4', name: 'Devices', status: 'errored' },
  ],
  roles: [
    'Full administrator',
    'User administrator',
    'Compliance officer',
    'Read-only administrator',
    'Device administrator',
    'Support administrator',
    'Location administrator',
  ].map((name, index) => ({ id: `r${index}`, name })),
  created_at: '2024-03-12T09:30:00Z',
  updated_at: new Date(ago.days(3)).toISOString(),
};

/** All that Webex tells. */
export const webex: License = {
  id: 'Y2lzY29zcGFyazovL3VzL0xJQ0VOU0UvNWIxZDNjN2UtMGE0Zi00ZTYyLjOGQ3ZTk0Mw',
  name: 'Webex Calling – Professional',
  assigned_quantity: 53,
};

/** All that Cisco Meraki tells: no name. */
export const meraki: License = {
  id: '900100200300402',
  status: 'active',
  available_quantity: 25,
  created_at: '2025-11-20T08:00:00Z',
};

/** All that Salesforce tells. */
export const salesforce: License = {
  id: '100Xa0000000AbCIAU',
  name: 'Salesforce Platform',
  status: 'active',
  assigned_quantity: 97,
  available_quantity: 120,
  is_paid: true,
  created_at: '2021-03-09T14:05:41.000+0000',
  updated_at: '2026-08-17T06:12:03.000+0000',
};

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Texts far longer than a card is wide. */
export const long: License = {
  ...complete,
  id: `${complete.id}${complete.id}${complete.id}`,
  name: `${word} for the administration of everything that the regional offices of three continents share`,
  description: `${'A description that its author could not bring to an end. '.repeat(12)}${word}`,
  products: [
    { id: 'p1', name: `${word}-${word}`, status: 'needs_confirmation' },
    {
      id: 'p2',
      name: 'A product with a name of many short words that fill more than one line of a card',
      status: 'active',
    },
    { id: 'p3', name: 'Calling', status: `a_status_that_the_vendor_made_up_yesterday_${word}` },
  ],
  roles: [
    { name: word },
    { name: 'Administrator of everything that has no other administrator' },
    { name: 'Reader' },
  ],
  assigned_quantity: 123_456_789,
  available_quantity: 987_654_321,
};

const markup = '"><img src=x onerror=alert(1)><script>alert(2)</script>';

/** Markup, scripts, bidirectional overrides, joined emoji and control characters, wherever a text may stand. */
export const hostile: License = {
  id: markup,
  name: `\u202E${markup} 👩‍👩‍👧‍👦 \u0000`,
  description: 'javascript:alert(document.domain)',
  status: markup,
  assigned_quantity: 1e21,
  available_quantity: Number.MAX_VALUE,
  is_paid: true,
  unit_amount: -1e-7,
  currency: markup,
  products: [
    { id: 'p1', name: '\u202Edetrever \u2066', status: '__proto__' },
    { id: '', name: '', status: 'constructor' },
    { id: 'p3', name: null, status: null },
  ],
  roles: [{ name: markup }, { id: 'role-17' }, {}],
  created_at: 'yesterday',
  updated_at: '2026-13-45T99:00:00Z',
};
