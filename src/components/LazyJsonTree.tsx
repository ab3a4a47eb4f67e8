'use client';
import { lazy } from 'react';
import { useLicenseSettings } from '../react/index.ts';
import { OnDemand } from './OnDemand.tsx';

const load = () => import('../json/JsonTree.tsx').then(({ JsonTree }) => ({ default: JsonTree }));

const JsonTree = /* @__PURE__ */ lazy(load);

/** Has the code of the tree come while its text is on the way. */
export function preloadJsonTree(): void {
  // What fails here is tried again, and reported, where the tree is drawn.
  load().catch(() => {});
}

interface LazyJsonTreeProps {
  label: string;
  /** The JSON as text, or the value to be written as JSON. */
  source: { text: string } | { value: unknown };
  redact: readonly string[] | undefined;
}

/** A JSON tree in the language of the provider, whose code comes when the first one is drawn. */
export function LazyJsonTree({ label, source, redact }: LazyJsonTreeProps) {
  const { locale, messages } = useLicenseSettings();
  return (
    <OnDemand>
      <JsonTree
        {...source}
        aria-label={label}
        redact={redact}
        fileName="license.json"
        locale={locale}
        messages={messages?.json}
      />
    </OnDemand>
  );
}
