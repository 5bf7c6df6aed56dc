type Props = { hasEnded: boolean };

/** Stands where an alert can't be changed, and says why. */
export function NoChange({ hasEnded }: Props) {
  return (
    <>
      <p className="mt-3 text-plain">
        {hasEnded
          ? 'This alert has ended, so there is nothing to change.'
          : 'Your token may look at alerts. To change one it needs the scope alerts.'}
      </p>
      <p>
        <a href="/desk/alerts" className="target-text">
          Go to the alerts
        </a>
      </p>
    </>
  );
}
