/** Where the desk's alerts are. */
export const ALERTS_PATH = '/desk/alerts';
export const PREVIEW_PATH = `${ALERTS_PATH}/preview`;

export function changePath(id: string): string {
  return `${ALERTS_PATH}/${encodeURIComponent(id)}`;
}
