'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonDocument } from './document.ts';
import { parseSteps } from './parser.ts';
import { inOneGo, inSlices } from './slices.ts';

/** Characters that are read in one go, while rendering. Longer texts are read in slices. */
const shortText = 1 << 18;

/** Reads a text; null as long as that takes. */
export function useReading(text: string): JsonDocument | null {
  const isShort = text.length <= shortText;
  const short = useMemo(() => (isShort ? inOneGo(parseSteps(text)) : null), [isShort, text]);
  const [long, setLong] = useState<JsonDocument | null>(null);
  useEffect(() => (isShort ? undefined : inSlices(parseSteps(text), setLong)), [isShort, text]);
  return short ?? (long?.text === text ? long : null);
}
