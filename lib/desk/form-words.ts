/** What each form of the desk does, for whoever is asked for a token before it is sent. */
export const FORM_WORDS: Record<string, string> = {
  'make-token': 'Make a token',
  'revoke-token': 'Revoke a token',
  'end-session': 'End a session',
  'end-other-sessions': 'End all other sessions',
  'alert-preview': 'Preview an alert: nothing is raised by it',
  'alert-draft': 'Go back to the draft of an alert',
  'alert-raise': 'Raise an alert',
  'alert-undo': 'Undo an alert',
  'alert-clear': 'Clear an alert',
  'alert-change': 'Change an alert',
  'story-release': 'Release a story',
  'story-hold': 'Hold a story',
  'story-withdraw': 'Withdraw a story for good',
  'story-correct': 'Correct a story',
  'source-ask': 'Have a source asked now',
};
