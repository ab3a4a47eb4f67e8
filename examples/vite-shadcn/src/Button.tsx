import type { ComponentProps } from 'react';

const variants = {
  default: 'bg-primary text-primary-foreground hover:bg-primary/90',
  outline: 'border border-input bg-background hover:bg-accent hover:text-accent-foreground',
} as const;

export function Button({
  variant = 'default',
  ...props
}: Omit<ComponentProps<'button'>, 'className'> & { variant?: keyof typeof variants }) {
  return (
    <button
      type="button"
      className={`inline-flex h-9 items-center rounded-md px-4 text-sm font-medium shadow-xs outline-none focus-visible:ring-[3px] focus-visible:ring-ring/50 ${variants[variant]}`}
      {...props}
    />
  );
}
