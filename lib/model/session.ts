/** Somebody who is signed in at the desk. Instants are ISO 8601 in UTC. */
export type Session = {
  id: string;
  /** The token that they signed in with. */
  tokenId: string;
  /** What their browser says it is. */
  device: string;
  created: string;
  /** To five minutes. */
  lastSeen: string;
  /** When it ends unless they go on working. */
  expires: string;
};
