import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailRecipient } from '../../../src/core/mail-link.ts';
import { mailtoLink } from '../../../src/drafts/mailto-link.ts';

/** What a mail program makes of an address, by RFC 6068: who, and every header in order. */
function opened(url: string): { to: string; headers: readonly (readonly [string, string])[] } {
  const [path = '', query = '', ...more] = url.slice('mailto:'.length).split('?');
  expect(more).toEqual([]);
  const headers = query.split('&').map((header) => {
    const [name = '', value = '', ...rest] = header.split('=');
    expect(rest).toEqual([]);
    return [name, decodeURIComponent(value)] as const;
  });
  return { to: decodeURIComponent(path), headers };
}

const crlf = (text: string) => text.replace(/\r\n?|\n/gu, '\r\n');

describe('a link to a mail', () => {
  it('holds the address, the subject and the body, with the line breaks of a mail', () => {
    const draft = { to: 'chen@example.org', subject: 'A letter', body: ['Dear Dr. Chen,', 'a\nb'] };
    const { url, whole } = mailtoLink(draft);
    expect(url).toBe('mailto:chen@example.org?subject=A%20letter&body=Dear%20Dr.%20Chen%2C%0D%0A%0D%0Aa%0D%0Ab');
    expect(whole).toBe(true);
    expect(mailRecipient(url)).toBe('chen@example.org');
  });

  it('says the same text when it is decoded, and has no header but its own', () => {
    const odd = fc.constantFrom(
      '?bcc=x@y.z',
      '&cc=a',
      '\r\nBcc: x',
      '\n',
      '%0d%0a',
      '%',
      '#',
      '<>"\\',
      'é',
      '陈',
      '[a]',
    );
    const text = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 8 });
    const joined = text.map((parts) => parts.join(''));
    fc.assert(
      fc.property(joined, fc.array(joined, { maxLength: 5 }), (subject, body) => {
        const { url, whole } = mailtoLink({ to: null, subject, body });
        fc.pre(whole);
        expect(url).toMatch(/^[\x21-\x7e]+$/u);
        expect(url).not.toMatch(/[<>"\\()']/u);
        expect(opened(url)).toEqual({
          to: '',
          headers: [
            ['subject', crlf(subject)],
            ['body', crlf(body.join('\n\n'))],
          ],
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'chen@example.org?bcc=x@y.z',
    'chen@example.org,x@y.z',
    'chen@example.org\nBcc: x@y.z',
    'chen%40example.org',
    'chen @example.org',
    '<chen@example.org>',
    '@example.org',
    'chen@localhost',
    'chen@example..org',
    `${'a'.repeat(250)}@b.ca`,
    `${'a@'.repeat(5_000)}b.ca`,
    '',
  ])('leaves out what is no address: %j', (to) => {
    expect(mailtoLink({ to, subject: 's', body: [] }).url).toBe('mailto:?subject=s&body=');
  });

  it.each([
    ['o’brien@example.org', null],
    ["o'brien+lor@mail.example.org", "o'brien+lor@mail.example.org"],
    ['núñez@exámple.org', 'núñez@exámple.org'],
  ])('takes %s as the address that it is', (to, expected) => {
    expect(mailRecipient(mailtoLink({ to, subject: 's', body: [] }).url)).toBe(expected ?? '');
  });

  it('leaves out a body that would make it longer than 1,800 characters, and says so', () => {
    const draft = { to: 'chen@example.org', subject: 's' };
    const room = 1_800 - mailtoLink({ ...draft, body: [''] }).url.length;
    expect(mailtoLink({ ...draft, body: ['a'.repeat(room)] })).toMatchObject({ whole: true });
    expect(mailtoLink({ ...draft, body: ['a'.repeat(room + 1)] })).toEqual({
      url: 'mailto:chen@example.org?subject=s',
      whole: false,
    });
    expect(mailtoLink({ ...draft, subject: '陈'.repeat(500), body: [] }).url).toBe('mailto:chen@example.org');
  });

  it('bears half a character', () => {
    expect(opened(mailtoLink({ to: null, subject: 'a\ud83d', body: [] }).url).headers[0]).toEqual([
      'subject',
      'a\ufffd',
    ]);
  });
});
