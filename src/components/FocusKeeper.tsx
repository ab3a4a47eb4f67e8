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
    return around?.contains(root?.activeElement ?? null) ? around : null;
  }

  override componentDidUpdate(_: unknown, __: unknown, around: HTMLElement | null) {
    const page = around?.ownerDocument;
    // Not where something else has taken the focus meanwhile.
    if (page?.activeElement === page?.body) around?.focus({ preventScroll: true });
  }

  override render() {
    return this.props.children;
  }
}
