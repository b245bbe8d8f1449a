import { type Context, defineCommand } from '../../src/core/command.ts';
import { optional, text } from '../../src/core/options.ts';
import { compareWriters } from '../../src/letters/compare.ts';
import { writersNamed } from '../../src/letters/find.ts';
import { textLimits } from '../../src/letters/letter.ts';
import { compareReply } from '../../src/views/compare.ts';
import type { PagePorts } from '../../src/views/letter-page.ts';
import { dossierOf } from '../shared/dossier.ts';

export default defineCommand({
  path: 'lor writer compare',
  summary: 'Whom to ask: your writers side by side',
  examples: ['/lor writer compare', '/lor writer compare IM', '/lor writer compare chen, silva'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { specialty: optional(text('For which specialty', { max: textLimits.specialty })) },
  async run({ specialty }, context: Context<PagePorts>) {
    const { actor, ports } = context;
    const dossier = await dossierOf(context);
    const writers = await ports.letters.writers(actor.id);
    const named = writersNamed(writers, specialty ?? '');
    const wanted = (named ? undefined : specialty) ?? dossier.specialties[0] ?? null;
    return compareReply(compareWriters(named ?? writers, wanted, dossier), ports.packs, ports.words);
  },
});
