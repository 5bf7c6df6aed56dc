type Counts = { serious: number; minor: number };

/** How many findings a story has, as a sentence. */
export function findingsInWords({ serious, minor }: Counts): string {
  if (serious + minor === 0) return 'Nothing was found in it.';
  const one = serious + minor === 1;
  return `${serious} serious and ${minor} minor ${one ? 'finding' : 'findings'}.`;
}
