import { button, buttons, inPlace, note, type Reply, reply } from '../../src/core/reply.ts';
import { importReply } from '../../src/views/import.ts';
import { restoreReply } from '../../src/views/restore.ts';
import { type FilePlan, type PlanContext, planFile } from '../shared/plan-file.ts';

/** Shows what a file would do, with the button that does it. `id` is that of the waiting file. */
export async function previewFile(
  id: string,
  text: string,
  columns: string | undefined,
  context: PlanContext,
): Promise<Reply> {
  const { words } = context.ports;
  const said = words.data.import;
  const planned = await planFile(text, columns, context);
  const { blocks } = planned.kind === 'table' ? importReply(planned.plan, words) : restoreReply(planned.plan, words);
  return reply(
    ...blocks,
    buttons(
      doesSomething(planned) && inPlace(button(said.confirm, 'lor data take', { file: id }, 'primary')),
      planned.kind === 'table' && button(said.columns, 'lor data columns', { file: id }),
    ),
    doesSomething(planned) && note(said.waits),
  );
}

function doesSomething(planned: FilePlan): boolean {
  if (planned.kind === 'table') return planned.plan.records.length > 0;
  const { changes, settings, reminders } = planned.plan;
  return changes.length + reminders.length + Object.keys(settings).length > 0;
}
