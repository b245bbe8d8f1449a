import { type Context, defineCommand } from '../src/core/command.ts';
import { checkMix } from '../src/letters/mix.ts';
import { checkReply } from '../src/views/check.ts';
import type { PagePorts } from '../src/views/letter-page.ts';
import { dossierOf } from './shared/dossier.ts';

export default defineCommand({
  path: 'lor check',
  summary: 'Your letters against what the specialty wants',
  examples: ['/lor check'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: {},
  async run(_, context: Context<PagePorts>) {
    const dossier = await dossierOf(context);
    return checkReply(checkMix(dossier), dossier, context.ports.words);
  },
});
