/** Where the desk shows a story. */
export function storyPath(id: string): string {
  return `/desk/stories/${encodeURIComponent(id)}`;
}

/** Where it is corrected. */
export function correctPath(id: string): string {
  return `${storyPath(id)}/correct`;
}
