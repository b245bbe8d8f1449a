import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Sizes in pixels of the picture's letters, lines and margins. */
const letter = 8.4;
const lineHeight = 20;
const margin = 24;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A terminal window that holds these lines; what was typed stands out. */
function windowOf(lines: readonly string[]): string {
  const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * letter + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map((line, index) => {
    const typed = /^[\w ()#-]+> /u.test(line);
    const colour = typed ? '#9ecbff' : /^\[\w{3} \d/u.test(line) ? '#f0c674' : '#e6e6e6';
    return `  <text x="${margin}" y="${margin + 14 + index * lineHeight}" fill="${colour}" xml:space="preserve">${escaped(line)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="A conversation with lorbot in the terminal" font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">`,
    `  <rect width="${width}" height="${height}" rx="10" fill="#16191d"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

test('the picture in the README shows the beginning of its first transcript', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const transcript = /```text\n([\s\S]*?)\n```/u.exec(readme)?.[1] ?? '';
  const end = transcript.indexOf('maya> /lor remind on');
  const lines = transcript.slice(0, end).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(10);
  await expect(windowOf(lines)).toMatchFileSnapshot('../../docs/terminal.svg');
});
