import type { ComponentPropsWithoutRef, ReactNode } from 'react';

/** A button; a quiet one is a row's or a value's. A function, so that it costs no component. */
export const button = (
  label: ReactNode,
  onClick: () => void,
  props?: ComponentPropsWithoutRef<'button'> & { 'data-lk-part'?: string },
): ReactNode => (
  <button type="button" data-lk-part="button" onClick={onClick} {...props}>
    {label}
  </button>
);
