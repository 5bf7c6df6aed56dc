/** A source as the desk shows it, in plain values. */
export type ListedSource = {
  address: string;
  name: string;
  /** Each thing to know of it, with what it is called. */
  facts: [label: string, what: string][];
};

/** How the sources are. `fresh`: those that were not asked yet. */
export const SOURCE_HEALTH = ['failing', 'gone', 'fresh', 'working'] as const;
export type SourceHealth = (typeof SOURCE_HEALTH)[number];

export type SourceGroups = Record<SourceHealth, ListedSource[]>;
