'use client';
import { Component, type ReactNode, type RefObject } from 'react';

interface FocusKeeperProps {
  /** An element of the card that stays. */
  sibling: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** Leaves the focus to the card when its content goes away with it, as when another license is loaded. */
export class FocusKeeper extends Component<FocusKeeperProps> {
  // No effect: its cleanup would come when the focus is gone already, or warn on a server.
  override componentWillUnmount() {
    const card = this.props.sibling.current?.parentElement;
    const root = card?.getRootNode() as Document | ShadowRoot | undefined;
    const focused = root?.activeElement;
    if (focused && focused !== card && card?.contains(focused)) card.focus({ preventScroll: true });
  }

  override render() {
    return this.props.children;
  }
}
