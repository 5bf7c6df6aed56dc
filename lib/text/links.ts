import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { SITE_PATH } from '#lib/model/alert.ts';
import { isElement, replaceElements } from './html-tree.ts';

/** Ids in a story never meet those of the page around it (`main`, `settings`). */
const PREFIX = 'note-';

/** Where a link in a story may lead: a web page, a mail address, a path of this site. Null for all
 *  else, above all for addresses that run code. */
function safeHref(address: string): string | null {
  const href = address.trim();
  if (SITE_PATH.test(href)) return href;
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(href)) return href;
  const full = href.startsWith('//') ? `https:${href}` : href;
  if (!/^https?:\/\/[^\s\\]/i.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (url.username || url.password) return null;
  // Browsers look over line ends in addresses, and take a backslash for a slash.
  return /[\s\\]/.test(full) ? url.href : full;
}

/** Leaves the links that lead somewhere, and the ids that a link of the same story leads to, with a
 *  prefix. A link that leads nowhere becomes its text. */
export function tidyLinks(tree: Root): Root {
  const targets = targetsOf(tree);
  const placed = new Set<string>();
  return replaceElements(tree, (node) => {
    const { id, href, ...properties } = node.properties;
    const kept: Element = { ...node, properties };
    const name = prefixed(id);
    if (name && targets.has(name) && !placed.has(name)) {
      placed.add(name);
      kept.properties.id = name;
    }
    if (!isElement(node, 'a')) return [kept];

    const address = hrefOf(href, targets);
    if (address) kept.properties.href = address;
    else if (!kept.properties.id) return node.children;
    else kept.tagName = 'span';
    return [kept];
  });
}

function hrefOf(href: unknown, targets: Set<string>): string | null {
  if (typeof href !== 'string') return null;
  if (!href.startsWith('#')) return safeHref(href);
  const name = prefixed(decoded(href.slice(1)));
  return name && targets.has(name) ? `#${name}` : null;
}

/** The ids that stand in the tree and that a link in it names. */
function targetsOf(tree: Root): Set<string> {
  const ids = new Set<string>();
  const wanted = new Set<string>();
  visit(tree, 'element', ({ properties }) => {
    const id = prefixed(properties.id);
    if (id) ids.add(id);
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) {
      wanted.add(prefixed(decoded(href.slice(1))) ?? '');
    }
  });
  return ids.intersection(wanted);
}

function prefixed(id: unknown): string | null {
  if (typeof id !== 'string' || id === '') return null;
  return id.startsWith(PREFIX) ? id : PREFIX + id;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
