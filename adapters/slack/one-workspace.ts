import type { SlackApi } from './api.ts';
import type { Identity } from './installations.ts';

/** Asks Slack once who the bot is, however many want to know; the answer holds for as long as the token does. */
export function createWhoAmI(api: SlackApi): () => Promise<Identity> {
  let asked: Promise<Identity> | undefined;
  async function ask(): Promise<Identity> {
    const { bot_id, user_id, url } = await api.call((client) => client.auth.test());
    return {
      ...(bot_id !== undefined && { botId: bot_id }),
      ...(user_id !== undefined && { botUserId: user_id }),
      ...(url !== undefined && { home: url }),
    };
  }
  return async () => {
    asked ??= ask();
    try {
      return await asked;
    } catch (error) {
      asked = undefined;
      throw error;
    }
  };
}
