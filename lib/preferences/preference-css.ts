import { DEFAULT_PREFERENCES, type Preferences } from '#lib/model/preferences.ts';

/** The custom properties that a palette sets: app/palettes.css has their values. */
const COLOURS = [
  'paper',
  'sheet',
  'ink',
  'quiet',
  'control',
  'hair',
  'link',
  'alert',
  'on-alert',
  'mark',
];

/** The reader's choices as a style sheet, for pages without scripts. It sets what the `data-`
 *  attributes of <html> would set. */
export function preferenceCss(preferences: Preferences): string {
  const rules: string[] = [];
  const { size, theme, alerts, dismissed } = preferences;
  if (size !== DEFAULT_PREFERENCES.size) {
    rules.push(`:root:root{--story:var(--story-${size});--scale:var(--scale-${size})}`);
  }
  if (theme !== DEFAULT_PREFERENCES.theme) {
    const scheme = theme === 'dark' || theme === 'contrast' ? 'dark' : 'light';
    const colours = COLOURS.map((name) => `--${name}:var(--${theme}-${name})`);
    rules.push(
      `@media screen{:root:root[data-theme]{color-scheme:${scheme};${colours.join(';')}}}`,
    );
  }
  for (const id of dismissed) {
    rules.push(`#breaking-news[data-alert="${id}"],[data-skip-alert="${id}"]{display:none}`);
  }
  if (alerts === 'visit' || alerts === 'off') {
    rules.push(
      '#breaking-news:not([data-emergency]),[data-skip-alert]:not([data-emergency]){display:none}',
    );
  }
  // Without scripts the radios stand at their default; these words say what was chosen.
  const chosen = [size, theme, alerts].map((choice) => `[data-names-choice="${choice}"]`);
  rules.push(`${chosen.join(',')}{display:inline}`);
  return rules.join('\n');
}
