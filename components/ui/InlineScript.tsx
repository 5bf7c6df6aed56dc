type Props = {
  /** One of lib/preferences/early-scripts.ts: nothing that came from outside. */
  code: string;
};

/** A script that runs where it stands, while the page is read. The page's security policy names it
 *  by its hash. Has no content that a reader meets. */
export function InlineScript({ code }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, allowed by its hash.
  return <script dangerouslySetInnerHTML={{ __html: code }} />;
}
