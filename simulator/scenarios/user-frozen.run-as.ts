import { freezeUser } from '../state/admin.ts';
import { assignPermissionSet, createUser } from '../state/people.ts';
import type { Setting } from './scenario.ts';
import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

const name = 'robot.credentials@acme.example';

const robotOf = ({ org }: Setting) => org.users.find(({ username }) => username === name)!;

export default scenario({
  id: 'user-frozen.run-as',
  cause: 'user-frozen',
  title: 'The run-as user of the app was frozen, and it is not the user whom everybody takes for the integration',
  flow: 'client-credentials',
  prepare: ({ org, app, user, access }) => {
    const robot = createUser(org, { username: name, profileId: user.profileId, lastName: 'Robot' });
    assignPermissionSet(org, robot.id, access.id);
    app.clientCredentials = { enabled: true, runAsUserId: robot.id };
  },
  breaks: (stage) => freezeUser(stage.act(), robotOf(stage)),
  prints: serviceLog,
  // The row is one of the run-as user.
  leaves: { told: 'authentication failure', change: 'frozeuser' },
});
