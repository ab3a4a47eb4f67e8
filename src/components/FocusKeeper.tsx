'use client';
import { Component, type ReactNode, type RefObject } from 'react';

interface FocusKeeperProps {
  /** An element that stays, beside the content. */
  sibling: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * Leaves the focus to the element around it, a card or a panel, when what has it goes away. Told by being drawn again:
 * what takes itself away has to do so by itself.
 */
export class FocusKeeper extends Component<FocusKeeperProps> {
  // No effect: its cleanup would come when the focus is gone already, or warn on a server.
  override getSnapshotBeforeUpdate() {
    const around = this.props.sibling.current?.parentElement;
    // Of a shadow root or a frame, the page's own document does not say what in it has the focus.
    const root = around?.getRootNode() as Document | ShadowRoot | undefined;
    const focused = root?.activeElement;
    if (!focused || !around?.contains(focused)) return null;
    return () => {
      if (!around.contains(focused)) around.focus({ preventScroll: true });
    };
  }

  override componentDidUpdate(_: unknown, __: unknown, settle: (() => void) | null) {
    settle?.();
  }

  override render() {
    return this.props.children;
  }
}
