/** Words that two members keep in the bot, and that nobody else may ever read. */
export const secrets = ['Zyxquill', 'Vorbathine', 'Quomlare', 'Ixtrelby', 'Wrothmane', 'Jubzeneth'] as const;

const [a, b, c, d, e, f] = secrets;

/** What each of the two keeps. */
export const kept = [
  [a, b, c],
  [d, e, f],
] as const;

/** What a member types who keeps these words: letters, programs, notes and reminders. */
export function plantedLines([name, program, word]: (typeof kept)[number]): readonly string[] {
  return [
    `/lor add Dr. ${name} due:"in 90 days" email:${name}@example.org met:"${word} ward" title:${word}`,
    `/lor program add ${program} letters:3 notes:"${word} said so"`,
    `/lor remind me "call ${word}" on:"in 60 days"`,
    `/lor writer add ${program} ${word} notes:"${name} knows"`,
  ];
}

/** What that member types to read all of it. */
export const readingLines = ['/lor list', '/lor program list', '/lor remind list', '/lor writer list'] as const;

/** A sentence for each of the words in something that somebody else reads. */
export function toldIn(text: string): readonly string[] {
  return secrets
    .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
    .map((secret) => `“${secret}”, which is somebody else’s, is told: ${text.slice(0, 300)}`);
}

export function isNoSecret(value: string): boolean {
  return !secrets.some((secret) => value.includes(secret));
}
