import type { ImageFields } from '../lead-image.ts';

/** A feed of any family, as its adapter read it. Values keep their faults: feed-story.ts makes
 *  article input of them, or says why it can't. */
export type Feed = {
  /** Its own id, else its link, else its title: what parts its entries from those of other feeds. */
  id: string | undefined;
  /** The site that it belongs to. */
  link: string | undefined;
  lang: string | undefined;
  /** Dates as they are written, the best first. */
  dates: string[];
  entries: FeedEntry[];
};

/** Text from outside, as HTML or as words that mean nothing but themselves. */
export type Markup = { text: string; isHtml: boolean };

export type FeedEntry = {
  id: string | undefined;
  link: string | undefined;
  title: Markup | undefined;
  summary: Markup | undefined;
  content: Markup | undefined;
  /** Dates as they are written, the best first. */
  published: string[];
  updated: string[];
  authors: string[];
  categories: string[];
  /** Words to be found by. They never make a section. */
  keywords: string[];
  lang: string | undefined;
  /** Where relative addresses in its content begin, if the entry says so itself. */
  base: string | undefined;
  image: ImageFields | undefined;
};
