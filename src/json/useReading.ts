'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import { parseSteps } from './parser.ts';
import { run, runInSlices } from './slices.ts';

/** Characters that are read in one go, while rendering. Longer texts are read in slices. */
const shortText = 1 << 18;

/** Reads a text; undefined as long as that takes. */
export function useReading(text: string): JsonDocument | undefined {
  const short = useMemo(() => (text.length > shortText ? undefined : run(parseSteps(text)).value), [text]);
  const [long, setLong] = useState<JsonDocument>();
  useEffect(() => (short ? undefined : runInSlices(parseSteps(text), setLong)), [short, text]);
  return short ?? (long?.text === text ? long : undefined);
}
