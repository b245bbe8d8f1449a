import type { HelperStore } from '../communities/helpers.ts';
import type { Context } from '../core/command.ts';
import { type Block, type Button, button, buttons, note, type Reply, reply } from '../core/reply.ts';
import type { Words } from '../words/words.ts';
import { communityHere } from './here.ts';
import type { OwnAnswerPorts } from './own-answer.ts';

export type FeedbackPorts = OwnAnswerPorts & { readonly helpers: HelperStore };

/** An answer with the two buttons under it; without them where there is no community to count in. */
export function withVotes(made: Reply, topic: string, community: string | null, words: Words): Reply {
  if (community === null) return made;
  const said = words.curation.vote;
  return reply(
    ...made.blocks,
    buttons(
      button(said.helped, 'lor vote', { topic, helped: 'yes' }),
      button(said.unhelpful, 'lor vote', { topic, helped: 'no' }),
    ),
  );
}

/** Where somebody can turn whom no answer helped. */
export async function furtherHelp(
  question: string | undefined,
  context: Pick<Context<FeedbackPorts>, 'actor' | 'community' | 'ports'>,
): Promise<readonly Block[]> {
  if (context.community === null) return [];
  const { words, helpers } = context.ports;
  const here = await communityHere(context);
  const { channel } = here === undefined ? { channel: null } : await helpers.get(here);
  return [
    buttons(
      channel !== null && carrying(words.curation.human.button, 'lor human', question),
      carrying(words.curation.send.button, 'lor send', question),
    ),
    note(words.curation.send.offer),
  ];
}

/** Holds the question, or where that is too long for a platform, opens the form in which to write it. */
function carrying(label: string, path: string, question: string | undefined): Button {
  if (question === undefined) return button(label, path);
  return { ...button(label, path, { question }), shorter: { path, args: {} } };
}
