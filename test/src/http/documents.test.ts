import { expect, test } from 'vitest';
import { documentRoute } from '../../../src/http/documents.ts';
import { privacyPage, termsPage } from '../../../src/views/documents.ts';

test.each([
  ['/privacy', privacyPage, /<p>- [^<]*letters/u],
  ['/terms', termsPage, /<p>- [^<]*without any warranty/u],
] as const)('%s is a page in the language of the browser', async (path, page, says) => {
  const read = (language: string) =>
    documentRoute(path, page).handle({
      ...{ path, query: new URLSearchParams(), body: Buffer.from('') },
      headers: { 'accept-language': language },
    });
  const { status, headers, body } = await read('en-CA');
  expect([status, headers?.['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toContain('<html lang="en">');
  expect(body).toMatch(says);
  expect((await read('fr-CA')).body).toContain('<html lang="fr">');
});
