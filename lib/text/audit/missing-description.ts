import type { Finding } from '#lib/model/finding.ts';
import type { Rule } from './audited-story.ts';
import { picturesOfStory } from './pictures-of-story.ts';

/** A picture that nobody described is not there for who can't see it (WCAG 1.1.1). `alt=""` in the
 *  text says that it is decorative, and is believed, unless a caption tells of it. */
export const missingDescription: Rule = (story) =>
  picturesOfStory(story).flatMap(({ where, name, alt, caption }): Finding[] => {
    if (alt || (alt === '' && !caption)) return [];
    const rule = 'image-description-missing';
    if (alt === undefined) {
      const message = `${name} has no description, so readers who can’t see it don’t know what it shows. Say in “alt” what is to be seen on it.`;
      return [{ rule, severity: 'serious', where, message }];
    }
    const message = `${name} has a caption but is marked as decorative, so it is passed over. Say in “alt” what is to be seen on it, beside what the caption says.`;
    return [{ rule, severity: 'minor', where, message }];
  });
