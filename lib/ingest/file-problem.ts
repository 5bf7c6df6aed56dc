const REASONS: Record<string, string> = {
  EACCES: 'this user has no permission to read it',
  EPERM: 'this user has no permission to read it',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** Why a file or folder can't be read, as the end of a sentence. Throws again what is not the file
 *  system's error. */
export function fileProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (!code || !/^E[A-Z]+$/.test(code)) throw error;
  return REASONS[code] ?? code;
}

/** A number of bytes for people. */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${Math.round(bytes / 1_000_000)} MB`;
}
