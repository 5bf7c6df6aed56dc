import { Tick } from '#components/desk/Tick.tsx';
import type { Reply } from '#lib/model/desk-reply.ts';
import { type StoryFile, versionToRelease } from '#lib/model/desk-stories.ts';
import { ReasonForm } from './ReasonForm.tsx';

type Props = { file: StoryFile; formKey: string; reply: Reply | null; mayChange: boolean };

/** What an editor can do with a story as it is now. */
export function StoryActs({ file, formKey, reply, mayChange }: Props) {
  const { story, waiting } = file;
  const { id, state } = story;
  if (!mayChange) {
    return <p className="mt-2 text-plain">Your token may not change stories: it needs publish.</p>;
  }
  if (state === 'withdrawn') {
    return (
      <p className="mt-2 text-plain">
        It was withdrawn, for good. To tell it again, publish it as another story.
      </p>
    );
  }
  const shared = { storyId: id, formKey, reply };
  const canHold = state === 'published' || state === 'embargoed';
  return (
    <>
      <p className="mt-2">
        <a href={`/desk/stories/${id}/correct`} className="target-text text-plain">
          Correct headline, standfirst or text
        </a>
      </p>
      {(state === 'held' || waiting) && (
        <ReasonForm
          {...shared}
          act="release"
          title={waiting ? 'Release the version that waits' : 'Release it'}
          explanation={<ReleaseMeans file={file} />}
          label="Why it is released"
          hint="It is kept with the story. Readers don’t see it."
          button="Release"
        >
          <input type="hidden" name="version" value={versionToRelease(file.revision, waiting)} />
        </ReasonForm>
      )}
      {canHold && (
        <ReasonForm
          {...shared}
          act="hold"
          title="Hold it"
          explanation="Readers find nothing at its address, in lists and in the search, until an editor releases it. Newer versions of its sender are held too."
          label="Why it is held"
          hint="It is kept with the story. Readers don’t see it."
          button="Hold"
        />
      )}
      <ReasonForm
        {...shared}
        act="withdraw"
        title="Withdraw it"
        explanation="It is gone for good: its address says that it was withdrawn, and no version of it comes back."
        label="Why it is withdrawn"
        hint="It is kept with the story. Readers don’t see it."
        button="Withdraw for good"
      >
        <Tick
          id="withdraw-sure"
          label="I know that it can’t be brought back."
          reply={reply?.form === 'story-withdraw' ? reply : null}
          isRequired
        />
      </ReasonForm>
    </>
  );
}

function ReleaseMeans({ file: { story, waiting } }: { file: StoryFile }) {
  const findings = waiting?.findings ?? [];
  const serious = waiting
    ? findings.filter(({ severity }) => severity === 'serious').length
    : story.serious;
  const what = waiting
    ? 'The newer version takes the place of the one that is here.'
    : 'Readers get it as it is.';
  if (serious === 0) return what;
  return `${what} Its ${serious === 1 ? 'serious finding is' : `${serious} serious findings are`} accepted, and not held again.`;
}
