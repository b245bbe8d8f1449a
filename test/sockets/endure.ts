import { type Chance, createChance } from '../support/chance.ts';
import { notingUncaught } from '../support/lane.ts';
import { seeded } from '../support/seeded.ts';
import { overSocket, type Said } from '../support/slack-people.ts';
import { allScopes, startWorkspace, type Workspace } from '../support/slack-server.ts';
import {
  appToken,
  type Farewell,
  type Refusal,
  type SocketServer,
  startSocketServer,
} from '../support/slack-socket.ts';
import { startSlackBot } from '../support/start-slack-bot.ts';

export interface EnduranceReport {
  /** How often each kind of end and of refusal came. */
  readonly disconnects: Readonly<Record<string, number>>;
  readonly connections: number;
  readonly commands: { readonly sent: number; readonly acknowledged: number; readonly answeredElsewhere: number };
  readonly mentions: { readonly sent: number; readonly again: number };
  /** What must not be, in sentences; empty when all is well. */
  readonly wrong: readonly string[];
}

/** Waits of the bot are this much shorter than they are meant. */
const hurry = 200;

/** Milliseconds of the answering rule, which nothing here is slow enough for. */
const answering = [1_000, 2_300];

const inAHurry = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    if (!answering.includes(milliseconds)) setTimeout(resolve, milliseconds / hurry).unref();
  });

const farewells: readonly Farewell[] = ['warning', 'refresh_requested', 'link_disabled', 'too_many_websockets'];

const refusals: readonly Refusal[] = [
  { error: 'invalid_auth' },
  { error: 'internal_error' },
  { status: 429 },
  { status: 503 },
  'no address',
  'no upgrade',
  'no hello',
  'closed before the hello',
  'ended before the hello',
];

/** One command or mention, and what came of it. */
interface Sent {
  readonly by: string;
  readonly what: string;
  readonly said: Promise<Said>;
}

/**
 * The whole bot on Socket Mode while its connections end, one and two at a time, in every way that
 * there is, and new ones are refused. Meanwhile people type commands and ask questions, each
 * another person, so that what became of each can be told.
 */
export async function endure({ disconnects, seed }: { readonly disconnects: number; readonly seed: number }) {
  const workspace = await startWorkspace(allScopes);
  const server = await startSocketServer(workspace.apiUrl);
  const bot = await startSlackBot(
    { workspace, serve: async () => '' },
    { appToken, apiUrl: server.apiUrl, sleep: inAHurry, pongWithin: 100 },
  );
  try {
    const chance = createChance(seeded(seed));
    return await notingUncaught((failures) => storm({ disconnects, chance, workspace, server, failures }));
  } finally {
    await bot.stop();
    server.close();
    await workspace.close();
  }
}

interface Storm {
  readonly disconnects: number;
  readonly chance: Chance;
  readonly workspace: Workspace;
  readonly server: SocketServer;
  readonly failures: readonly string[];
}

async function storm({ disconnects, chance, workspace, server, failures }: Storm): Promise<EnduranceReport> {
  const people = overSocket(workspace, server);
  const counted: Record<string, number> = {};
  const commands: Sent[] = [];
  const mentions: Sent[] = [];

  function count(kind: string): void {
    counted[kind] = (counted[kind] ?? 0) + 1;
  }

  function talk(): void {
    const number = commands.length;
    const [by, what] = [`UCMD${number}`, `Writer ${number}`];
    commands.push({ by, what, said: people.types(`/lor add ${what}`, by) });
    if (chance.once(2)) return;
    const ts = `${mentions.length + 1}.5`;
    mentions.push({ by: ts, what: ts, said: people.mentions('how many letters?', { ts }, `UASK${mentions.length}`) });
  }

  /** Some time, so that an end comes before, amidst and after what is on its way. */
  async function moment(milliseconds: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, chance.below(milliseconds)));
  }

  async function end(): Promise<void> {
    const ways: readonly (readonly [string, () => Promise<void>])[] = [
      ...farewells.map((reason) => [reason, () => server.disconnects(reason)] as const),
      ['broken', () => server.breaks()],
      ['closed with a code', () => server.breaks(1011)],
      ['no pong', () => server.falls()],
    ];
    const [kind, way] = chance.pick(ways);
    count(kind);
    await way();
  }

  async function disturb(): Promise<void> {
    for (let more = chance.below(3); more > 0; more -= 1) {
      const refusal = chance.pick(refusals);
      count(typeof refusal === 'string' ? refusal : `refused with ${Object.values(refusal)[0]}`);
      server.refuses(refusal);
    }
    const ends = Array.from({ length: 1 + chance.below(2) }, async () => {
      await moment(20);
      await end();
    });
    for (let more = chance.below(4); more > 0; more -= 1) {
      talk();
      await moment(10);
    }
    await Promise.all(ends);
    if (chance.once(5)) server.losesPatience();
  }

  const total = () => Object.values(counted).reduce((sum, one) => sum + one, 0);
  while (total() < disconnects) {
    await server.until(({ open }) => open > 0);
    talk();
    await moment(50);
    await disturb();
  }
  await server.until(({ open }) => open === 2);
  server.losesPatience();
  const wrong = [
    ...failures,
    ...(await wrongCommands(commands, people, workspace)),
    ...(await wrongMentions(mentions, workspace)),
  ];
  const said = await Promise.all(commands.map((one) => one.said));
  return {
    disconnects: counted,
    connections: server.counts().opened,
    commands: {
      sent: commands.length,
      acknowledged: said.filter(({ status }) => status === 200).length,
      answeredElsewhere: workspace.told.length,
    },
    mentions: { sent: mentions.length, again: server.again() },
    wrong,
  };
}

/** Acknowledged: done once and answered once. Given up by Slack: done once or not at all. */
async function wrongCommands(
  commands: readonly Sent[],
  people: ReturnType<typeof overSocket>,
  workspace: Workspace,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { by, what, said } of commands) {
    const { body, status } = await said;
    const list = String((await people.types('/lor list', by)).body?.text);
    const times = list.split(what).length - 1;
    const answers =
      Number(body !== undefined) + workspace.told.filter(({ text }) => String(text).includes(`${what} `)).length;
    if (status === 200 && times !== 1) wrong.push(`“${what}” was acknowledged and is there ${times} times`);
    if (times > 1) wrong.push(`“${what}” is there ${times} times`);
    if (status === 200 && answers !== 1) wrong.push(`“${what}” was answered ${answers} times`);
  }
  return wrong;
}

/** Slack sends a mention again until it is acknowledged, and each is answered once. */
async function wrongMentions(mentions: readonly Sent[], workspace: Workspace): Promise<readonly string[]> {
  await Promise.all(mentions.map(({ said }) => said));
  const answers = () => workspace.of('chat.postMessage').map(({ sent }) => sent.thread_ts);
  return mentions.flatMap(({ what }) => {
    const times = answers().filter((thread) => thread === what).length;
    return times === 1 ? [] : [`the question at ${what} was answered ${times} times`];
  });
}
