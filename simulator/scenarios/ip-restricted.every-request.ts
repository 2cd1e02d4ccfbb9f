import { addLoginIpRange, setSessions } from '../state/admin.ts';
import { movesWithToken } from './client/moved.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'ip-restricted.every-request',
  cause: 'ip-restricted',
  title: 'Login IP ranges were made to hold for every request, and the access token is used outside of them',
  flow: 'jwt',
  breaks: (stage) => {
    addLoginIpRange(stage.act(), stage.profile, '198.51.100.0', '198.51.100.255');
    setSessions(stage.act(), { enforceIpRangesEveryRequest: true });
    return movesWithToken(stage);
  },
  prints: body,
  leaves: { told: 'Session expired or invalid', change: 'loginIpRange' },
});
