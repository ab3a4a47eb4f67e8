'use client';
import { useEffect, useRef, useState } from 'react';
import { isLicenseError, type LicenseError, type LicenseErrorCode } from '../client/index.ts';
import type { Vendor } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { badge } from './Badge.tsx';
import { button } from './Button.tsx';
import { Id } from './CopyableId.tsx';
import { DetailsList } from './DetailsList.tsx';
import { listFormat, numberFormat } from './intl.ts';
import { type StateMessages, stateMessages } from './License.messages.ts';
import type { HeadingLevel } from './LicenseContext.ts';
import { format } from './message.ts';
import { factsOf } from './vendor.ts';
import { useMessages } from './useMessages.ts';

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

export function describeError(
  thrown: unknown,
  messages: StateMessages,
  vendor: Vendor | undefined,
  locale: string,
): Problem {
  const error: Partial<LicenseError> = isLicenseError(thrown) ? thrown : {};
  const { code: own = 'unknown', missingParameters = [], missingScopes = [] } = error;
  const code = thrown === malformed ? 'malformed' : Object.hasOwn(messages.errors, own) ? own : 'unknown';
  const missing = (message: string, placeholder: string, names: readonly string[]) =>
    names.length > 0 ? ` ${format(message, { [placeholder]: listFormat(locale).format(names) })}` : '';
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

export interface LicenseProblemProps {
  problem: Problem;
  licenseId?: string | undefined;
  headingLevel: HeadingLevel;
  isRetrying: boolean;
  onRetry: (() => unknown) | undefined;
  onReconnect: (() => unknown) | undefined;
}

/** Why there is no license, and the one action that helps. */
export function LicenseProblem({
  problem: { error, code, title, text },
  licenseId,
  headingLevel,
  isRetrying,
  onRetry,
  onReconnect,
}: LicenseProblemProps) {
  const messages = useMessages('state', stateMessages);
  const [isOpen, setOpen] = useState(false);

  const Heading = `h${headingLevel}` as const;
  const reconnect = code === 'reauth_required' ? onReconnect : undefined;
  // A blocked account has no action: somebody else has to act first.
  const act = code === 'blocked' ? undefined : (reconnect ?? onRetry);
  const wait = code === 'rate_limited' && !isRetrying ? error.retryAfterMs : undefined;
  const action = reconnect
    ? 'reconnect'
    : isRetrying
      ? 'retrying'
      : wait === undefined
        ? 'retry'
        : 'retryNow';
  const facts = [
    [messages.vendorMessage, error.vendorMessage ?? error.message],
    [messages.code, code !== 'unknown' && code],
    [messages.httpStatus, error.status?.toString()],
    [messages.requestId, error.requestId],
  ] as const;

  return (
    <div data-lk-part="problem">
      <Heading data-lk-part="problem-title">
        <span {...badge(code === 'not_found' ? 'neutral' : 'negative', title)} />
      </Heading>
      <p data-lk-part="problem-text">
        {text}
        {act && wait !== undefined ? (
          <>
            {' '}
            <Countdown error={error} ms={wait} onEnd={act} message={messages.retryIn} />
          </>
        ) : null}
      </p>
      {licenseId ? (
        <p data-lk-part="problem-id">
          <Id id={licenseId} />
        </p>
      ) : null}
      <div data-lk-part="problem-actions">
        {act ? button(messages[action], act, action === 'retrying') : null}
        {facts.some(([, fact]) => fact)
          ? button(messages.details, () => setOpen(!isOpen), false, isOpen)
          : null}
      </div>
      {isOpen ? <DetailsList rows={facts} /> : null}
    </div>
  );
}

interface CountdownProps {
  /** What the wait is for; another error begins another wait. */
  error: unknown;
  ms: number;
  onEnd: () => unknown;
  message: string;
}

/** Counts down to the next try, then has it made; while the page is hidden it waits. */
function Countdown({ error, ms, onEnd, message }: CountdownProps) {
  const { locale } = useLicenseSettings();
  const [last, setLast] = useState({ error, left: ms });
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const deadline = Date.now() + ms;
    const timer = setInterval(() => {
      const left = deadline - Date.now();
      setLast({ error, left });
      if (left > 0 || document.hidden) return;
      clearInterval(timer);
      end.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [error, ms]);
  const seconds = numberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
    Math.max(0, Math.ceil((last.error === error ? last.left : ms) / 1000)),
  );
  return <span data-lk-part="countdown">{format(message, { seconds })}</span>;
}
