import { sameId } from '../model/index.ts';
import type { Facts, LoginHost } from '../model/index.ts';

/** The hosts that every org shares. */
export const isGeneric = ({ kind }: LoginHost): boolean => kind === 'login' || kind === 'test';

/** Whether the host lets in the users of this org; undefined where the host does not tell. */
export const isHostOf = ({
  loginHost,
  organization,
}: Pick<Facts, 'loginHost' | 'organization'>): boolean | undefined => {
  if (loginHost.kind === 'login') return !organization.isSandbox;
  if (loginHost.kind === 'test') return organization.isSandbox;
  if (loginHost.kind !== 'my-domain' || loginHost.orgId === undefined) return undefined;
  return sameId(loginHost.orgId, organization.id);
};
