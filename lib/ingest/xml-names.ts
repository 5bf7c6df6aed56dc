/** The namespaces that stand at a place in a document: prefix and the address behind it. */
export type Scope = Readonly<Record<string, string>>;

/** The names that namespaces are known by here. Feeds write their addresses in many ways, so they
 *  are compared by what is in them. RSS has none of its own. */
const KNOWN: [RegExp, string][] = [
  [/^http:\/\/(?:www\.)?w3\.org\/2005\/atom|^http:\/\/purl\.org\/atom\/ns#/, 'atom'],
  [/^http:\/\/(?:www\.)?w3\.org\/1999\/xhtml/, 'xhtml'],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#/, 'rdf'],
  [/^http:\/\/purl\.org\/dc\/elements\//, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms/, 'dcterms'],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo\.com/, 'media'],
  [/itunes(?:\.com|\.apple\.com)\/dtds\/podcast/, 'itunes'],
  [/^http:\/\/purl\.org\/(?:rss\/1\.0\/|net\/rss1\.1#)$/, ''],
  [/^http:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/|backend\.userland\.com/, ''],
];

/** What stands behind a prefix that was never declared. */
const PREFIXES = new Set('atom xhtml rdf dc dcterms content media itunes'.split(' '));

const NONE: Scope = Object.freeze(Object.create(null));

/** The namespaces inside an element: those around it, and those that it declares. They hang one on
 *  the other: copied, a thousand namespaces around a thousand elements would be a million. */
export function namespacesOf(attributes: Record<string, string>, around: Scope = NONE): Scope {
  const declared = Object.keys(attributes).filter((name) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return around;
  const scope: Record<string, string> = Object.create(around);
  for (const name of declared) scope[name.slice(6)] = attributes[name]?.trim() ?? '';
  return scope;
}

/** The one name of an element, in lower case. In a namespace that we don't know it keeps the prefix
 *  that the feed gives it. */
export function canonicalName(rawName: string, scope: Scope): string {
  const name = rawName.toLowerCase();
  const [, prefix = '', local = name] = /^([^:]*):(.+)$/.exec(name) ?? [];
  const address = scope[prefix]?.toLowerCase();
  const known = KNOWN.find(([pattern]) => address !== undefined && pattern.test(address));
  if (known) return known[1] ? `${known[1]}:${local}` : local;
  if (prefix === '' || address === '') return local;
  // A feed of its own dialect may call its namespace “dc” and mean something else.
  return address !== undefined && PREFIXES.has(prefix) ? `x-${name}` : name;
}
