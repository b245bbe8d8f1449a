import type { ConfirmedDate } from '../../../src/communities/confirmed.ts';
import { type Context, defineCommand } from '../../../src/core/command.ts';
import { text } from '../../../src/core/options.ts';
import {
  type Block,
  button,
  buttons,
  day,
  entry,
  heading,
  type Line,
  moment,
  note,
  reply,
} from '../../../src/core/reply.ts';
import type { Day, Zone } from '../../../src/core/time.ts';
import { atWallClock } from '../../../src/dates/calendar.ts';
import type { CalendarRow } from '../../../src/packs/calendar-row.ts';
import { isAhead } from '../../../src/packs/season-pack.ts';
import { confirmedHere, type PackPorts, packName, requirePack, suggestPacks } from '../../../src/views/choose-pack.ts';
import type { Words } from '../../../src/words/words.ts';

export default defineCommand({
  path: 'lor-admin pack show',
  summary: 'The dates of one season, with source and confidence',
  examples: ['/lor-admin pack show eras 2028', '/lor-admin pack show eras'],
  access: 'curator',
  where: 'community',
  visibility: 'private',
  changes: false,
  options: { pack: text('Whose dates: eras 2028', { max: 40 }) },
  suggest: { pack: suggestPacks },
  async run({ pack: typed }, context: Context<PackPorts>) {
    const { today, ports } = context;
    const said = ports.words.packs;
    const pack = requirePack(typed, context);
    const vouched = new Map((await confirmedHere(context)).map((one) => [one.date, one]));
    return reply(
      heading(packName(pack)),
      ...pack.rows.map((row) => rowEntry(row, vouched.get(row.id), today, ports.words)),
      note(said.off),
      buttons(button(said.title, 'lor-admin pack list')),
    );
  },
});

function rowEntry(row: CalendarRow, vouched: ConfirmedDate | undefined, today: Day, { packs: said }: Words): Block {
  const { id, event } = row;
  const confirm = button(said.buttons.confirm, 'lor-admin pack confirm', { date: id });
  const takeBack = button(said.buttons.takeBack, 'lor-admin pack unconfirm', { date: id });
  return entry(
    said.name(event),
    [vouched ? said.vouched(dayLine(vouched, row.zone)) : said.when(row), said.source(row), said.id(id)],
    vouched ? [takeBack] : isAhead(row, today) ? [confirm] : [],
  );
}

function dayLine({ day: on, time }: ConfirmedDate, zone: Zone): Line {
  return time === null ? [day(on)] : [moment(atWallClock(on, time, zone), zone)];
}
