'use client';
import { Component, type ReactNode, type RefObject } from 'react';

interface FocusKeeperProps {
  /** An element that stays, beside the content. */
  sibling: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * Leaves the focus to the element around it, a card or a panel, when its content goes away and the focus with it. What
 * stands beside the content and stays has no focus of its own to lose.
 */
export class FocusKeeper extends Component<FocusKeeperProps> {
  // No effect: its cleanup would come when the focus is gone already, or warn on a server.
  override componentWillUnmount() {
    const around = this.props.sibling.current?.parentElement;
    // Of a shadow root or a frame, the page's own document does not say what in it has the focus.
    const root = around?.getRootNode() as Document | ShadowRoot | undefined;
    const focused = root?.activeElement;
    if (focused && focused !== around && around?.contains(focused)) around.focus({ preventScroll: true });
  }

  override render() {
    return this.props.children;
  }
}
