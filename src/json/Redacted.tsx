'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import { note } from './note.tsx';
import { parseRedactPath, type Redaction, redactionSteps } from './redaction.ts';
import { runInSlices } from './slices.ts';
import type { ViewProps } from './views.ts';

/** Finds what is to be hidden, and draws nothing of a document before that is known. */
export default function Redacted(props: ViewProps): ReactNode {
  const { document, redact, words, Explorer } = props;
  // Hosts write the list anew each time.
  const paths = JSON.stringify(redact);
  const parsed = useMemo(() => (JSON.parse(paths) as string[]).map(parseRedactPath), [paths]);
  const [found, setFound] = useState<{ for: unknown; in: JsonDocument; redaction: Redaction } | null>(null);
  useEffect(
    () =>
      runInSlices(redactionSteps(document, parsed), (redaction) =>
        setFound({ for: parsed, in: document, redaction }),
      ),
    [document, parsed],
  );
  // The document before stays, as it was hidden, until it is known what to hide in this one.
  return found?.for === parsed ? (
    <Explorer {...props} document={found.in} redaction={found.redaction} />
  ) : (
    note(words.reading)
  );
}
