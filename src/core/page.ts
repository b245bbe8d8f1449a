import type { Language } from './language.ts';
import type { HttpRequest, HttpResponse } from './ports.ts';

/** A page for somebody's browser: text, and at most one way on. */
export interface Page {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: { readonly text: string; readonly address: string } | undefined;
}

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}a{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#1f4e5f;color:#fff;text-decoration:none}';

/** The language that a browser asks for, of those that are spoken here. */
export function browserLanguage(headers: HttpRequest['headers']): Language {
  return /^fr\b/iu.test(String(headers['accept-language'] ?? '')) ? 'fr' : 'en';
}

/** A whole document without scripts, which no other site can frame and no cache keeps. */
export function pageResponse(status: number, page: Page, language: Language): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: html(page, language),
  };
}

function html({ title, lines, link }: Page, language: Language): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>`,
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    link ? `<p><a href="${escaped(link.address)}">${escaped(link.text)}</a></p>` : '',
    '</body></html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
