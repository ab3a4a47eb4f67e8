import { isLicenseError, type LicenseError, type LicenseErrorCode } from '../client/index.ts';
import type { Vendor } from '../license/index.ts';
import type { StateMessages } from './License.messages.ts';
import { format } from './message.ts';
import { factsOf } from './vendor.ts';

/** What is wrong where something came in place of a license. */
export const malformed = /* @__PURE__ */ new Error('The license has no id.');

/** An error in words. */
export interface Problem {
  /** What the error says of itself, where it comes from the client. */
  readonly error: Partial<LicenseError>;
  /** `unknown` where the error comes from elsewhere, or from another version of the client. */
  readonly code: LicenseErrorCode | 'unknown';
  readonly title: string;
  /** What happened and what to do, in whole sentences. */
  readonly text: string;
}

export function describeError(thrown: unknown, messages: StateMessages, vendor: Vendor | undefined): Problem {
  const error: Partial<LicenseError> = isLicenseError(thrown) ? thrown : {};
  const { code: own = 'unknown', missingParameters = [], missingScopes = [] } = error;
  const code = thrown === malformed ? 'malformed' : Object.hasOwn(messages.errors, own) ? own : 'unknown';
  const missing = (message: string, placeholder: string, names: readonly string[]) =>
    names.length > 0 ? ` ${format(message, { [placeholder]: names.join(', ') })}` : '';
  return {
    error,
    code,
    title: code === 'not_found' ? messages.notFoundTitle : messages.errorTitle,
    text:
      format(messages.errors[code], {
        vendor: error.isRemote ? (factsOf(vendor)?.label ?? messages.vendor) : messages.service,
      }) +
      missing(messages.missingParameters, 'parameters', missingParameters) +
      missing(messages.missingScopes, 'scopes', missingScopes),
  };
}

/** The one action that helps, in words; none for a blocked account, where somebody else has to act first. */
export function helpFor(
  { code }: Problem,
  { reconnect, retry }: StateMessages,
  onRetry: (() => unknown) | undefined,
  onReconnect: (() => unknown) | undefined,
): readonly [words: string, act: (() => unknown) | undefined] {
  return code === 'reauth_required' && onReconnect
    ? [reconnect, onReconnect]
    : [retry, code === 'blocked' ? undefined : onRetry];
}
