/**
 * The text of a file, whichever way its program wrote it: UTF-8, UTF-16 with its mark (Excel's
 * "Unicode text"), else the code page of Windows in the West, which is how Excel still saves a CSV
 * file there. Never fails: in that code page every byte is a character.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
