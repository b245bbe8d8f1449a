import { type Context, defineCommand } from '../../src/core/command.ts';
import { file, note, paragraph, reply } from '../../src/core/reply.ts';
import { exportJson } from '../../src/exchange/member-data.ts';
import { lettersCsv, programsCsv } from '../../src/exchange/tracking-csv.ts';
import { countKept } from '../shared/count-kept.ts';
import { type DataPorts, dataOf } from '../shared/data-of.ts';
import { specialtyName } from '../shared/writer-options.ts';

export default defineCommand({
  path: 'lor data export',
  summary: 'All that I keep of you, as files',
  examples: ['/lor data export'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<DataPorts>) {
    const { packs, words } = context.ports;
    const said = words.data.export;
    const data = await dataOf(context);
    const { table } = words.exchange;
    const letters = lettersCsv(data, table, (name) => specialtyName(name, packs));
    const bytes = (text: string) => new TextEncoder().encode(text);
    return reply(
      paragraph(said.done(await countKept(context))),
      file({
        name: 'lorbot.json',
        mime: 'application/json',
        alt: said.jsonAlt,
        bytes: bytes(exportJson(data, context.now)),
      }),
      data.writers.length > 0 &&
        file({ name: 'letters.csv', mime: 'text/csv', alt: said.lettersAlt, bytes: bytes(letters) }),
      data.programs.length > 0 &&
        file({ name: 'programs.csv', mime: 'text/csv', alt: said.programsAlt, bytes: bytes(programsCsv(data, table)) }),
      paragraph(said.files),
      note(said.careful),
    );
  },
});
