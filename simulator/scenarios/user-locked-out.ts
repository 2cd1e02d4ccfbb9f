import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-locked-out',
  title: 'A forgotten job with an old password locked the integration user out',
  flow: 'password',
  // An administrator must unlock: so the lock stands however long the simulator runs.
  prepare: ({ org }) => {
    org.settings.lockoutInterval = 'forever';
  },
  breaks: async ({ logIn, client, clock }) => {
    const forgotten = { ...client, password: 'Correct-Horse-6', sourceIp: '198.51.100.77' };
    for (let attempts = 0; attempts < 10; attempts += 1) {
      await logIn(forgotten);
      clock.advance(30_000);
    }
  },
  prints: body,
  leaves: { told: 'authentication failure', row: 'Password Lockout' },
});
