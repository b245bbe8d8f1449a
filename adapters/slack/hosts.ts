/**
 * Whether an address that Slack named is one of Slack's, so that the bot hands its token and its
 * files to nobody else: over TLS, on one of these hosts or below it. Where the operator set another
 * API, that machine is Slack, too.
 */
export function isSlackAddress(address: string, hosts: readonly string[], apiUrl: string | undefined): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (apiUrl !== undefined && hostname === new URL(apiUrl).hostname) return true;
  const isOne = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === 'https:' && username === '' && isOne;
}
