import { type Family, families, featuresOf } from './features.ts';
import { log } from './steady-math.ts';

/** How much each family of features counts against the others. */
export const familyWeights: Record<Family, number> = { word: 1, piece: 1, sense: 0.5, shape: 0.4 };

/** The features that are known, with their column and how telling each is. */
export interface Vocabulary {
  readonly columns: ReadonlyMap<number, number>;
  readonly rarity: Float32Array;
}

/** A text as columns and values. */
export interface Vector {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** The features that at least `least` of the texts show; what one text alone shows teaches nothing. */
export function vocabularyOf(texts: readonly string[], least: number): Vocabulary {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (const family of Object.values(featuresOf(text))) {
      for (const number of family.keys()) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  const kept = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => a - b);
  const rarity = Float32Array.from(kept, ([, count]) => rarityOf(count, texts.length));
  return { columns: new Map(kept.map(([number], column) => [number, column])), rarity };
}

/** Rounded to sixteenths, so that it can be kept in a byte. */
function rarityOf(count: number, texts: number): number {
  return Math.min(255, Math.round(16 * (1 + log((1 + texts) / (1 + count))))) / 16;
}

/** A text's vector: each family scaled to its length, what is not known left out. */
export function vectorOf(text: string, { columns, rarity }: Vocabulary): Vector {
  const found = featuresOf(text);
  const at: number[] = [];
  const values: number[] = [];
  for (const family of families) {
    const start = values.length;
    let square = 0;
    for (const [number, weight] of found[family]) {
      const column = columns.get(number);
      if (column === undefined) continue;
      const value = weight * (rarity[column] as number);
      at.push(column);
      values.push(value);
      square += value * value;
    }
    const scale = square > 0 ? familyWeights[family] / Math.sqrt(square) : 0;
    for (let index = start; index < values.length; index += 1) values[index] = (values[index] as number) * scale;
  }
  return { columns: Int32Array.from(at), values: Float32Array.from(values) };
}
