import type { Chance } from '../../support/chance.ts';
import type { DiscordFake } from '../../support/discord-server.ts';
import { hostileToDiscord } from '../../support/hostile-texts.ts';
import { hostileText } from '../calls.ts';
import type { DiscordLoot } from './interactions.ts';

/** Tables with hostile cells, what is no table, and files that lie elsewhere or nowhere. */
export function filesOf(fake: DiscordFake, chance: Chance): DiscordLoot['files'] {
  const cell = () => hostileText(chance, { texts: hostileToDiscord }).replaceAll('"', '""');
  const rows = Array.from({ length: 20 }, () => `"${cell()}","2027-09-15","${cell()}"`);
  const table = fake.attach('letters.csv', ['name,due,notes', ...rows].join('\n'));
  return [
    table,
    fake.attach('../../@everyone.csv', new Uint8Array([0xff, 0xfe, 0, 1, 2])),
    { ...table, id: '710000000000000001', url: 'http://evil.example/letters.csv' },
    { ...table, id: '710000000000000002', url: `${table.url}/none` },
    { ...table, id: '710000000000000003', size: 1e300 },
  ];
}
