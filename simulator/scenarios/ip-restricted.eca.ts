import ipRestricted from './ip-restricted.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(ipRestricted, {
  told: 'ip restricted',
  row: 'Restricted IP',
  change: 'loginIpRange',
});
