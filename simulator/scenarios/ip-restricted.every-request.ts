import { addLoginIpRange, setSessions } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'ip-restricted.every-request',
  cause: 'ip-restricted',
  title: 'Login IP ranges were made to hold for every request, and the access token is used outside of them',
  flow: 'jwt',
  breaks: async ({ act, client, clock, logIn, profile, sim }) => {
    addLoginIpRange(act(), profile, '198.51.100.0', '198.51.100.255');
    setSessions(act(), { enforceIpRangesEveryRequest: true });
    clock.set(Date.now() - 60_000);
    client.sourceIp = '198.51.100.4';
    const { accessToken } = await logIn(client);
    if (accessToken !== undefined) client.session = accessToken;
    client.sourceIp = sim.world.sourceIp;
  },
  prints: body,
  leaves: { told: 'Session expired or invalid', change: 'loginIpRange' },
});
