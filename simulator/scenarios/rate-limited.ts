import { addLoginRow } from '../state/rows.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

const minute = 60_000;
const logins = 3600;

export default scenario({
  id: 'rate-limited',
  title: 'The integration asks for a token before each call, and passed 3,600 logins in an hour',
  flow: 'jwt',
  breaks: ({ org, user, app }) => {
    const from = Date.now() - 50 * minute;
    for (let login = 0; login < logins; login += 1) {
      const at = from + Math.floor((login * 45 * minute) / logins);
      addLoginRow(org, { at, userId: user.id, status: 'Success', application: app.name });
    }
  },
  prints: serviceLog,
  leaves: { told: 'authentication failure', row: 'Login Rate Exceeded' },
});
