'use client';
import { useEffect, useRef, useState } from 'react';
import { isLicenseError, type LicenseError, type LicenseErrorCode } from '../client/index.ts';
import type { Vendor } from '../license/index.ts';
import { useLicenseSettings } from '../react/index.ts';
import { badge } from './Badge.tsx';
import { Id } from './CopyableId.tsx';
import { DetailsList } from './DetailsList.tsx';
import { listFormat, numberFormat } from './intl.ts';
import { type StateMessages, stateMessages } from './License.messages.ts';
import type { HeadingLevel } from './LicenseContext.ts';
import { format } from './message.ts';
import { vendorLabel } from './vendor.ts';
import { useFocusKeeper } from './useFocusKeeper.ts';
import { useMessages } from './useMessages.ts';

/** What helps where trying again does not. A blocked account has no action: somebody else has to act first. */
const actions: { readonly [code in LicenseErrorCode | 'unknown']?: 'reconnect' | 'none' } = {
  reauth_required: 'reconnect',
  blocked: 'none',
};

/** What is wrong where something came in place of a license. */
export const malformed = /* @__PURE__ */ new Error('This is no license: it has no id.');

/** The code of an error; `unknown` where it comes from elsewhere. */
export function errorCode(error: unknown): LicenseErrorCode | 'unknown' {
  if (error === malformed) return 'malformed';
  return isLicenseError(error) && Object.hasOwn(stateMessages.errors, error.code) ? error.code : 'unknown';
}

/** What happened and what to do, as whole sentences. */
export function describeError(
  error: unknown,
  { messages, vendor, locale }: { messages: StateMessages; vendor: Vendor | undefined; locale: string },
): { state: 'error' | 'not-found'; title: string; sentences: string[] } {
  const code = errorCode(error);
  const { missingParameters, missingScopes }: Partial<LicenseError> = isLicenseError(error) ? error : {};
  const list = (entries: readonly string[]) => listFormat(locale, {}).format(entries);
  return {
    ...(code === 'not_found'
      ? { state: 'not-found', title: messages.notFoundTitle }
      : { state: 'error', title: messages.errorTitle }),
    sentences: [
      format(messages.errors[code], { vendor: vendorLabel(vendor) ?? messages.vendor }),
      missingParameters?.length &&
        format(messages.missingParameters, { parameters: list(missingParameters) }),
      missingScopes?.length && format(messages.missingScopes, { scopes: list(missingScopes) }),
    ].filter((sentence) => typeof sentence === 'string'),
  };
}

export interface LicenseProblemProps {
  /** In place of the title that an error of a license has. */
  title?: string;
  error: unknown;
  licenseId: string | undefined;
  vendor: Vendor | undefined;
  headingLevel: HeadingLevel;
  isRetrying: boolean;
  onRetry: (() => unknown) | undefined;
  onReconnect: (() => unknown) | undefined;
}

/** Why there is no license, and the one action that helps. */
export function LicenseProblem({
  title: ownTitle,
  error,
  licenseId,
  vendor,
  headingLevel,
  isRetrying,
  onRetry,
  onReconnect,
}: LicenseProblemProps) {
  const { locale } = useLicenseSettings();
  const messages = useMessages('state', stateMessages);
  const ref = useFocusKeeper();
  const [isOpen, setOpen] = useState(false);

  const code = errorCode(error);
  const known: Partial<LicenseError> = isLicenseError(error) ? error : {};
  const { title, sentences } = describeError(error, { messages, vendor, locale });
  const Heading = `h${headingLevel}` as const;
  const isReconnecting = actions[code] === 'reconnect' && onReconnect !== undefined;
  const canRetry = actions[code] !== 'none' && onRetry !== undefined && !isReconnecting;
  const wait = canRetry && code === 'rate_limited' && !isRetrying ? known.retryAfterMs : undefined;
  const facts = [
    [messages.vendorMessage, known.vendorMessage],
    [messages.code, code !== 'unknown' && code],
    [messages.httpStatus, known.status?.toString()],
    [messages.requestId, known.requestId],
  ] as const;

  return (
    <div ref={ref} data-lk-part="problem">
      <Heading data-lk-part="problem-title">
        <span {...badge(code === 'not_found' ? 'neutral' : 'negative', ownTitle ?? title)} />
      </Heading>
      <p data-lk-part="problem-text">
        {sentences.join(' ')}
        {wait !== undefined && onRetry ? (
          <>
            {' '}
            <Countdown error={error} ms={wait} onEnd={onRetry} message={messages.retryIn} />
          </>
        ) : null}
      </p>
      {licenseId ? (
        <p data-lk-part="problem-id">
          <Id id={licenseId} />
        </p>
      ) : null}
      <div data-lk-part="problem-actions">
        {isReconnecting ? (
          <button type="button" data-lk-part="button" onClick={() => onReconnect()}>
            {messages.reconnect}
          </button>
        ) : null}
        {canRetry ? (
          <button
            type="button"
            data-lk-part="button"
            aria-disabled={isRetrying || undefined}
            onClick={() => {
              if (!isRetrying) onRetry();
            }}
          >
            {isRetrying ? messages.retrying : wait === undefined ? messages.retry : messages.retryNow}
          </button>
        ) : null}
        {facts.some(([, fact]) => fact) ? (
          <button type="button" data-lk-part="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {messages.details}
          </button>
        ) : null}
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
  const whole = Math.ceil(ms / 1000);
  const [wait, setWait] = useState({ error, left: whole });
  if (wait.error !== error) setWait({ error, left: whole });
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    const deadline = Date.now() + ms;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
      setWait({ error, left });
      if (left > 0 || document.hidden) return;
      clearInterval(timer);
      end.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [error, ms]);
  const seconds = numberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(
    wait.left,
  );
  return <span data-lk-part="countdown">{format(message, { seconds })}</span>;
}
