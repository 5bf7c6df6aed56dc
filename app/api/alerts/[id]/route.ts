import { clearAlert } from '#lib/api/alerts/clear-alert.ts';
import { refuseMethod, route } from '#lib/api/endpoint.ts';

export const DELETE = route(clearAlert);

const refuse = refuseMethod('DELETE');

export { refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
