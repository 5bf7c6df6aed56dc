import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DEFAULT_PREFERENCES } from '#lib/model/preferences.ts';
import '../globals.css';

/** Who is there stands in a cookie, so nothing of the desk is made before it is asked for. */
export const instant = false;

export const metadata: Metadata = {
  robots: { index: false, follow: false },
  icons: { icon: '/icon.svg' },
};

type Props = { children: ReactNode };

/** The desk has no scripts, so the editor's own text size and colours come as a style sheet. */
export default function Layout({ children }: Props) {
  return (
    <html
      lang="en"
      dir="ltr"
      className="desk"
      data-text-size={DEFAULT_PREFERENCES.size}
      data-theme={DEFAULT_PREFERENCES.theme}
    >
      <head>
        <link rel="stylesheet" href="/preferences.css" />
      </head>
      <body>{children}</body>
    </html>
  );
}
