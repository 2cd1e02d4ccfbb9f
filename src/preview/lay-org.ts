import type { Alteration, Evidence } from '../model/index.ts';
import { mapFact, setFact, type Touched } from './touch.ts';

export type OrgAlteration = Extract<
  Alteration,
  {
    readonly set:
      | 'trusted-ranges'
      | 'password-flow-blocked'
      | 'user-agent-flow-blocked'
      | 'pkce-for-all'
      | 'approved-apps-only'
      | 'api-login-by-my-domain';
  }
>;

/** What a setting of the org changes for every login. */
export const layOrg = (evidence: Evidence, setting: OrgAlteration): Touched => {
  const { set } = setting;
  const { oauthSettings, myDomain, trustedIpRanges, apiAccess } = evidence;
  if (set === 'trusted-ranges') return { trustedIpRanges: setFact(trustedIpRanges, setting.value) };
  if (set === 'approved-apps-only') return { apiAccess: setFact(apiAccess, { adminApprovedAppsOnly: setting.value }) };
  if (set === 'api-login-by-my-domain')
    return { myDomain: mapFact(myDomain, (all) => ({ ...all, apiLoginNeedsMyDomain: setting.value })) };
  const name = {
    'password-flow-blocked': 'passwordFlowBlocked',
    'user-agent-flow-blocked': 'userAgentFlowBlocked',
    'pkce-for-all': 'pkceRequired',
  } as const;
  return { oauthSettings: mapFact(oauthSettings, (all) => ({ ...all, [name[set]]: setting.value })) };
};
