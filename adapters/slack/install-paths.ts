/** Where workspaces install the app, under the bot's own address. */
export const installPaths = { landing: '/slack/install', begin: '/slack/install/begin', end: '/slack/oauth' } as const;
