/** Who does something in the newsroom, as the audit log names them. */
export type Actor = {
  /** How they came: signed in at the desk, by a call of a program, or at the command line. */
  way: 'desk' | 'api' | 'command';
  /** The name of the token, or of the account that runs the command. */
  name: string;
  /** The token by which they came; null at the command line. */
  tokenId: string | null;
};
