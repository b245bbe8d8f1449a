import { describe, expect, test } from 'vitest';
import { classify, reasonOf, waitOf } from '../../../adapters/slack/errors.ts';

function platform(error: string): unknown {
  return { code: 'slack_webapi_platform_error', data: { ok: false, error } };
}

function network(code: string): unknown {
  const original = new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) });
  return { code: 'slack_webapi_request_error', original };
}

describe('what became of a failed call', () => {
  test.each(['channel_not_found', 'is_archived', 'not_in_channel', 'missing_scope', 'invalid_blocks'])(
    '%s is for good',
    (code) => {
      expect(classify(platform(code))).toEqual({ kind: 'refused', reason: expect.stringContaining(code) });
    },
  );

  test.each(['user_not_found', 'user_disabled', 'cannot_dm_bot'])('%s is about the person', (code) => {
    expect(classify(platform(code))).toEqual({ kind: 'refused', reason: code, closed: true });
  });

  test.each(['account_inactive', 'token_revoked', 'invalid_auth', 'token_expired'])(
    '%s holds up its workspace until somebody installs the app anew',
    (code) => {
      const reason = expect.stringContaining(code);
      expect(classify(platform(code))).toEqual({ kind: 'retry', milliseconds: 900_000, holds: 'workspace', reason });
    },
  );

  test.each(['fatal_error', 'internal_error', 'service_unavailable', 'never_heard_of', '<html>'])(
    '%s may have arrived',
    (code) => {
      expect(classify(platform(code))).toEqual({ kind: 'unsure' });
    },
  );

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])(
    '%s cannot have arrived',
    (code) => {
      expect(classify(network(code))).toMatchObject({ kind: 'retry' });
    },
  );

  test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_SOCKET'])('%s may have arrived', (code) => {
    expect(classify(network(code))).toEqual({ kind: 'unsure' });
  });

  test('of two addresses that both refuse, it cannot have arrived', () => {
    const cause = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]);
    const original = new TypeError('fetch failed', { cause });
    expect(classify({ code: 'slack_webapi_request_error', original })).toMatchObject({ kind: 'retry' });
  });

  test.each([
    [{ code: 'slack_webapi_http_error', statusCode: 500 }],
    [{ code: 'slack_webapi_http_error', statusCode: 503 }],
    [new DOMException('late', 'TimeoutError')],
    [new Error('anything')],
    [undefined],
    ['text'],
  ])('%o may have arrived', (error) => {
    expect(classify(error)).toEqual({ kind: 'unsure' });
  });

  test.each(['ratelimited', 'rate_limited'])('%s without a time waits a minute', (code) => {
    expect(classify(platform(code))).toEqual({ kind: 'retry', milliseconds: 60_000, holds: 'workspace' });
  });

  test('a limit with its time waits for that', () => {
    expect(classify({ code: 'slack_webapi_rate_limited_error', retryAfter: 7 })).toEqual({
      kind: 'retry',
      milliseconds: 7_000,
      holds: 'workspace',
    });
  });
});

test.each([
  ['30', 30_000],
  ['1.5', 2_000],
  ['0', 1_000],
  ['86400', 86_400_000],
  ['soon', 60_000],
  ['-5', 60_000],
  ['', 60_000],
  [null, 60_000],
  [Number.NaN, 60_000],
  [Number.POSITIVE_INFINITY, 60_000],
])('a wait of %j is %i milliseconds, never early', (said, milliseconds) => {
  expect(waitOf(said)).toBe(milliseconds);
});

test.each([
  [platform('invalid_auth'), 'invalid_auth'],
  [platform('<html>Maya Okafor wrote</html>'), 'an answer that cannot be read'],
  [network('ENOTFOUND'), 'ENOTFOUND'],
  [{ code: 'slack_webapi_http_error', statusCode: 502 }, 'HTTP 502'],
  [undefined, 'no connection'],
])('the reason of %o holds nothing that somebody wrote', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});
