import { escapeUTF8 } from 'entities';

export type PlainPage = {
  status: number;
  title: string;
  /** HTML: whoever makes it escapes what they fill in. */
  main: string;
  headers?: Record<string, string>;
};

/** A page that answers a form itself, where there is no page to lead to. It needs neither a session
 *  nor the names of built styles, and no cache keeps it. */
export function plainPage({ status, title, main, headers = {} }: PlainPage): Response {
  const page = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeUTF8(title)} – the desk</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/failure.css">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
