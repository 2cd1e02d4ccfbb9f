import type { Authenticated, HostContext } from '../../frame/context.ts';
import { featuresOf } from '../../state/lookup.ts';
import { effectivePermissions } from '../permissions.ts';
import type { Scene } from '../tables/row.ts';

/** One call of one session on one host: who asks, of which version, and what the org counts for it. */
export type Desk = {
  scene: Scene;
  context: Pick<HostContext, 'url' | 'world'>;
  version: number;
};

export type ApiRequest = {
  method: string;
  /** Path below the version, without slashes at its ends. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | undefined>>;
  body: unknown;
};

export const deskFor = (context: HostContext, { session, user, org }: Authenticated, version: number): Desk => ({
  context,
  version,
  scene: {
    org,
    now: context.clock.now(),
    session,
    viewer: { userId: user.id, permissions: effectivePermissions(org, user), features: featuresOf(org) },
  },
});

/** Such as `/services/data/v64.0` */
export const basePath = (version: number): string => `/services/data/v${version.toFixed(1)}`;
