/** Stands where there is no draft to show: another form was sent since, or the page was opened by its
 *  address alone. */
export function NoPreview() {
  return (
    <>
      <p className="mt-3 text-plain">
        Nothing was raised. This preview is not kept any more: something else was sent from your
        session since, or what it showed is not there now. Go back in your browser to what you
        typed, or start anew.
      </p>
      <p>
        <a href="/desk/alerts" className="target-text">
          Go to the alerts
        </a>
      </p>
    </>
  );
}
