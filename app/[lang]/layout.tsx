import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { FACES } from '#app/faces.ts';
import { InlineScript } from '#components/ui/InlineScript.tsx';
import { LANGUAGES } from '#lib/model/language.ts';
import { DEFAULT_PREFERENCES } from '#lib/model/preferences.ts';
import { editionOrDefault, editions, siteFacts } from '#lib/news/editions.ts';
import { APPLY_PREFERENCES } from '#lib/preferences/early-scripts.ts';
import '../globals.css';

type Props = { children: ReactNode; params: Promise<{ lang: string }> };

export const ensureStatic = 'navigation';

export function generateStaticParams() {
  return [{ lang: editions()[0] }];
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdf9' },
    { media: '(prefers-color-scheme: dark)', color: '#15130f' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { siteName, siteUrl } = await siteFacts();
  return {
    metadataBase: new URL(siteUrl),
    title: { default: siteName, template: `%s – ${siteName}` },
    icons: { icon: '/icon.svg' },
  };
}

export default async function Layout({ children, params }: Props) {
  const lang = editionOrDefault((await params).lang);
  for (const face of FACES[lang]) {
    preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  return (
    <html
      lang={lang}
      dir={LANGUAGES[lang].dir}
      data-text-size={DEFAULT_PREFERENCES.size}
      data-theme={DEFAULT_PREFERENCES.theme}
      data-alerts={DEFAULT_PREFERENCES.alerts}
      suppressHydrationWarning
    >
      <head>
        <InlineScript code={APPLY_PREFERENCES} />
        <noscript>
          <link rel="stylesheet" href="/preferences.css" />
        </noscript>
      </head>
      <body>{children}</body>
    </html>
  );
}
