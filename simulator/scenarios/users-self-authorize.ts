import { createGrant } from '../state/apps.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'users-self-authorize',
  title: 'The login works, by an approval that the user gave to an app which everybody may approve',
  flow: 'jwt',
  prepare: ({ org, app, user, clock }) => {
    app.permittedUsers = 'self-authorized';
    createGrant(org, { userId: user.id, appId: app.id, createdAt: clock.now() - 100 * day });
  },
  prints: body,
});
