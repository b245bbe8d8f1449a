/** What the programs of the longer lanes (`npm run test:…`) share. */

export function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The whole number that an option of the command line was given. Throws for anything else. */
export function wholeNumber<N extends string>(values: Readonly<Partial<Record<N, string>>>, name: N): number {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on`);
  return number;
}

/** Does something; every rejection that nobody catches meanwhile stands in the list, in a sentence. */
export async function notingUncaught<T>(work: (uncaught: readonly string[]) => Promise<T>): Promise<T> {
  const uncaught: string[] = [];
  const note = (error: unknown) => void uncaught.push(`nobody caught ${error}`);
  process.on('unhandledRejection', note);
  try {
    return await work(uncaught);
  } finally {
    process.off('unhandledRejection', note);
  }
}
