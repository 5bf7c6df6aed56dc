import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of files to import, deep inside a temporary one that holds the media too. */
export function importFolder(files: Record<string, string | Buffer> = {}) {
  const top = mkdtempSync(path.join(tmpdir(), 'lede-import-'));
  const stories = path.join(top, 'newsroom', 'stories');
  mkdirSync(stories, { recursive: true });
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(stories, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { top, stories, media: path.join(top, 'media'), write };
}

/** A story in Markdown; say which lines of front matter it has beside title and date. */
export function markdownStory(
  title: string,
  lines = '',
  body = 'The boat came in at dawn.',
): string {
  return `---\ntitle: ${title}\ndate: 2026-10-07\nlang: en\n${lines}\n---\n${body}\n`;
}
