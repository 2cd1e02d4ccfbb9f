import { setSessions } from '../state/admin.ts';
import { movesWithToken } from './client/moved.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'session-invalid-not-oauth.locked',
  cause: 'session-invalid-not-oauth',
  title: 'Sessions were locked to the address that opened them, and the access token is used from another one',
  flow: 'jwt',
  breaks: (stage) => {
    setSessions(stage.act(), { lockSessionsToIp: true });
    return movesWithToken(stage);
  },
  prints: body,
  leaves: { told: 'Session expired or invalid' },
});
