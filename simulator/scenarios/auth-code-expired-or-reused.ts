import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'auth-code-expired-or-reused',
  title: 'The callback page was loaded again, and its authorization code sent a second time',
  flow: 'web',
  breaks: async ({ client, logIn, clock }) => {
    const { code } = await logIn(client);
    if (code !== undefined) client.code = code;
    clock.advance(30_000);
  },
  prints: codeAndText,
  leaves: { told: 'expired authorization code', row: 'Failed: Invalid Nonce' },
});
