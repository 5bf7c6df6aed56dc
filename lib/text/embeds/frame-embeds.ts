import type { Element, ElementContent, Root } from 'hast';
import { formatMessage } from '#lib/messages/format-message.ts';
import { loaderPath } from '#lib/model/video-players.ts';
import { element, isBlank, isElement, lineOf, replaceElements } from '../html-tree.ts';
import { spokenLanguage, storyWords } from '../story-words.ts';
import { type EmbedPage, embedPage } from './embed-sites.ts';
import { permissionsOf, SANDBOX } from './frame-rights.ts';
import { IN_PLACE_OF_PLAYER, pageWords } from './link-embeds.ts';

type Name = (page: EmbedPage, link: Element) => string;

/** Puts a frame above each link to a video that stood in the story as a player and is now a block of
 *  its own. In it readers can load the player; until they do, it shows a page of ours that asks no
 *  other site for anything. A link inside a line of words stays as it is. */
export function frameEmbeds(tree: Root, lang: string): Root {
  const name = namer(lang);
  return replaceElements(tree, (node, parent) => {
    if (isElement(node, 'figure')) return [frameInFigure(node, name, lang)];
    if (!isElement(node, 'p') || isElement(parent, 'figure')) return [node];
    const links = linksAlone(node.children);
    if (links.length === 0) return [node];
    const [first, ...others] = links.map((link) => frameOf(link, name, lang));
    return first ? [withProperties(first, node), ...others] : [node];
  });
}

/** A figure that holds one player, and at most a caption, becomes its frame; of several each gets its
 *  own. */
function frameInFigure(figure: Element, name: Name, lang: string): Element {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'));
  const links = linksAlone(figure.children.filter((child) => child !== caption));
  const [only, ...others] = links;
  if (!only) return figure;
  if (others.length === 0) return withProperties(frameOf(only, name, lang, caption), figure);
  const frames = links.map((link) => frameOf(link, name, lang));
  return { ...figure, children: caption ? [...frames, caption] : frames };
}

function frameOf(player: Element, name: Name, lang: string, caption?: Element): Element {
  const { className: _, ...properties } = player.properties;
  const page = embedPage(String(properties.href));
  if (!page?.video) return element('p', {}, { ...player, properties });
  // A caption that begins with the link, as those that Lede makes do, says it already.
  const [first, ...rest] = caption?.children ?? [];
  const isSaid = isElement(first, 'a') && first.properties.href === properties.href;
  const link = isSaid ? first : { ...player, properties };
  const words = isSaid ? rest : (caption?.children ?? []);
  const frame = element('iframe', {
    src: loaderPath(page.video, spokenLanguage(lang)),
    title: name(page, link),
    loading: 'lazy',
    sandbox: [...SANDBOX],
    allow: permissionsOf(page.video.player),
    // For browsers that don’t know it by “allow”.
    allowFullScreen: true,
  });
  const space = isSaid || isBlank(words) ? [] : [' '];
  const figcaption = element('figcaption', caption?.properties ?? {}, link, ...space, ...words);
  return element('figure', { className: ['embed'] }, frame, figcaption);
}

/** The links to players in this content, if it shows nothing else. */
function linksAlone(nodes: ElementContent[]): Element[] {
  const found = nodes
    .filter((node) => !isBlank([node]))
    .map((node) => {
      if (isElement(node, 'a')) return isInPlaceOfPlayer(node) ? [node] : [];
      return isElement(node, 'p', 'em', 'strong', 'b', 'i', 'span')
        ? linksAlone(node.children)
        : [];
    });
  return found.every((links) => links.length > 0) ? found.flat() : [];
}

function isInPlaceOfPlayer({ properties }: Element): boolean {
  return [properties.className].flat().includes(IN_PLACE_OF_PLAYER);
}

/** The language, direction and id of what the frame stands in the place of. */
function withProperties(frame: Element, { properties }: Element): Element {
  return { ...frame, properties: { ...properties, ...frame.properties } };
}

/** Names each frame of a story in the words of its link, and no two alike: a reader who goes from
 *  frame to frame hears nothing else (WCAG 2.4.1, 4.1.2). */
function namer(lang: string): Name {
  const given = new Map<string, number>();
  const words = storyWords(lang);
  return ({ site, kind }, link) => {
    const title = lineOf(link).split(`${pageWords(kind, site, lang)}: `)[1];
    const number = (given.get(`${site} ${title}`) ?? 0) + 1;
    given.set(`${site} ${title}`, number);
    const values = { site, number, ...(title ? { title } : {}) };
    const message = title ? words.videoTitle : words.videoUntitled;
    return formatMessage(message, values, spokenLanguage(lang));
  };
}
