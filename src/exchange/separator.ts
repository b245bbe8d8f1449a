const candidates = [',', ';', '\t', '|'] as const;

/** Characters of the beginning that are looked at, and records of it. */
const looked = { characters: 20_000, records: 20 } as const;

/** What a text in columns says of its separator, and where its table begins. */
export interface Separated {
  readonly separator: string;
  readonly table: string;
}

/**
 * What separates the columns. Excel's first line `sep=;` says it and is no part of the table;
 * elsewhere it is the sign that stands equally often in the most records, and of two such the one
 * that makes more columns.
 */
export function separated(text: string): Separated {
  const said = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/iu.exec(text);
  if (said?.[1]) return { separator: said[1], table: text.slice(said[0].length) };
  const records = beginning(text);
  let best = { separator: ',', agreeing: 0, times: 0 };
  for (const separator of candidates) {
    const found = { separator, ...agreement(records.map((counts) => counts.get(separator) ?? 0)) };
    const better = found.agreeing > best.agreeing || (found.agreeing === best.agreeing && found.times > best.times);
    if (better) best = found;
  }
  return { separator: best.separator, table: text };
}

/** How often each candidate stands in each of the first records, outside quotation marks. */
function beginning(text: string): readonly ReadonlyMap<string, number>[] {
  const records: Map<string, number>[] = [];
  let counts = new Map<string, number>();
  let quoted = false;
  let filled = false;
  for (const sign of text.slice(0, looked.characters)) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') {
      if (filled) records.push(counts);
      if (records.length === looked.records) return records;
      counts = new Map();
      filled = false;
      continue;
    }
    filled = true;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return filled ? [...records, counts] : records;
}

/** The number of times, not nought, that most records agree on, and how many do. */
function agreement(times: readonly number[]): { readonly agreeing: number; readonly times: number } {
  const votes = new Map<number, number>();
  for (const number of times) if (number > 0) votes.set(number, (votes.get(number) ?? 0) + 1);
  let best = { agreeing: 0, times: 0 };
  for (const [number, agreeing] of votes) {
    if (agreeing > best.agreeing || (agreeing === best.agreeing && number > best.times))
      best = { agreeing, times: number };
  }
  return best;
}
