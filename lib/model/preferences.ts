/** The reader's choices, as they stand in the cookie and in the form fields of the same names. */

export const TEXT_SIZES = ['xs', 'sm', 'md', 'lg'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const THEMES = ['auto', 'light', 'dark', 'sepia', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** How breaking news comes: shown and spoken; shown alone; not at all, during this visit or for good.
 *  An emergency passes over it (WCAG 2.2, 2.2.4). */
export const ALERT_MODES = ['now', 'quiet', 'visit', 'off'] as const;
export type AlertMode = (typeof ALERT_MODES)[number];

/** A visit is over when no page of the site was opened or looked at for so long. */
export const VISIT_ENDS_AFTER_MS = 30 * 60_000;

export type Preferences = {
  size: TextSize;
  theme: Theme;
  alerts: AlertMode;
  /** Ids of the alerts that the reader has dismissed, oldest first. */
  dismissed: readonly string[];
};

export const DEFAULT_PREFERENCES: Preferences = {
  size: 'md',
  theme: 'auto',
  alerts: 'now',
  dismissed: [],
};
