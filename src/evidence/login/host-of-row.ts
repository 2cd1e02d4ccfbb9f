import { known, shortId, type Fact, type LoginHost } from '../../model/index.ts';
import { hostKind } from './host-kind.ts';

/** The host that a row of Login History names: it answered, and a My Domain among the rows of an org is that of the org. */
export const hostOfRow = (url: string, orgId: string): Fact<LoginHost> => {
  const kind = hostKind(url);
  return known(
    { url, reachable: true, kind, ...(kind === 'my-domain' ? { orgId: shortId(orgId) } : {}) },
    { place: 'org', name: 'LoginHistory' },
  );
};
