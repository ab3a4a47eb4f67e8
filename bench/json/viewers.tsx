import type { ReactNode } from 'react';

/** What a viewer draws of a text, closed but for the outermost value, or all open. */
export interface Viewer {
  /** What is made of the text before the clock starts. */
  prepare(text: string): unknown;
  render(prepared: unknown, isOpen: boolean): ReactNode;
}

/** Each is loaded alone, in a page of its own. */
export const viewers: Readonly<Record<string, () => Promise<Viewer>>> = {
  pre: () =>
    Promise.resolve({
      prepare: (text) => text,
      render: (text) => <pre>{String(text)}</pre>,
    }),
  ours: async () => {
    const [{ JsonTree }] = await Promise.all([
      import('../../src/json/index.ts'),
      import('../../src/styles/styles.css'),
    ]);
    return {
      // The text itself: that it is parsed is part of what is measured.
      prepare: (text) => text,
      render: (text, isOpen) => <JsonTree text={String(text)} expandDepth={isOpen ? Infinity : 1} />,
    };
  },
  'react-json-view-lite': async () => {
    const [{ JsonView, allExpanded, collapseAllNested, defaultStyles }] = await Promise.all([
      import('react-json-view-lite'),
      import('react-json-view-lite/dist/index.css'),
    ]);
    return {
      prepare: (text) => JSON.parse(text) as unknown,
      render: (value, isOpen) => (
        <JsonView
          data={value as object}
          shouldExpandNode={isOpen ? allExpanded : collapseAllNested}
          style={defaultStyles}
        />
      ),
    };
  },
  '@uiw/react-json-view': async () => {
    const { default: JsonView } = await import('@uiw/react-json-view');
    return {
      prepare: (text) => JSON.parse(text) as unknown,
      render: (value, isOpen) => <JsonView value={value as object} {...(isOpen ? {} : { collapsed: 1 })} />,
    };
  },
  'react-inspector': async () => {
    const { ObjectInspector } = await import('react-inspector');
    return {
      prepare: (text) => JSON.parse(text) as unknown,
      render: (value, isOpen) => <ObjectInspector data={value} expandLevel={isOpen ? 10_000 : 1} />,
    };
  },
};
