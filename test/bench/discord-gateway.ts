import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from '../support/listen.ts';

const bot = '100000000000000001';

/** Ids that look like Discord's, without end. */
function createIds(): () => string {
  let last = 600_000_000_000_000_000n;
  return () => {
    last += 1n;
    return String(last);
  };
}

/**
 * A gateway that says of each server what Discord says at a start, and interactions as fast as they
 * are answered. Nothing is kept, so that it costs little beside what is measured.
 */
export async function startGateway(servers: number) {
  const id = createIds();
  const guilds = Array.from({ length: servers }, id);
  const waiting: (() => void)[] = [];
  let connected: (socket: WebSocket) => void = () => undefined;
  const client = new Promise<WebSocket>((resolve) => {
    connected = resolve;
  });

  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url?.includes('/callback')) {
        response.writeHead(204).end();
        waiting.shift()?.();
        return;
      }
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ url: url.replace('http', 'ws'), shards: 1, session_start_limit, id: '1' }));
    });
  });
  const url = await listen(server);
  const gateway = new WebSocketServer({ server });
  let sequence = 0;

  function dispatch(socket: WebSocket, event: string, data: object): void {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, t: event, s: sequence, d: data }));
  }

  gateway.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }));
    socket.on('message', (raw) => {
      const { op } = JSON.parse(String(raw)) as { op: number };
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      dispatch(socket, 'READY', {
        ...{ v: 10, session_id: 'session', resume_gateway_url: url.replace('http', 'ws') },
        user: { id: bot, username: 'lorbot', discriminator: '0', bot: true },
        guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
        application: { id: bot, flags: 0 },
      });
      connected(socket);
    });
  });

  return {
    url,
    bot,
    /** Resolves when the client is there. */
    connected: client,
    /** Says of every server what is in it. */
    async fill(): Promise<void> {
      const socket = await client;
      for (const guild of guilds) dispatch(socket, 'GUILD_CREATE', guildOf(guild, id));
    },
    /** So many commands, so many at a time, each of another member. */
    async ask(count: number, atOnce: number): Promise<void> {
      const socket = await client;
      const one = () =>
        new Promise<void>((resolve) => {
          waiting.push(resolve);
          dispatch(socket, 'INTERACTION_CREATE', commandIn(guilds[sequence % guilds.length] ?? '', id));
        });
      let left = count;
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          while (left > 0) {
            left -= 1;
            await one();
          }
        }),
      );
    },
    close() {
      for (const socket of gateway.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A server of middling size, as a bot without privileged intents is told of it: 30 channels, 15 roles, no members but itself. */
function guildOf(guild: string, id: () => string): object {
  const channels = Array.from({ length: 30 }, (_, position) => ({
    ...{
      id: id(),
      type: position % 10 === 0 ? 4 : 0,
      name: `channel-${position}`,
      position,
      permission_overwrites: [],
    },
    ...{
      topic: 'Letters, interviews, rotations',
      nsfw: false,
      rate_limit_per_user: 0,
      parent_id: null,
      guild_id: guild,
    },
  }));
  const roles = Array.from({ length: 15 }, (_, position) => ({
    ...{
      id: position === 0 ? guild : id(),
      name: `role-${position}`,
      color: 0,
      hoist: false,
      position,
      permissions: '104324673',
    },
    ...{ managed: false, mentionable: false, flags: 0 },
  }));
  const user = { id: bot, username: 'lorbot', discriminator: '0', bot: true };
  return {
    ...{
      id: guild,
      name: `Applicants of ${guild}`,
      owner_id: id(),
      member_count: 400,
      large: false,
      unavailable: false,
    },
    ...{ channels, roles, threads: [], emojis: [], stickers: [], features: [], presences: [], voice_states: [] },
    ...{
      stage_instances: [],
      guild_scheduled_events: [],
      joined_at: '2027-01-01T00:00:00Z',
      preferred_locale: 'en-US',
    },
    members: [{ user, roles: [], joined_at: '2027-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 }],
  };
}

/** `/lor list` of a member who has not been here before. */
function commandIn(guild: string, id: () => string): object {
  const user = { id: id(), username: 'maya', discriminator: '0', avatar: null, global_name: null };
  const member = {
    user,
    permissions: '0',
    roles: [],
    joined_at: '2027-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const interaction = id();
  return {
    ...{ id: interaction, application_id: bot, type: 2, token: `token-${interaction}`, version: 1, guild_id: guild },
    ...{ channel_id: guild, channel: { id: guild, type: 0 }, member, locale: 'en-US', context: 0, entitlements: [] },
    ...{ authorizing_integration_owners: { '0': guild }, attachment_size_limit: 10_000_000, app_permissions: '0' },
    data: { id: '1', type: 1, name: 'lor', options: [{ type: 1, name: 'list', options: [] }] },
  };
}
