import { type Context, defineCommand } from '../../../src/core/command.ts';
import { button, entry, heading, note, paragraph, reply } from '../../../src/core/reply.ts';
import { packsAhead } from '../../../src/packs/season-pack.ts';
import { isStale, staleAfter } from '../../../src/reminders/stale-packs.ts';
import { confirmedHere, type PackPorts, packName } from '../../../src/views/choose-pack.ts';

export default defineCommand({
  path: 'lor-admin pack list',
  summary: 'The dates of the seasons: how fresh, how sure',
  examples: ['/lor-admin pack list'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<PackPorts>) {
    const { today, ports } = context;
    const said = ports.words.packs;
    const vouched = new Set((await confirmedHere(context)).map(({ date }) => date));
    const all = packsAhead(ports.packs.calendar, today);
    const stale = all.some((pack) => isStale(pack, today));
    return reply(
      heading(said.title),
      all.length === 0 && paragraph(said.none),
      ...all.map((pack) => {
        const { rows, checked } = pack;
        const confirmed = rows.filter(({ id }) => vouched.has(id)).length;
        const low = rows.filter(({ id, confidence }) => confidence === 'low' && !vouched.has(id)).length;
        return entry(
          said.name(packName(pack)),
          [
            said.counts(rows.length, low, confirmed),
            isStale(pack, today) ? said.stale(checked) : said.checked(checked),
          ],
          [button(said.buttons.show, 'lor-admin pack show', { pack: packName(pack) })],
        );
      }),
      stale && note(said.whatIsStale(staleAfter)),
      note(said.off),
    );
  },
});
