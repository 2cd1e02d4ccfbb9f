import type { LookRequest } from '../../look/look.ts';
import { defined, type StoredLogin } from '../../model/index.ts';
import { integrationOf } from '../stored-login.ts';
import type { Given } from './given.ts';

/** How a stored login is looked at, where nothing was said of any one of them. No org is asked: it could know one of them at most. */
export const requestForStored =
  ({ offline, 'no-probe': noProbe }: Pick<Given, 'offline' | 'no-probe'>) =>
  (login: StoredLogin): LookRequest => ({
    integration: { ...integrationOf(login), sourceIps: [] },
    ...defined({ keyFile: login.keyFile }),
    offline,
    probe: !offline && !noProbe,
    attempt: false,
  });
