'use client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import type { Hidden } from './hidden.ts';
import { parseRedactPath, redactionSteps } from './redaction.ts';
import { inSlices } from './slices.ts';

interface RedactedProps {
  readonly document: JsonDocument;
  /** The paths, one a line. */
  readonly paths: string;
  /** Stands there until it is known what to hide. */
  readonly fallback: ReactNode;
  readonly children: (hidden: Hidden) => ReactNode;
}

/** Finds what is to be hidden, and draws nothing of the document before. */
export default function Redacted({ document, paths, fallback, children }: RedactedProps): ReactNode {
  const parsed = useMemo(() => paths.split('\n').map(parseRedactPath), [paths]);
  const [found, setFound] = useState<{ for: unknown; in: JsonDocument; hidden: Hidden } | null>(null);
  useEffect(
    () =>
      inSlices(redactionSteps(document, parsed), (hidden) => setFound({ for: parsed, in: document, hidden })),
    [document, parsed],
  );
  return found && found.for === parsed && found.in === document ? children(found.hidden) : fallback;
}
