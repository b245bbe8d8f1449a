import { mayRun, roleOf } from '../src/core/access.ts';
import { type Context, defineCommand } from '../src/core/command.ts';
import type { CorePorts } from '../src/core/dispatch.ts';
import { type Declared, helpReply } from '../src/core/help.ts';
import { localise } from '../src/core/localise.ts';
import { optional, text } from '../src/core/options.ts';
import type { Choice } from '../src/core/reply.ts';
import type { Words } from '../src/words/words.ts';

/** All commands, as help needs them. A function, because the list holds this command too. */
interface HelpPorts {
  readonly declared: readonly Declared[];
  readonly words: Words;
  readonly grants: CorePorts['grants'];
}

export default defineCommand({
  path: 'lor help',
  summary: 'What I can do, or more on one command',
  examples: ['/lor help', '/lor help add'],
  access: 'guest',
  where: 'anywhere',
  visibility: 'private',
  changes: false,
  options: { command: optional(text('Command', { max: 60 })) },
  suggest: {
    command: (typed: string, { ports }: Context<HelpPorts>): readonly Choice[] =>
      ports.declared
        .map((command) => localise(command, ports.words.core.declarations))
        .filter(({ path }) => path.includes(typed.trim().toLowerCase()))
        .map(({ path, summary }) => ({ value: path, label: `/${path} – ${summary}` })),
  },
  async run({ command }, { actor, community, ports }: Context<HelpPorts>) {
    const granted =
      community === null
        ? undefined
        : await ports.grants.granted(actor.account.platform, community, actor.account.user);
    const role = roleOf({ administrator: actor.administrator, community }, granted);
    const usable = ports.declared.filter(({ access }) => mayRun(role, access));
    // Somebody who asks for an admin's command by name learns what it is and who may run it.
    return helpReply(command === undefined || command === '' ? usable : ports.declared, command, ports.words.core);
  },
});
