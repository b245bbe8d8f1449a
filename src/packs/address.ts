/** Whether a source can be shown as a link: an https address with a host name and no spaces. */
export function isAddress(text: string): boolean {
  if (/\s/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return protocol === 'https:' && username === '' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/u.test(hostname);
}
