import { connection } from 'next/server';
import { listAlerts } from '#lib/api/alerts/list-alerts.ts';
import { raiseAlert } from '#lib/api/alerts/raise-alert.ts';
import { refuseMethod, route } from '#lib/api/endpoint.ts';

const list = route(listAlerts);

export async function GET(request: Request): Promise<Response> {
  // A build would run it otherwise.
  await connection();
  return list(request);
}

export const POST = route(raiseAlert);

const refuse = refuseMethod('GET, HEAD, POST');

export { refuse as DELETE, refuse as PATCH, refuse as PUT };
