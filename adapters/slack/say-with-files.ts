import { filesOf, note, type Reply } from '../../src/core/reply.ts';
import type { Received } from './received.ts';
import { renderMessages } from './render.ts';
import type { Conversation, Talk } from './talk.ts';
import { isPicture, type Uploads } from './uploads.ts';
import { slackWords } from './words.ts';

/** What it takes to say something that has files. */
export interface Speech {
  readonly talk: Talk;
  readonly uploads: Uploads;
}

/**
 * Says a reply where it was asked for. What is for all is followed by its files. What one person
 * alone sees there can hold none, so these go first, into the bot's own DM with that person, and
 * the reply says where they are, or that they did not arrive.
 */
export async function sayAtAddress(
  { talk, uploads }: Speech,
  { invocation, answer }: Received,
  reply: Reply,
  toAll: boolean,
): Promise<void> {
  const { user } = invocation.account;
  const { channel, responseUrl, threadTs } = answer;
  const say = (what: Reply) => talk.privately(renderMessages(what), { user, responseUrl, public: toAll });
  const files = filesOf(reply);
  if (files.length === 0) return say(reply);
  if (toAll && channel !== undefined) {
    await say(reply);
    return (await uploads.share(files, channel, threadTs)) ? undefined : say(about(reply, 'notSent'));
  }
  const dm = await uploads.toDm(files, user);
  if (dm === undefined) return say(followed(reply, about(reply, 'notSent')));
  // Without an address, or when it was asked for in that DM, the reply stands beside its files.
  const beside = responseUrl === undefined || dm === channel;
  return say(beside ? reply : followed(reply, about(reply, 'inOurDm')));
}

/** Says a reply into a conversation or one of its threads, and hands its files over in the same place. */
export async function sayInConversation({ talk, uploads }: Speech, reply: Reply, where: Conversation): Promise<void> {
  const { channel, thread } = where;
  await talk.into(renderMessages(reply), where);
  const files = filesOf(reply);
  if (files.length === 0 || (await uploads.share(files, channel, thread))) return;
  await talk.into(renderMessages(about(reply, 'notSent')), { channel, thread });
}

/** What became of a reply's files. */
function about(reply: Reply, fate: 'inOurDm' | 'notSent'): Reply {
  const files = filesOf(reply);
  const sentence = slackWords(reply.language)[fate]({ pictures: files.every(isPicture), count: files.length });
  return { ...reply, blocks: [note([sentence])] };
}

function followed(reply: Reply, { blocks }: Reply): Reply {
  return { ...reply, blocks: [...reply.blocks, ...blocks] };
}
