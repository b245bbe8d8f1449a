import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from 'discord.js';

// What a bare discord.js client costs: it hears of the same things, and answers with a constant.

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env;
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: DISCORD_API_URL, version: '10' },
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply({ content: 'done', flags: MessageFlags.Ephemeral });
});
await client.login(DISCORD_TOKEN);
