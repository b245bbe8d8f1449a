import { type Context, defineCommand } from '../../src/core/command.ts';
import { optional, text } from '../../src/core/options.ts';
import { button, buttons, paragraph, reply } from '../../src/core/reply.ts';
import { countKept } from '../shared/count-kept.ts';
import { type ErasePorts, eraseAll } from '../shared/erase-all.ts';

export default defineCommand({
  path: 'lor data erase',
  summary: 'Delete everything that I keep of you',
  examples: ['/lor data erase', '/lor data erase DELETE'],
  access: 'member',
  where: 'anywhere',
  visibility: 'private',
  changes: true,
  options: { confirm: optional(text('Type DELETE to confirm', { max: 20 })) },
  async run({ confirm }, context: Context<ErasePorts>) {
    if (confirm !== undefined) return eraseAll(confirm, context);
    const { erase } = context.ports.words.data;
    return reply(
      paragraph(erase.asks(await countKept(context))),
      // No button deletes by itself: this one opens a form that asks for the word.
      buttons(
        button(erase.buttons.keep, 'lor data export'),
        button(erase.buttons.erase, 'lor data confirm', {}, 'danger'),
      ),
    );
  },
});
