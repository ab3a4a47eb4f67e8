import type { Decorator } from '@storybook/react-vite';
import { type ReactNode, useInsertionEffect } from 'react';

/** Stylesheets that are in the page for as long as they are shown. */
export function HostStyles({ sheets, children }: { sheets: readonly string[]; children: ReactNode }) {
  useInsertionEffect(() => {
    const adopted = sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...adopted];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !adopted.includes(sheet));
    };
  }, [sheets]);
  return children;
}

/**
 * The stylesheets of a host's library, and the kit's theme for it, around the stories of one host. The others share
 * the page and must not meet them.
 */
export function withStyles(...sheets: readonly string[]): Decorator {
  return (Story) => (
    <HostStyles sheets={sheets}>
      <Story />
    </HostStyles>
  );
}
