/** What a font file tells of the characters that it has. */
export interface FontFile {
  /** How far a character moves the pen, as a share of the font's size; `undefined` where the font lacks it. */
  advance(codePoint: number): number | undefined;
}

/** Reads the tables of a TrueType or OpenType file, of a single font and with a map of all of Unicode. */
export function readFontFile(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(view);
  const unitsPerEm = view.getUint16(tables('head') + 18);
  const metricCount = view.getUint16(tables('hhea') + 34);
  const metrics = tables('hmtx');
  const glyphs = glyphsOf(view, tables('cmap'));
  return {
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      // Glyphs behind the last metric are as wide as it.
      return view.getUint16(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
    },
  };
}

/** Where each table begins. */
function tablesOf(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(entry + byte))).join('');
    offsets.set(tag, view.getUint32(entry + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`not a font that can be read: it has no table "${tag}"`);
    return offset;
  };
}

/** The number of the glyph for each character, out of the map's table of format 12, which holds all of Unicode. */
function glyphsOf(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const count = view.getUint16(cmap + 2);
  const subtables = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4));
  const table = subtables.find((offset) => view.getUint16(offset) === 12);
  if (table === undefined) throw new Error('not a font that can be read: it has no map of all of Unicode');
  const glyphs = new Map<number, number>();
  const groups = view.getUint32(table + 12);
  for (let index = 0; index < groups; index++) {
    const group = table + 16 + 12 * index;
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let codePoint = first; codePoint <= last; codePoint++) glyphs.set(codePoint, glyph + codePoint - first);
  }
  return glyphs;
}
