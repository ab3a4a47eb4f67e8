'use client';
import * as Radix from '@radix-ui/react-tabs';
import { cloneElement, createContext, forwardRef, isValidElement, useContext, useId } from 'react';

/*
 * The tabs of Radix and, where there is no document, what they write: a server has no use for what they do about the
 * focus, which takes it as long as half a card. In a browser `tabs.browser.ts` stands for this file; that is said in
 * `browser` of package.json.
 */

// Asked with each rendering: tests that write a page first and then bring it to life have a document from then on.
const isServer = () => typeof document === 'undefined';

const orientation = { 'data-orientation': 'horizontal' } as const;

const SelectedContext = /* @__PURE__ */ createContext<string | undefined>(undefined);

function WrittenRoot({ value, children }: Radix.TabsProps) {
  // Radix takes one here, and the ids of what is inside depend on that.
  useId();
  return (
    <SelectedContext.Provider value={value}>
      {isValidElement<typeof orientation>(children) ? cloneElement(children, orientation) : children}
    </SelectedContext.Provider>
  );
}

export const Root = /* @__PURE__ */ forwardRef<HTMLDivElement, Radix.TabsProps>(function Root(props, ref) {
  return isServer() ? <WrittenRoot {...props} /> : <Radix.Root ref={ref} {...props} />;
});

export const List = /* @__PURE__ */ forwardRef<HTMLDivElement, Radix.TabsListProps>(
  function List(props, ref) {
    return isServer() ? (
      <div role="tablist" aria-orientation="horizontal" {...orientation} {...props} />
    ) : (
      <Radix.List ref={ref} {...props} />
    );
  },
);

export const Trigger = /* @__PURE__ */ forwardRef<HTMLButtonElement, Radix.TabsTriggerProps>(
  function Trigger(props, ref) {
    const isSelected = useContext(SelectedContext) === props.value;
    return isServer() ? (
      <button
        type="button"
        role="tab"
        aria-selected={isSelected}
        data-state={isSelected ? 'active' : 'inactive'}
        data-radix-collection-item=""
        {...orientation}
        {...props}
        value={undefined}
      />
    ) : (
      <Radix.Trigger ref={ref} {...props} />
    );
  },
);
