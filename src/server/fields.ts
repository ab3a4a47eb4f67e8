import type { ResponseFormat } from '../client/index.ts';
import { type Edit, editJson, type Place } from './json-edit.ts';

/**
 * What happens to properties of the vendor's body: `drop` leaves them out, `mask` puts `"•••"` in the place of their
 * value.
 *
 * A path is property names joined by dots. It may begin at any depth, and lists are looked through, so `licenseKey`
 * finds every license key, and `users[].email` (or `users.email`) the address of every user. A name that holds a dot or
 * a bracket itself cannot be told.
 */
export type LicenseProxyFields = Readonly<Record<string, Edit>>;

/**
 * Edits the vendor's body inside a body of Truto's, a success of the given format or an error.
 *
 * @throws SyntaxError where it is no JSON
 */
export type FieldEditor = (text: string, body: ResponseFormat | 'error') => string;

/** A name on a path: what happens where a path ends with it, and the names that may follow. */
interface Step {
  edit?: Edit;
  readonly next: Map<string, Step>;
}

/** Under these names Truto's bodies carry a vendor's; `raw` and `stream` are nothing else. */
const vendorBodies = new Set(['remote_data', 'raw_response', 'data']);

/** @throws TypeError where a path is none */
export function createFieldEditor(fields: LicenseProxyFields): FieldEditor {
  const root: Step = { next: new Map() };
  for (const [path, edit] of Object.entries(fields)) addPath(root, path, edit);
  const anywhere = placeAfter([root]);
  // In a body that is one text nothing can be found, so all of it is masked.
  const body: Place = { ...anywhere, masksText: true };
  const envelope: Place = {
    masksText: false,
    property: (name) => (vendorBodies.has(name) ? body : envelope),
  };
  return (text, format) => editJson(text, format === 'raw' || format === 'stream' ? body : envelope);

  function placeAfter(steps: readonly Step[]): Place {
    return {
      masksText: false,
      property(name) {
        const found = steps.flatMap(({ next }) => next.get(name) ?? []);
        const edits = found.map(({ edit }) => edit);
        if (edits.includes('drop')) return 'drop';
        if (edits.includes('mask')) return 'mask';
        return found.length === 0 ? anywhere : placeAfter([root, ...found]);
      },
    };
  }
}

function addPath(root: Step, path: string, edit: Edit): void {
  const names = path.replaceAll('[]', '').split('.');
  if (names.some((name) => name === '' || /[[\]*]/.test(name))) {
    throw new TypeError(`fields: ${JSON.stringify(path)} is no path; write 'licenseKey' or 'users[].email'`);
  }
  let step = root;
  for (const name of names) {
    const next = step.next.get(name) ?? { next: new Map<string, Step>() };
    step.next.set(name, next);
    step = next;
  }
  step.edit = edit === 'mask' ? 'mask' : 'drop';
}
