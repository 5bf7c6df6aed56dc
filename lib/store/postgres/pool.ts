import { Socket } from 'node:net';
import { Pool, types } from 'pg';

const SECOND = 1000;

/** A line on which nothing comes or goes for so long while somebody waits is dead: PostgreSQL itself
 *  ends a query before that. Idle lines are closed earlier. */
const DEAD_AFTER = 40 * SECOND;

/** A bounded pool of connections. What the network does to an idle one never ends the process. */
export function openPool(database: string): Pool {
  const pool = new Pool({
    connectionString: database,
    application_name: 'lede',
    max: 10,
    keepAlive: true,
    stream: mortalSocket,
    connectionTimeoutMillis: 5 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    // Nothing that a reader waits for may take longer. It bounds the wait for the write lock too.
    statement_timeout: 30 * SECOND,
    // An instance that hangs in the middle of writing must not keep the others from it.
    idle_in_transaction_session_timeout: 60 * SECOND,
    options: PLANNING,
    types: { getTypeParser },
  });
  // An idle connection that ends is replaced when it is needed; one that is in use fails its query.
  // Without a listener either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Where a cable is pulled nobody says goodbye, and the system goes on trying for a quarter of an hour.
 *  The driver's own `query_timeout` would give up the query and hand the dead line to the next. */
function mortalSocket(): Socket {
  const socket = new Socket();
  socket.setTimeout(DEAD_AFTER, () => {
    socket.destroy(new Error(`The database has not answered for ${DEAD_AFTER / SECOND} s.`));
  });
  return socket;
}

/** Every query of ours has an index to go by. PostgreSQL takes matching a tsvector for nearly free,
 *  though long ones lie aside, compressed, and would rather walk a whole table; and where it must,
 *  compiling the query takes longer than the query. */
const PLANNING = '-c enable_seqscan=off -c jit=off -c random_page_cost=1.1';

/** Row numbers of the search index and counts are `bigint`, which pg gives as text; ours fit into
 *  a number. */
function getTypeParser(...[type, format]: Parameters<typeof types.getTypeParser>) {
  return Number(type) === types.builtins.INT8 ? Number : types.getTypeParser(type, format);
}
