'use client';
import { lazy, type ReactNode } from 'react';
import type { Words } from './messages.ts';
import { note } from './note.tsx';

interface Wording {
  readonly words: Words;
}

/** A part whose code comes when it is first drawn. Where it does not come, that stands in its place. */
export const onDemand = <Props extends object>(
  load: () => Promise<{ default: (props: Props) => ReactNode }>,
) => lazy<(props: Props & Wording) => ReactNode>(() => load().catch(() => ({ default: Unavailable })));

const Unavailable = ({ words }: Wording) => note(words.unavailable, 'alert');
