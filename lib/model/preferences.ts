/** The reader's choices, as they stand in the cookie and in the form fields of the same names. */

export const TEXT_SIZES = ['xs', 'sm', 'md', 'lg'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export type Preferences = {
  size: TextSize;
  theme: Theme;
  /** Ids of the alerts that the reader has dismissed, oldest first. */
  dismissed: readonly string[];
};

export const DEFAULT_PREFERENCES: Preferences = { size: 'md', theme: 'auto', dismissed: [] };
