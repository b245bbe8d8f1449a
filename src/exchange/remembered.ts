/** A function that works each answer out once: a file asks the same of the same words in every row. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const found = known.get(text) ?? { answer: work(text) };
    known.set(text, found);
    return found.answer;
  };
}
