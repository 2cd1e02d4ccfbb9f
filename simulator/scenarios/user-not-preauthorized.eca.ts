import userNotPreauthorized from './user-not-preauthorized.ts';
import { withExternalClientApp } from './scenario.ts';

export default withExternalClientApp(userNotPreauthorized, {
  told: "user hasn't approved this consumer",
  row: 'Failed: Not approved for access',
  change: 'PermSetUnassign',
});
