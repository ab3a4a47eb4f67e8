import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import 'truto-license-kit/styles.css';
import './globals.css';

export const metadata: Metadata = { title: 'Licenses', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
