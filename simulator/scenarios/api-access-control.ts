import { setApiAccessControl } from '../state/admin.ts';
import { profileOf } from '../state/lookup.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'api-access-control',
  title: 'The org now lets only installed apps use the API, and this one was only ever authorised',
  flow: 'refresh-token',
  prepare: ({ app, org, admin }) => {
    profileOf(org, admin).permissions.add('UseAnyApiClient');
    app.origin = 'only-authorised';
    app.permittedUsers = 'self-authorized';
  },
  breaks: ({ act }) => setApiAccessControl(act(), true),
  prints: body,
  leaves: { told: 'not valid for use with the REST API', row: 'Success', change: 'adminApprovedAppsOnlyOffOn' },
});
