import { endSessionsOf } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'session-invalid-not-oauth.ended',
  cause: 'session-invalid-not-oauth',
  title: 'The integration keeps one access token and never asks for another: an administrator ended its session',
  flow: 'jwt',
  span: 60 * 60 * 1000,
  breaks: async ({ client, logIn, act, user }) => {
    const { accessToken } = await logIn(client);
    if (accessToken !== undefined) client.session = accessToken;
    endSessionsOf(act(), user);
  },
  prints: body,
  leaves: { told: 'Session expired or invalid', row: 'Success' },
});
