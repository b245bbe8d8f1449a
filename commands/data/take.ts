import { type Context, defineCommand } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { text } from '../../src/core/options.ts';
import type { Random } from '../../src/core/ports.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import type { ImportStore } from '../../src/letters/import-store.ts';
import type { ChangedRecord } from '../../src/letters/letter.ts';
import { undoButton } from '../../src/views/letter.ts';
import { applyChange } from '../shared/apply.ts';
import type { DataPorts } from '../shared/data-of.ts';
import { keepReminders } from '../shared/keep-reminders.ts';
import { planFile } from '../shared/plan-file.ts';
import { waitingFile } from '../shared/waiting-file.ts';

type TakeContext = Context<DataPorts & { random: Random; imports: ImportStore }>;

/** The yes to a preview: the plan is made anew from what stands now, and done. */
export default defineCommand({
  path: 'lor data take',
  summary: 'Take in the file that waits',
  examples: ['/lor data take waiting'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  hidden: true,
  options: { file: text('File', { max: 40 }) },
  async run({ file: id }, context: TakeContext) {
    const { actor, ports } = context;
    const { imports, words } = ports;
    const waiting = await waitingFile(id, context);
    const planned = await planFile(waiting.text, waiting.columns ?? undefined, context);
    const records =
      planned.kind === 'table' ? planned.plan.records : planned.plan.changes.flatMap((change) => change.records);
    const settings = planned.kind === 'export' ? planned.plan.settings : {};
    const reminders = planned.kind === 'export' ? planned.plan.reminders : [];
    if (records.length === 0 && Object.keys(settings).length === 0 && reminders.length === 0)
      throw new UserProblem('nothing-to-do', words.data.import.nothing);
    const change = await keep();
    await imports.forget(actor.id);
    return reply(
      paragraph(words.data.import.done(counted(records))),
      buttons(
        button(words.letters.buttons.list, 'lor list'),
        button(words.programs.buttons.list, 'lor program list'),
        change !== undefined && undoButton(change, words),
      ),
    );

    /** A table is one change; of an export the history comes along, a change each. */
    async function keep(): Promise<string | undefined> {
      if (planned.kind === 'table') return applyChange(context, 'lor data import', records);
      if (Object.keys(settings).length > 0) await ports.members.save(actor.id, settings);
      await keepReminders(reminders, settings.zone ?? actor.zone, context);
      for (const one of planned.plan.changes) await ports.letters.apply(one);
      const last = planned.plan.changes.at(-1);
      return planned.plan.changes.length === 1 ? last?.id : undefined;
    }
  },
});

/** How many records of each kind are touched. */
function counted(records: readonly ChangedRecord[]) {
  const of = (kind: ChangedRecord['kind']) =>
    new Set(records.filter((record) => record.kind === kind).map(({ before, after }) => (after ?? before)?.id)).size;
  return { writers: of('writer'), letters: of('letter'), programs: of('program') };
}
