'use client';
/** Stands for `tabs.tsx` in a browser: Radix alone. */
export { List, Root, Trigger } from '@radix-ui/react-tabs';
