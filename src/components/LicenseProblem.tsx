'use client';
import { useEffect, useRef, useState } from 'react';
import { useLicenseSettings } from '../react/index.ts';
import { badge } from './Badge.tsx';
import { button } from './Button.tsx';
import { idText } from './CopyableId.tsx';
import { detailsList } from './DetailsList.tsx';
import { numberFormat } from './intl.ts';
import { stateMessages } from './License.messages.ts';
import type { HeadingLevel } from './LicenseContext.ts';
import { format } from './message.ts';
import { helpFor, type Problem } from './problem.ts';
import { useMessages } from './useMessages.ts';

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
  problem,
  licenseId,
  headingLevel,
  isRetrying,
  onRetry,
  onReconnect,
}: LicenseProblemProps) {
  const messages = useMessages('state', stateMessages);
  const [isOpen, setOpen] = useState(false);

  const Heading = `h${headingLevel}` as const;
  const { error, code, title, text } = problem;
  const [words, act] = helpFor(problem, messages, onRetry, onReconnect);
  const wait = code === 'rate_limited' && !isRetrying ? error.retryAfterMs : undefined;
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
            <Countdown ms={wait} onEnd={act} error={error} message={messages.retryIn} />
          </>
        ) : null}
      </p>
      {licenseId ? <p data-lk-part="problem-id">{idText(licenseId)}</p> : null}
      <div data-lk-part="problem-actions">
        {act
          ? button(
              isRetrying ? messages.retrying : wait === undefined ? words : messages.retryNow,
              act,
              isRetrying,
            )
          : null}
        {facts.some(([, fact]) => fact)
          ? button(messages.details, () => setOpen(!isOpen), false, isOpen)
          : null}
      </div>
      {isOpen ? detailsList(facts) : null}
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
