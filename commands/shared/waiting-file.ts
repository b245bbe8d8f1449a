import type { Context } from '../../src/core/command.ts';
import { UserProblem } from '../../src/core/errors.ts';
import { button, buttons } from '../../src/core/reply.ts';
import type { Instant } from '../../src/core/time.ts';
import { addMilliseconds } from '../../src/dates/calendar.ts';
import { type ImportStore, importKept, type PendingImport } from '../../src/letters/import-store.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';

/** The file that a member handed over; refused when it waited too long or another took its place. */
export async function waitingFile(
  id: string,
  { actor, now, ports }: Context<PagePorts & { readonly imports: ImportStore }>,
): Promise<PendingImport> {
  const waiting = await ports.imports.find(actor.id, id);
  if (waiting && !isTooOld(waiting.at, now)) return waiting;
  const next = [buttons(button(ports.words.data.import.again, 'lor data import', {}, 'primary'))];
  throw new UserProblem('not-found', ports.words.data.import.gone, { next });
}

function isTooOld(at: Instant, now: Instant): boolean {
  return at < addMilliseconds(now, -importKept);
}
