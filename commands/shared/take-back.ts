import type { Context } from '../../src/core/command.ts';
import type { Random } from '../../src/core/ports.ts';
import { type Button, button, buttons, paragraph, type Reply, reply } from '../../src/core/reply.ts';
import { inverse } from '../../src/letters/change.ts';
import type { Change } from '../../src/letters/letter.ts';
import { seasonLeft, seasonOf } from '../../src/letters/season.ts';
import { changeLine } from '../../src/views/change.ts';
import { undoButton } from '../../src/views/letter.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import type { Words } from '../../src/words/words.ts';

export type TakeBackPorts = PagePorts & { readonly random: Random };

/** Takes back the latest change that stands, and says what it was. */
export async function takeBack(last: Change, context: Context<TakeBackPorts>): Promise<Reply> {
  const { actor, now, ports } = context;
  const { letters, packs, random, words } = ports;
  const writers = await letters.writers(actor.id);
  await letters.apply({
    id: random.id(now),
    member: actor.id,
    at: now,
    command: 'lor undo',
    records: inverse(last.records),
    undoes: last.id,
  });
  const season = await returnToSeason(last, context);
  const before = await letters.lastStanding(actor.id);
  return reply(
    paragraph(words.letters.undone(changeLine(last, writers, words, packs.forms))),
    season !== undefined && paragraph(words.settings.backIn(season)),
    buttons(listButton(last, words), before && undoButton(before.id, words)),
  );
}

/** Whoever takes back that they went on to another season applies in the one before again; gives that one. */
async function returnToSeason(
  change: Change,
  { actor, today, ports }: Context<TakeBackPorts>,
): Promise<string | undefined> {
  const left = seasonLeft(change);
  if (left === undefined) return undefined;
  const { service } = await ports.members.get(actor.id, actor.account);
  const inForce = seasonOf({ season: null, service }, ports.packs, today);
  await ports.members.save(actor.id, { season: left === inForce ? null : left });
  return left;
}

/** To the list of what the change was about. */
function listButton({ records }: Change, words: Words): Button {
  const only = (kind: Change['records'][number]['kind']) => records.every((record) => record.kind === kind);
  if (only('program')) return button(words.programs.buttons.list, 'lor program list');
  if (only('writer')) return button(words.writers.buttons.list, 'lor writer list');
  return button(words.letters.buttons.list, 'lor list');
}
