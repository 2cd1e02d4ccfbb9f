import { setSessions } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'session-invalid-not-oauth.locked',
  cause: 'session-invalid-not-oauth',
  title: 'Sessions were locked to the address that opened them, and the access token is used from another one',
  flow: 'jwt',
  breaks: async ({ act, client, clock, logIn, sim }) => {
    setSessions(act(), { lockSessionsToIp: true });
    clock.set(Date.now() - 60_000);
    client.sourceIp = '198.51.100.4';
    const { accessToken } = await logIn(client);
    if (accessToken !== undefined) client.session = accessToken;
    client.sourceIp = sim.world.sourceIp;
  },
  prints: body,
  leaves: { told: 'Session expired or invalid' },
});
