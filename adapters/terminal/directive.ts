/** What a line in the terminal is. Directives stand for what other platforms do by themselves. */
export type Said =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'as'; readonly user: string; readonly administrator: boolean }
  /** `undefined` is the DM. */
  | { readonly kind: 'in'; readonly channel: string | undefined }
  | { readonly kind: 'at'; readonly text: string }
  | { readonly kind: 'press'; readonly number: number }
  | { readonly kind: 'fill'; readonly text: string }
  | { readonly kind: 'submit' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'attach'; readonly path: string }
  | { readonly kind: 'wrong'; readonly why: string };

/** Every directive with how it is used; help and completion read it. */
export const directives = {
  '!as': '!as maya, or !as maya admin: speak as that member',
  '!in': '!in #lor-help, or !in dm: go to a channel or back',
  '!at': '!at 2027-08-25 09:00 America/New_York: move the clock forward; !at now: back to the real time',
  '!press': '!press 2: press the second button of what was shown last',
  '!fill': '!fill name=Dr. Chen kind=chair: fill in the open form',
  '!attach': '!attach letters.csv: hand over a file, in the open form or with the next command',
  '!submit': '!submit: send the open form',
  '!cancel': '!cancel: leave the open form',
  '!say': '!say text: a plain message in the channel, not for me unless it has @lorbot in it',
} as const;

/** Reads one line: `/…` is a command, `!…` a directive, anything else a question. */
export function readLine(input: string): Said {
  const text = input.trim();
  if (text === '') return { kind: 'nothing' };
  if (text.startsWith('/')) return { kind: 'command', text: text.slice(1) };
  if (!text.startsWith('!')) return { kind: 'question', text };
  const [name = '', ...words] = text.split(/\s+/u);
  return readDirective(name.toLowerCase(), words, text.slice(name.length).trim());
}

function readDirective(name: string, words: readonly string[], rest: string): Said {
  switch (name) {
    case '!as':
      return readAs(words);
    case '!in':
      return readIn(words);
    case '!at':
      return rest === '' ? usage(name) : { kind: 'at', text: rest };
    case '!press':
      return /^[1-9]\d{0,3}$/u.test(rest) ? { kind: 'press', number: Number(rest) } : usage(name);
    case '!fill':
      return rest === '' ? usage(name) : { kind: 'fill', text: rest };
    case '!attach':
      return rest === '' ? usage(name) : { kind: 'attach', path: unquoted(rest) };
    case '!submit':
      return { kind: 'submit' };
    case '!cancel':
      return { kind: 'cancel' };
    case '!say':
      return rest === '' ? usage(name) : { kind: 'say', text: rest };
    default:
      return { kind: 'wrong', why: `I do not know ${name}. There are ${Object.keys(directives).join(', ')}.` };
  }
}

function readAs([user, role, ...more]: readonly string[]): Said {
  const named = user !== undefined && /^@?[\p{L}\p{N}._-]{1,40}$/u.test(user);
  if (!named || more.length > 0 || (role !== undefined && role !== 'admin')) return usage('!as');
  return { kind: 'as', user: user.replace('@', ''), administrator: role === 'admin' };
}

function readIn([place, ...more]: readonly string[]): Said {
  if (place === undefined || more.length > 0) return usage('!in');
  if (place.toLowerCase() === 'dm') return { kind: 'in', channel: undefined };
  if (!/^#?[\p{L}\p{N}_-]{1,80}$/u.test(place)) return usage('!in');
  return { kind: 'in', channel: place.startsWith('#') ? place : `#${place}` };
}

/** A path as a terminal writes it when a file is dropped on it. */
export function unquoted(path: string): string {
  return /^(["'])(.+)\1$/u.exec(path)?.[2] ?? path;
}

function usage(name: string): Said {
  return { kind: 'wrong', why: `It goes like this: ${directives[name as keyof typeof directives]}` };
}
