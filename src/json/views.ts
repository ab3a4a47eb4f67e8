import type { ReactNode } from 'react';
import type { JsonDocument } from './document.ts';
import type { Words } from './messages.ts';
import type { NotJsonMessages } from './NotJson.messages.ts';
import type { Redaction } from './redaction.ts';

/** What every view of a text is given; each takes what it needs. */
export interface ViewProps {
  readonly document: JsonDocument;
  /** Paths of what is hidden until it is shown. */
  readonly redact: readonly string[];
  readonly expandDepth: number;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly fileName: string;
  readonly 'aria-label': string;
  readonly 'aria-labelledby': string | undefined;
  readonly words: Words & Partial<NotJsonMessages>;
  /** The view of a document, for what stands before it. */
  readonly Explorer: (props: ExplorerProps) => ReactNode;
}

export interface ExplorerProps extends ViewProps {
  /** What is hidden until it is shown. */
  readonly redaction?: Redaction | undefined;
}
