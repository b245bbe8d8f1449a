import { App, HTTPReceiver } from '@slack/bolt';

// What a stock Bolt app costs: it checks signatures, and a listener that only acknowledges.

const { PORT = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
const app = new App({
  receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, endpoints: '/slack/events', port: Number(PORT) }),
  authorize: async () => ({ botToken: 'xoxb-bare', botId: 'B1', botUserId: 'U1' }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/lor', async ({ ack }) => ack('done'));
await app.start(Number(PORT));
