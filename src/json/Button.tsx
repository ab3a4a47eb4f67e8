'use client';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';

export function Button(props: Omit<ComponentPropsWithoutRef<'button'>, 'type'>): ReactNode {
  return <button {...props} type="button" data-lk-part="json-button" />;
}
