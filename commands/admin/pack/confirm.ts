import type { CommunityStore } from '../../../src/communities/community.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { date, optional, text, time } from '../../../src/core/options.ts';
import type { Random } from '../../../src/core/ports.ts';
import { bullets, button, buttons, note, paragraph, reply } from '../../../src/core/reply.ts';
import { dayIn } from '../../../src/dates/calendar.ts';
import { type PackPorts, packName, requireDate, suggestDates } from '../../../src/views/choose-pack.ts';
import { dateLine } from '../../../src/views/digest.ts';
import { ensureCommunity } from '../../shared/here.ts';

export default defineCommand({
  path: 'lor-admin pack confirm',
  summary: 'Vouch for the day of a season’s date in this community',
  examples: ['/lor-admin pack confirm eras-2028-submit day:2027-09-01 time:9:00'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    date: text('Which date, by its id', { max: 60 }),
    day: date('The day that you looked up'),
    time: optional(time('At what time there; the whole day if left out')),
  },
  suggest: { date: suggestDates },
  async run(args, context: Context<PackPorts & { readonly communities: CommunityStore; readonly random: Random }>) {
    const { now, ports } = context;
    const said = ports.words.packs;
    const row = requireDate(args.date, context);
    if (args.day < dayIn(row.zone, now)) throw new UserProblem('bad-value', said.past, { option: 'day' });
    const { id, event: name, zone } = row;
    const confirmed = { date: id, day: args.day, time: args.time ?? null };
    await ports.confirmedDates.confirm(await ensureCommunity(context), confirmed);
    return reply(
      paragraph(said.confirmed),
      bullets([dateLine({ name, zone, day: confirmed.day, time: confirmed.time }, now, ports.words)]),
      note(said.holdsHere),
      buttons(
        button(said.buttons.show, 'lor-admin pack show', { pack: packName(row) }),
        button(said.buttons.takeBack, 'lor-admin pack unconfirm', { date: id }),
      ),
    );
  },
});
