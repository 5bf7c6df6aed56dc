/** The name of a post, wherever it comes from: an export, the REST API, or a feed of its site. */
export function postName(site: string, id: string): `wordpress:${string}` {
  return `wordpress:${site}/${id}`;
}

/** The name of a site, as its posts in an export and in the REST API share it. */
export function siteOf(address: string | undefined): string | null {
  const url = address ? URL.parse(address) : null;
  return url?.host ? `${url.host}${url.pathname}`.replace(/\/+$/, '') : null;
}

/** The name of the post that WordPress calls `https://example.com/?p=12`, as it does in its feeds;
 *  null if this is no such id. */
export function postNameOfGuid(guid: string): string | null {
  const [, address, id = ''] = /^(https?:\/\/[^?#]+)\?p=(\d+)$/i.exec(guid) ?? [];
  const site = siteOf(address);
  return site && postName(site, id);
}

/** The slug of a post by the address at which it is read: the last part, if that has letters. */
export function slugOfPermalink(link: string | undefined): string {
  const last =
    URL.parse(link ?? '')
      ?.pathname.split('/')
      .filter(Boolean)
      .at(-1) ?? '';
  const slug = decodedSlug(last);
  return /\p{L}/u.test(slug) ? slug : '';
}

/** Slugs in scripts other than Latin are percent-encoded. */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).replace(/\.html?$/, '');
  } catch {
    return slug;
  }
}
