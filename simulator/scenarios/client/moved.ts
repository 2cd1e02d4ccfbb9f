import type { Stage } from '../scenario.ts';

/** The integration logged in from another address a minute ago, and uses the access token from here. */
export const movesWithToken = async ({ client, clock, logIn, sim }: Stage): Promise<void> => {
  clock.set(Date.now() - 60_000);
  client.sourceIp = '198.51.100.4';
  const { accessToken } = await logIn(client);
  if (accessToken !== undefined) client.session = accessToken;
  client.sourceIp = sim.world.sourceIp;
};
