import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'session-invalid-not-oauth',
  title: 'The integration keeps one access token and never asks for another: it timed out',
  flow: 'jwt',
  span: 9 * 3600 * 1000,
  breaks: async ({ client, logIn }) => {
    const { accessToken } = await logIn(client);
    if (accessToken !== undefined) client.session = accessToken;
  },
  prints: body,
  leaves: { told: 'Session expired or invalid' },
});
