/** Where questions for a person go in a community, and who is called there; ids are the platform's. */
export interface Helpers {
  readonly channel: string | null;
  readonly role: string | null;
}

export interface HelperStore {
  /** Both empty while nothing was said. */
  get(community: string): Promise<Helpers>;
  set(community: string, helpers: Helpers): Promise<void>;
}
