import { cause } from '../clues/cause.ts';
import { clue, proves, suggests } from '../model/index.ts';

const id = 'org-maintenance-or-read-only';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  transient: true,
  sources: ['salesforce-status'],
  clues: [
    clue('page', ['loginHost'], ({ loginHost: { page, url } }) =>
      page === 'maintenance' ? proves({ url }) : undefined,
    ),
    clue('host-down', ['loginHost'], ({ loginHost: { status, url } }) =>
      status === 503 || status === 502 ? suggests({ url, status }) : undefined,
    ),
    clue('read-only', ['organization'], ({ organization: { isReadOnly, name, instanceName } }) =>
      isReadOnly === true ? suggests({ org: name, instance: instanceName ?? '-' }) : undefined,
    ),
  ],
  remedies: [{ id: 'wait', who: 'nobody', effect: 'waits' }],
});
