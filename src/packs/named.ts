/** What people call by several names. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A name as names are compared: `OB/GYN`, `ob-gyn` and `Ob Gyn` are one. Empty where no letter or digit is left. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** The one that a text means by a name, a short form or an id; marks and case do not count. */
export function findNamed<T extends Named>(list: readonly T[], text: string): T | undefined {
  const wanted = plainName(text);
  return wanted === '' ? undefined : list.find((named) => namesOf(named).includes(wanted));
}

/** The first that has a name of one before it: under one name for two, the answer would depend on their order. */
export function findTwin(list: readonly Named[]): { readonly index: number; readonly reason: string } | undefined {
  const owners = new Map<string, string>();
  for (const [index, named] of list.entries()) {
    for (const name of namesOf(named)) {
      const owner = owners.get(name);
      if (owner !== undefined) return { index, reason: `${owner} and ${named.id} are both called ${name}` };
      owners.set(name, named.id);
    }
  }
  return undefined;
}

function namesOf({ id, name, aliases }: Named): readonly string[] {
  return [...new Set([id, name, ...aliases].map(plainName))];
}
