/** What people and programs do in the newsroom. What comes in by import or feed is not an act:
 *  revisions tell of it. */
export type Act =
  | 'alert.raised'
  | 'alert.undone'
  | 'alert.changed'
  | 'alert.cleared'
  | 'story.published'
  | 'story.held'
  | 'story.withdrawn'
  | 'story.corrected'
  | 'source.asked'
  | 'token.created'
  | 'token.revoked'
  | 'session.opened'
  | 'session.closed'
  | 'session.revoked'
  | 'access.refused';
