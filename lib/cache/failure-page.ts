import { messagesOf } from '#lib/messages/languages.ts';
import { isLanguageCode, LANGUAGES } from '#lib/model/language.ts';

/** The page that says, in the language of its address, that a page could not be made. Plain HTML
 *  that needs nothing of what may have failed: no store, no React, no script. */
export function failurePage(path: string): string {
  const code = path.split('/')[1] ?? '';
  const lang = isLanguageCode(code) ? code : 'en';
  const { failed, notFound } = messagesOf(lang);
  return `<!doctype html>
<html lang="${lang}" dir="${LANGUAGES[lang].dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${failed.title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/failure.css">
</head>
<body>
<main>
<h1>${failed.title}</h1>
<p>${failed.text}</p>
<p><a href="">${failed.retry}</a></p>
<p><a href="/${lang}">${notFound.home}</a></p>
</main>
</body>
</html>
`;
}
