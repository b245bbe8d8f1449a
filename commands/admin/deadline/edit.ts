import { type Context, defineCommand } from '../../../src/core/command.ts';
import { UserProblem } from '../../../src/core/errors.ts';
import { clearable, date, optional, text, time } from '../../../src/core/options.ts';
import { bullets, button, buttons, paragraph, reply } from '../../../src/core/reply.ts';
import { type DeadlinePorts, requireDeadline, suggestDeadlines } from '../../../src/views/choose-deadline.ts';
import { dateLine } from '../../../src/views/digest.ts';
import { requireZone } from '../../../src/views/require-zone.ts';
import { longestName } from '../../shared/deadline-file.ts';
import { suggestZones } from '../../shared/digest-options.ts';
import { isPast } from '../../shared/plan-deadlines.ts';

export default defineCommand({
  path: 'lor-admin deadline edit',
  summary: 'Change a deadline',
  examples: ['/lor-admin deadline edit 1 date:"sep 24" time:none'],
  access: 'admin',
  where: 'community',
  visibility: 'private',
  changes: true,
  options: {
    deadline: text('Which deadline: its number or name', { max: longestName }),
    name: optional(text('What is due', { max: longestName })),
    date: optional(date('On which day')),
    time: clearable(time('At what time; none for the whole day')),
    zone: optional(text('Time zone, or a city in it', { max: 60 })),
  },
  suggest: { deadline: suggestDeadlines, zone: suggestZones },
  async fill({ deadline: typed }, context: Context<DeadlinePorts>) {
    const { id, name, day, time: at, zone } = await requireDeadline(typed, context);
    return { deadline: id, name, date: day, zone, ...(at !== null && { time: at }) };
  },
  async run(args, context: Context<DeadlinePorts>) {
    const { now, ports } = context;
    const { words } = ports;
    const said = words.admin.deadline;
    const before = await requireDeadline(args.deadline, context);
    const after = {
      ...before,
      name: args.name ?? before.name,
      day: args.date ?? before.day,
      time: args.time === undefined ? before.time : args.time,
      zone: args.zone === undefined ? before.zone : requireZone(args.zone, words),
    };
    const changed = JSON.stringify(after) !== JSON.stringify(before);
    if (changed && isPast(after, now)) throw new UserProblem('bad-value', said.past, { option: 'date' });
    if (changed) await ports.communities.changeDeadline(after);
    return reply(
      paragraph(changed ? said.edited(after.name) : said.unchanged(after.name)),
      bullets([dateLine(after, now, words)]),
      buttons(button(said.title, 'lor-admin deadline list')),
    );
  },
});
