import { addLoginRow } from '../state/rows.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

const hour = 3600 * 1000;
const day = 24 * hour;

export default scenario({
  id: 'person-as-integration-user',
  title: 'The login works, with the user of somebody who comes to work every day',
  flow: 'jwt',
  prepare: ({ org, user, clock }) => {
    for (let back = 10; back > 0; back -= 1) {
      addLoginRow(org, {
        at: clock.now() - back * day + 3 * hour,
        userId: user.id,
        status: 'Success',
        loginType: 'Application',
        application: 'Browser',
        browser: 'Chrome 142',
        platform: 'Windows 11',
        sourceIp: '198.51.100.31',
      });
    }
  },
  prints: body,
});
