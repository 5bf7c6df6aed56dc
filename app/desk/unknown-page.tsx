import type { Content } from './desk-page.tsx';

/** Says in words that the desk has no such page (404). */
export function unknownPage(): Content {
  return {
    title: 'There is no such page',
    room: null,
    children: (
      <>
        <meta name="http-status" content="404" />
        <p className="mt-3 text-plain">
          The address may be mistyped, or what it led to is not there any more. The rooms of the
          desk are in the navigation above.
        </p>
        <p>
          <a href="/desk" className="target-text">
            Go to the overview
          </a>
        </p>
      </>
    ),
  };
}
