import { seeded } from '../support/seeded.ts';
import { walkZone } from './walk.ts';

// `npm run test:zones`: every zone of this machine from 2026 to 2029, against a walk minute by minute.
const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
const [from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2030, 0, 1)];
let checked = 0;
let differing = 0;
zones.forEach((zone, index) => {
  const walked = walkZone(zone, { from, until, draw: seeded(index + 1), others: 2, everyMinute: true });
  checked += walked.checked;
  differing += walked.differences.length;
  if (index % 50 === 49) process.stderr.write(`${index + 1} of ${zones.length} zones\n`);
  for (const difference of walked.differences.slice(0, 5)) process.stdout.write(`${difference}\n`);
});
process.stdout.write(`${zones.length} zones, ${checked} cases checked, ${differing} differences\n`);
if (differing > 0) process.exitCode = 1;
