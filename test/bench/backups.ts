import { setTimeout } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';

// Copies a database file as a backup does, then again every second, until it is told to stop; it
// prints how often. A process of its own, as a backup tool is.
const [path = ''] = process.argv.slice(2);
let stopped = false;
process.once('SIGTERM', () => {
  stopped = true;
});
const reader = new SqliteDatabase(path, { readonly: true });
let made = 0;
for (; !stopped; made += 1) {
  await reader.backup(`${path}.backup`);
  await setTimeout(1_000);
}
reader.close();
process.stdout.write(String(made));
