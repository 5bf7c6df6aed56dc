import type { StoryPolicy } from '#lib/model/finding.ts';
import type { LanguageCode } from '#lib/model/language.ts';
import type { Store } from '#lib/store/open-store.ts';
import type { PictureDesk } from './pictures.ts';

/** Where stories are taken in. */
export type NewsDesk = {
  store: Store;
  pictures: PictureDesk;
  /** The editions of this site. */
  languages: readonly LanguageCode[];
  /** Looks at everything, makes and stores nothing. */
  isDryRun: boolean;
  /** What becomes of stories with serious findings. */
  policy: StoryPolicy;
};
