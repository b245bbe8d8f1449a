import { type Block, bullets, paragraph } from '../core/reply.ts';

/**
 * What somebody typed as blocks: paragraphs apart by empty lines, and lists of lines that begin
 * with `- `. All else stays the text that it is; nothing of it is markup.
 */
export function plainBlocks(text: string): readonly Block[] {
  return text
    .split(/\n[^\S\n]*\n/u)
    .flatMap(runs)
    .map(({ list, lines }) =>
      list ? bullets(lines.map((item) => [item.replace(bullet, '').trim()])) : paragraph([lines.join('\n')]),
    );
}

const bullet = /^\s*[-•]\s+/u;

interface Run {
  readonly list: boolean;
  readonly lines: string[];
}

/** Neighbouring lines of one kind together; empty ones show nothing. */
function runs(part: string): readonly Run[] {
  const found: Run[] = [];
  for (const text of part.split('\n').filter((one) => one.trim() !== '')) {
    const list = bullet.test(text);
    const last = found.at(-1);
    if (last?.list === list) last.lines.push(text);
    else found.push({ list, lines: [text] });
  }
  return found;
}
