/** Who calls, as the nearest server in front saw it; empty if nobody says. It may be made up where
 *  there is none in front, so nothing is allowed because of it. Only characters that addresses
 *  have, since it is written into logs. */
export function callerAddress(request: Request): string {
  const last = request.headers.get('x-forwarded-for')?.split(',').at(-1) ?? '';
  return last.replaceAll(/[^\w.:[\]-]/g, '').slice(0, 64);
}
