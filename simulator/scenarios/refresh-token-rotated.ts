import { body } from './prints.ts';
import { scenario } from './scenario.ts';

const minute = 60_000;

export default scenario({
  id: 'refresh-token-rotated',
  title: 'Two workers share one refresh token, and the app rotates it',
  flow: 'refresh-token',
  prepare: ({ app }) => {
    app.rotation = true;
  },
  breaks: async ({ client, logIn, clock }) => {
    clock.set(Date.now() - minute);
    await logIn({ ...client });
  },
  prints: body,
  leaves: { told: 'expired access/refresh token' },
});
