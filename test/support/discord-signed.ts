import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What an application signs with, and the key that its page shows: 64 hexadecimal digits. */
export function createApplicationKey(): { readonly publicKey: string; readonly privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { publicKey: Buffer.from(x, 'base64url').toString('hex'), privateKey };
}

/** The headers of a request that Discord sends: https://docs.discord.com/developers/interactions/overview. */
export function signedByDiscord(body: string | Buffer, privateKey: KeyObject, epochMilliseconds: number) {
  const timestamp = String(Math.floor(epochMilliseconds / 1_000));
  return {
    'content-type': 'application/json',
    'x-signature-ed25519': sign(null, Buffer.concat([Buffer.from(timestamp), Buffer.from(body)]), privateKey).toString(
      'hex',
    ),
    'x-signature-timestamp': timestamp,
  };
}

export interface Signing {
  readonly privateKey: KeyObject;
  readonly now: () => number;
}

/** What came back: JSON where it says that it is, or nothing. */
export interface EndPointResponse {
  readonly status: number;
  readonly body: Record<string, unknown> | undefined;
}

/** An address that takes interactions, as Discord calls it. */
export interface EndPoint {
  post(payload: object): Promise<EndPointResponse>;
  /** Throws where it does not stand Discord's trial: a PING that is signed, and a forged one. */
  try(application: string): Promise<void>;
}

/** https://docs.discord.com/developers/interactions/overview says what is asked of an address, and what is sent there. */
export function createEndPoint(url: string, { privateKey, now }: Signing): EndPoint {
  async function send(body: string, headers: Readonly<Record<string, string>>): Promise<EndPointResponse> {
    const response = await fetch(url, { method: 'POST', headers, body });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, body: isJson ? (JSON.parse(text) as Record<string, unknown>) : undefined };
  }

  return {
    async post(payload) {
      const body = JSON.stringify(payload);
      return send(body, signedByDiscord(body, privateKey, now()));
    },
    async try(application) {
      const body = JSON.stringify({ application_id: application, id: '1', token: 'ping', type: 1, version: 1 });
      const right = signedByDiscord(body, privateKey, now());
      const forged = signedByDiscord(body, createApplicationKey().privateKey, now());
      const [pong, refused] = [await send(body, right), await send(body, forged)];
      if (pong.status !== 200 || pong.body?.type !== 1) throw new Error('the address does not answer a PING');
      if (refused.status !== 401) throw new Error('the address takes what nobody signed');
    },
  };
}
