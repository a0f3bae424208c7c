import type { ServerEntry } from '../transport/server-list.ts';

/** The configured URL, query and all, of a server as events name it: without what may be secret in it. */
export function serverUrl(servers: readonly ServerEntry[], label: string | undefined): string {
  if (label === undefined || !URL.canParse(label)) return servers[0]?.url ?? '';
  const { host, pathname } = new URL(label);
  const known = servers.find(({ url }) => new URL(url).host === host && new URL(url).pathname === pathname);
  return known?.url ?? label;
}
