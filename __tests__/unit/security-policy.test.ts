import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { securityPolicy } from '#lib/cache/security-policy.ts';

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

test('names exactly the inline scripts of the page', () => {
  const policy = securityPolicy(
    '<script>one()</script><script src="/a.js" async=""></script><p>x</p><script id="t">two()</script>',
  );
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
  expect(scripts).toBe(`'self' ${hashOf('one()')} ${hashOf('two()')}`);
});

test('what looks like a script inside of a value begins none', () => {
  const policy = securityPolicy(
    '<abbr title="x <script ">BBC</abbr><p>y</p><script>one()</script>',
  );
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe(`'self' ${hashOf('one()')}`);
});

test('data blocks need no hash, since they do not run', () => {
  const policy = securityPolicy('<script type="application/ld+json">{"a":1}</script>');
  expect(policy).toContain("script-src 'self';");
});

test('allows nothing unsafe', () => {
  const policy = securityPolicy('<script>one()</script>');
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test('lets frames of two players in, after a page of ours, and only where a frame stands', () => {
  expect(securityPolicy('<p>Words about an &lt;iframe &gt;</p>')).not.toContain('frame-src');
  const policy = securityPolicy('<figure><iframe src="/embeds/vimeo/7?lang=en"></iframe></figure>');
  expect(/frame-src ([^;]*)/.exec(policy)?.[1]).toBe(
    "'self' https://www.youtube-nocookie.com https://player.vimeo.com",
  );
  expect(policy.replace(/frame-src [^;]*/, '')).not.toMatch(/unsafe|\*|https?:/);
});
