/** A file that came with a request, or that somebody attached. */
export interface FakeFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a request of the bot's was. */
export interface FakeRequest {
  readonly method: string;
  /** Without the host and the version: `/channels/1/messages`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
  /** By the number in the name of their part: `files[0]`. */
  readonly files: ReadonlyMap<number, FakeFile>;
}

export interface FakeAnswer {
  readonly status: number;
  /** An object becomes JSON; text and bytes stay what they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly nonce: string | undefined;
  body: Record<string, unknown>;
  files: readonly FakeFile[];
}

interface Begun {
  readonly at: number;
  answered: boolean;
}

/** Milliseconds that an interaction waits for its first response. */
const deadline = 3_000;

/** What the fake remembers, and its answer to each request. */
export function createFakeState(options: {
  readonly bot: string;
  readonly now: () => number;
  readonly nonces: boolean;
}) {
  const { bot, now, nonces } = options;
  const messages: FakeMessage[] = [];
  const interactions = new Map<string, Begun>();
  const tokens = new Set<string>();
  const closed = new Set<string>();
  const noFiles = new Set<string>();
  const channels = new Map<string, string | undefined>();
  const removedFrom = new Set<string>();
  const outages = new Set<string>();
  const commands = new Map<string, Record<string, unknown>[]>();
  let ids = 0;

  function newId(): string {
    ids += 1;
    return String((BigInt(now() - 1_420_070_400_000) << 22n) + BigInt(ids));
  }

  function answer(request: FakeRequest): FakeAnswer {
    const [kind = '', id = '', ...rest] = request.path.slice(1).split('/');
    const contents = kind === 'interactions' ? (request.body.data ?? {}) : request.body;
    const wrong = wrongFiles(contents as Record<string, unknown>, request.files);
    if (wrong !== undefined) return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: wrong } };
    if (tooLarge(request.files)) return { status: 413, body: { code: 40005, message: 'Request entity too large' } };
    if (request.path === '/users/@me/channels') return openDm(String(request.body.recipient_id));
    if (kind === 'interactions') return callback(id, rest[0] ?? '');
    if (kind === 'webhooks') return webhook(request, id);
    if (kind === 'applications') return command(request);
    if (kind === 'guilds') return server(id);
    if (kind !== 'channels') return { status: 404, body: { code: 0, message: '404: Not Found' } };
    if (!channels.has(id)) return { status: 404, body: { code: 10003, message: 'Unknown Channel' } };
    if (rest.length === 0) return { status: 200, body: { id, guild_id: channels.get(id) } };
    if (rest[0] === 'typing') return { status: 204 };
    if (request.method === 'POST') return create(id, request);
    if (request.method === 'PATCH') return edit(rest[1] ?? '', request);
    return history(id, request.query);
  }

  /** The bot is in every server that has a channel here, until it is removed. */
  function server(id: string): FakeAnswer {
    if (outages.has(id)) return { status: 503, body: { code: 0, message: 'Service Unavailable' } };
    if ([...channels.values()].includes(id) && !removedFrom.has(id)) return { status: 200, body: { id } };
    return { status: 404, body: { code: 10004, message: 'Unknown Guild' } };
  }

  function openDm(user: string): FakeAnswer {
    const channel = String(BigInt(user) + 1n);
    if (!channels.has(channel)) channels.set(channel, undefined);
    return { status: 200, body: { id: channel, type: 1 } };
  }

  function create(channel: string, { body, files }: FakeRequest): FakeAnswer {
    const user = String(BigInt(channel) - 1n);
    if (closed.has(user)) return { status: 403, body: { code: 50007, message: 'Cannot send messages to this user' } };
    if (noFiles.has(channel) && files.size > 0)
      return { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
    const nonce = typeof body.nonce === 'string' ? body.nonce : undefined;
    if (nonce !== undefined && nonce.length > 25)
      return { status: 400, body: { code: 50035, message: 'Invalid Form' } };
    const same = messages.find(
      (message) => message.nonce === nonce && message.channel === channel && now() - timeOf(message.id) < nonceWindow,
    );
    if (body.enforce_nonce === true && nonce !== undefined && same) return { status: 200, body: shown(same, true) };
    const message = { id: newId(), channel, author: bot, nonce, body, files: [...files.values()] };
    messages.push(message);
    return { status: 200, body: shown(message, true) };
  }

  function edit(id: string, { body, files }: FakeRequest): FakeAnswer {
    const message = messages.find((one) => one.id === id);
    if (!message) return { status: 404, body: { code: 10008, message: 'Unknown Message' } };
    message.body = body;
    message.files = [...files.values()];
    return { status: 200, body: shown(message, true) };
  }

  function history(channel: string, query: URLSearchParams): FakeAnswer {
    const after = BigInt(query.get('after') ?? 0);
    const found = messages.filter((message) => message.channel === channel && BigInt(message.id) > after);
    const page = found.slice(0, Number(query.get('limit') ?? 50)).reverse();
    return { status: 200, body: page.map((message) => shown(message, nonces)) };
  }

  function shown({ id, channel, author, nonce, body }: FakeMessage, withNonce: boolean): Record<string, unknown> {
    return { ...body, nonce: withNonce ? nonce : undefined, id, channel_id: channel, author: { id: author } };
  }

  function callback(id: string, token: string): FakeAnswer {
    const begun = interactions.get(id);
    if (!begun || now() - begun.at > deadline) {
      return { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
    }
    if (begun.answered) return { status: 400, body: { code: 40060, message: 'Already acknowledged' } };
    begun.answered = true;
    tokens.add(token);
    return { status: 204 };
  }

  function webhook({ method, path }: FakeRequest, application: string): FakeAnswer {
    const token = path.split('/')[3] ?? '';
    if (!tokens.has(token)) return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: { id: newId(), author: { id: application } } };
  }

  /** Commands come back with what Discord adds to them. */
  function command({ method, path, body, query }: FakeRequest): FakeAnswer {
    const [all = '', id = ''] = path.split(/(?<=\/commands)\/?/u);
    const list = commands.get(all) ?? [];
    // Translations are told only to whoever asks for them.
    if (method === 'GET')
      return { status: 200, body: query.get('with_localizations') === 'true' ? list : untranslated(list) };
    const others = list.filter((one) => one.id !== id && one.name !== body.name);
    const made = { ...decorated(body), id: id === '' ? newId() : id, application_id: bot, version: newId() };
    commands.set(all, method === 'DELETE' ? others : [...others, made]);
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: made };
  }

  return {
    answer,
    messages,
    /** By channel: its server, or nothing for a DM. */
    channels,
    /** Servers that the bot was in, and those of which Discord knows nothing just now. */
    removedFrom,
    outages,
    /** Channels in which the bot may write and not attach. */
    noFiles,
    /** People who take no direct messages. */
    closed,
    commands,
    begin(id: string, token: string): void {
      interactions.set(id, { at: now(), answered: false });
      tokens.delete(token);
    },
    /** A message that somebody else wrote. */
    write(channel: string, author: string): void {
      messages.push({ id: newId(), channel, author, nonce: undefined, body: {}, files: [] });
    },
  };
}

/** Milliseconds for which a nonce is known: “the past few minutes”, and Discord says no more than that. */
const nonceWindow = 5 * 60_000;

/** Milliseconds: an id says when it was made. */
function timeOf(id: string): number {
  return Number(BigInt(id) >> 22n) + 1_420_070_400_000;
}

/** Bytes of one file that Discord takes where nobody pays for more. */
const largestFile = 10 * 1024 * 1024;

function tooLarge(files: ReadonlyMap<number, FakeFile>): boolean {
  return [...files.values()].some(({ bytes }) => bytes.length > largestFile);
}

/**
 * What is wrong with the files of a message: one that is described did not come, or one that the
 * components show is not among those that came.
 */
function wrongFiles(body: Record<string, unknown>, files: ReadonlyMap<number, FakeFile>): string | undefined {
  const { attachments = [] } = body as { attachments?: readonly { id: number; filename?: string }[] };
  const missing = attachments.find(({ id, filename }) => files.get(id)?.name !== filename);
  if (missing) return `attachments: there is no files[${missing.id}] with the name ${missing.filename}`;
  const names = [...files.values()].map(({ name }) => name);
  const shown = [...JSON.stringify(body.components ?? []).matchAll(/"attachment:\/\/([^"]+)"/gu)].map(
    ([, name]) => name ?? '',
  );
  const lost = shown.find((name) => !names.includes(name));
  return lost === undefined ? undefined : `components: there is no file ${lost}`;
}

/** A command with the fields that Discord fills in and without those that say no more than nothing. */
function decorated(value: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, held]) => held !== false);
  const options = Array.isArray(value.options) ? value.options.map(decorated) : undefined;
  return {
    nsfw: false,
    dm_permission: true,
    // A command of a menu has an empty one.
    ...(value.type === 3 && { description: '' }),
    name_localizations: null,
    description_localizations: null,
    ...Object.fromEntries(entries),
    ...(options && options.length > 0 ? { options } : { options: undefined }),
  };
}

function untranslated<T>(value: T): T {
  const replace = (key: string, item: unknown) => (key.endsWith('_localizations') ? null : item);
  return JSON.parse(JSON.stringify(value, replace)) as T;
}
