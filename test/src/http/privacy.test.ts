import { expect, test } from 'vitest';
import { privacyRoute } from '../../../src/http/privacy.ts';
import { privacyPage } from '../../../src/views/privacy-page.ts';

test('the privacy page says what is kept and who sees it, in the language of the browser', async () => {
  const read = (language: string) =>
    privacyRoute(privacyPage).handle({
      ...{ path: '/privacy', query: new URLSearchParams(), body: Buffer.from('') },
      headers: { 'accept-language': language },
    });
  const { status, headers, body } = await read('en-CA');
  expect([status, headers?.['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toContain('<html lang="en">');
  expect(body).toMatch(/<p>- [^<]*letters/u);
  expect((await read('fr-CA')).body).toContain('<html lang="fr">');
});
