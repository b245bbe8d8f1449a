/**
 * A French text with the spaces that no line may break: before a colon and inside guillemets, as
 * is the custom in Québec. Whoever writes the text types plain spaces.
 */
export function typeset(text: string): string {
  return text.replaceAll(' :', '\u00a0:').replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
}
