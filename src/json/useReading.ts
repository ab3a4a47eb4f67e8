'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import { parseSteps } from './parser.ts';
import { parseRedactPath, type RedactPath, type Redaction, redactionSteps } from './redaction.ts';
import { inOneGo, inSlices } from './slices.ts';

/** Characters that are read in one go, while rendering. Longer texts are read in slices. */
const shortText = 1 << 18;

/** A text that was read. */
export interface Reading {
  readonly document: JsonDocument;
  /** The values that are to be hidden until they are shown. */
  readonly redaction: Redaction;
}

function* readingSteps(text: string, paths: readonly RedactPath[]): Generator<undefined, Reading> {
  const document = yield* parseSteps(text);
  return { document, redaction: yield* redactionSteps(document, paths) };
}

/** Reads a text; null as long as that takes. */
export function useReading(text: string, redact: readonly string[]): Reading | null {
  const patterns = redact.join('\n');
  const paths = useMemo(() => (patterns ? patterns.split('\n').map(parseRedactPath) : []), [patterns]);
  const isShort = text.length <= shortText;
  const short = useMemo(() => (isShort ? inOneGo(readingSteps(text, paths)) : null), [isShort, text, paths]);
  const [long, setLong] = useState<{ paths: readonly RedactPath[]; reading: Reading } | null>(null);

  useEffect(() => {
    if (isShort) return undefined;
    const controller = new AbortController();
    void inSlices(readingSteps(text, paths), controller.signal).then((reading) =>
      setLong({ paths, reading }),
    );
    return () => controller.abort();
  }, [isShort, text, paths]);

  if (short) return short;
  return long?.paths === paths && long.reading.document.text === text ? long.reading : null;
}
