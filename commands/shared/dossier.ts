import type { Context } from '../../src/core/command.ts';
import type { Dossier } from '../../src/letters/dossier.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { seasonHere } from '../shared/season.ts';

/** All that a judgement about a member's letters of this season looks at. */
export async function dossierOf(context: Pick<Context<PagePorts>, 'actor' | 'today' | 'ports'>): Promise<Dossier> {
  const { actor, today, ports } = context;
  const { letters, programs, img, specialties } = await seasonHere(context);
  const { service } = await ports.members.get(actor.id, actor.account);
  return { letters, programs, service, specialties, img, packs: ports.packs, today };
}
