'use client';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** A button of the kit; `data-lk-part="more"` makes it a quiet one. */
export function Button(props: ComponentPropsWithoutRef<'button'>): ReactNode {
  return <button type="button" data-lk-part="button" {...props} />;
}
