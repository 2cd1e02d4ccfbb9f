import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'source-address-rotates',
  title: 'The login works, from addresses of a pool that the profile happens to hold whole',
  flow: 'jwt',
  prepare: ({ org, user, profile }) => {
    profile.loginIpRanges.push({ start: '203.0.113.0', end: '203.0.113.255' });
    for (const [index, row] of org.loginRows.filter(({ userId }) => userId === user.id).entries()) {
      row.sourceIp = `203.0.113.${10 + (index % 6)}`;
    }
  },
  prints: body,
});
