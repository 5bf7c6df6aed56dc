import { ActList } from '#components/desk/log/ActList.tsx';
import { Timestamp } from '#components/ui/Timestamp.tsx';
import type { StoryFile } from '#lib/model/desk-stories.ts';

type Props = { file: StoryFile; timeZone: string };

/** Where a story came from, its versions, and what was done to it. */
export function StoryHistory({ file, timeZone }: Props) {
  const { sourceId, origin, revisions, overrides, acts } = file;
  const frame = { lang: 'en', timeZone } as const;
  return (
    <>
      <h3 className="mt-5 font-bold text-plain">Where it came from</h3>
      <p className="mt-2 text-plain [overflow-wrap:anywhere]">
        Its sender calls it “{sourceId}”{origin && `, and it came by ${origin}`}.
      </p>
      <h3 className="mt-5 font-bold text-plain">What was done to it</h3>
      <ActList acts={acts} timeZone={timeZone} />
      {overrides.length > 0 && (
        <>
          <h3 className="mt-5 font-bold text-plain">Who let it through, and with what</h3>
          <ul className="text-plain">
            {overrides.map(({ at, editor, reason, findings }) => (
              <li key={at} className="mt-2 [overflow-wrap:anywhere]">
                {editor}, <Timestamp at={at} frame={frame} />. Why: {reason}
                {findings.length > 0 && (
                  <ul className="mt-1 list-disc ps-6 text-note">
                    {findings.map(({ rule, where, message }) => (
                      <li key={`${rule} ${where.kind} ${where.index}`}>{message}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="mt-5 font-bold text-plain">Its versions</h3>
      <ol reversed start={revisions[0]?.revision} className="mt-2 list-decimal ps-8 text-plain">
        {revisions.map(({ revision, at }) => (
          <li key={revision}>
            <Timestamp at={at} frame={frame} />
          </li>
        ))}
      </ol>
    </>
  );
}
