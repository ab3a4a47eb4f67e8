'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import { parseSteps } from './parser.ts';
import { run, runInSlices } from './slices.ts';

/** Characters that are read in one go, while rendering. Longer texts are read in slices. */
const shortText = 1 << 18;

/** Reads a text. As long as that takes, it answers the one before; at first undefined. */
export function useReading(text: string): JsonDocument | undefined {
  const short = useMemo(() => (text.length > shortText ? undefined : run(parseSteps(text)).value), [text]);
  const [latest, setLatest] = useState(short);
  if (short && short !== latest) setLatest(short);
  useEffect(() => (short ? undefined : runInSlices(parseSteps(text), setLatest)), [short, text]);
  return short ?? latest;
}
