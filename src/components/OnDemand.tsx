'use client';
import { Component, type ReactNode, Suspense } from 'react';
import { tabMessages } from './InspectorTabs.messages.ts';
import { useMessages } from './useMessages.ts';

interface OnDemandProps {
  children: ReactNode;
}

/** Parts whose code comes when they are first drawn. Where it does not come, the page around them stays as it is. */
export function OnDemand({ children }: OnDemandProps) {
  const { loading, unavailable } = useMessages('inspector', tabMessages);
  return (
    <Boundary
      fallback={
        <p data-lk-part="remote-state" role="alert">
          {unavailable}
        </p>
      }
    >
      <Suspense fallback={<p data-lk-part="remote-state">{loading}</p>}>{children}</Suspense>
    </Boundary>
  );
}

interface BoundaryProps extends OnDemandProps {
  fallback: ReactNode;
}

class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
