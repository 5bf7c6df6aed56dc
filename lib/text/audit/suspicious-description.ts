import type { Severity } from '#lib/model/finding.ts';
import { inOneLine } from '../excerpt.ts';
import type { Rule } from './audited-story.ts';
import { foldWords } from './fold-words.ts';
import { type AuditedPicture, picturesOfStory } from './pictures-of-story.ts';
import { PICTURE_PHRASES, PLACEHOLDERS } from './telltale-words.ts';

/** Much longer, it is a text that can't be paused or gone through: it belongs into the story. */
const LONGEST = 250;

const FILE_NAME = /^\S*\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic)$/i;
/** What cameras, phones and editors call a file when nobody named it. */
const CAMERA_NAME =
  /^(?:img|dscn?|dscf|p|pxl|mvi|screenshot|wp|image|photo|untitled)[-_ ]?\d{2,}[-_\d ]*$/i;
/** Names joined by signs instead of spaces: “harbour-front_final-2”. */
const JOINED = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+){2,}$/u;

/** A description that describes nothing: the name of a file, a placeholder, the caption again. */
export const suspiciousDescription: Rule = (story) =>
  picturesOfStory(story).flatMap((picture) => {
    const suspicion = suspicionOf(picture);
    if (!suspicion) return [];
    const { where, name, alt = '' } = picture;
    const shown = alt.length > 60 ? `${alt.slice(0, 60)}…` : alt;
    const message = `${name} is described as “${shown}”. ${suspicion.sentence}`;
    return [{ rule: 'image-description-suspicious', severity: suspicion.severity, where, message }];
  });

function suspicionOf(picture: AuditedPicture): { severity: Severity; sentence: string } | null {
  const alt = inOneLine(picture.alt ?? '');
  if (alt === '') return null;
  const folded = foldWords(alt);
  if (FILE_NAME.test(alt) || CAMERA_NAME.test(alt) || JOINED.test(alt) || isFileOf(picture, alt)) {
    const sentence = 'That is the name of a file. Say what is to be seen on the picture.';
    return { severity: 'serious', sentence };
  }
  if (!/\p{L}/u.test(alt)) {
    const sentence = 'That has no word in it. Say what is to be seen on the picture.';
    return { severity: 'serious', sentence };
  }
  if (PLACEHOLDERS.has(folded)) {
    const sentence = 'That says nothing of this picture. Say what is to be seen on it.';
    return { severity: 'serious', sentence };
  }
  if (folded === foldWords(picture.caption)) {
    const sentence =
      'That is its caption, which would be heard twice. Say what the caption doesn’t: what is to be seen.';
    return { severity: 'minor', sentence };
  }
  if (PICTURE_PHRASES.some((phrase) => alt.toLowerCase().startsWith(phrase))) {
    const sentence =
      'Screen readers say themselves that it is a picture. Begin with what it shows.';
    return { severity: 'minor', sentence };
  }
  if (alt.length > LONGEST) {
    const sentence = `That is ${alt.length} characters long. Say it in ${LONGEST}, and put the rest into the caption or the text.`;
    return { severity: 'minor', sentence };
  }
  return null;
}

/** The file's name without its ending, as many programs put it there: “quay-2”. A single plain word
 *  may be a description too. */
function isFileOf({ where }: AuditedPicture, alt: string): boolean {
  const stem = where.excerpt.replace(/\.\w{2,5}$/, '');
  return alt === stem && /[\d_-]/.test(stem);
}
