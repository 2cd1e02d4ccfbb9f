import { addLoginRow } from '../state/rows.ts';
import type { Org, SessionFlow, User } from '../state/types.ts';
import type { Stray } from './attempt.ts';
import { realName } from '../frame/context.ts';
import type { HostContext } from '../frame/context.ts';

/** No subtype is documented for JWT bearer and device. */
const subTypes: Partial<Record<SessionFlow, string>> = {
  'refresh-token': 'OauthRefreshToken',
  'client-credentials': 'OauthClientCredentials',
  password: 'OauthUsernamePassword',
  web: 'OauthWebServer',
  'soap-login': 'SoapApiLogin',
};

/** The bare host that a row names: the real one that this listener stands for. */
const loginUrlOf = ({ role, org }: HostContext, of: Org): string => realName(role, org ?? of);

export type LoginFacts = {
  org: Org;
  user: User;
  status: string;
  flow: SessionFlow;
  at: number;
  sourceIp: string;
  application?: string;
  soapVersion?: string;
};

/** Where and as what a login comes in, as the event log has it. Source: object reference, EventLogFile Login. */
const entrances = {
  oauth: { uri: '/services/oauth2/token', loginType: 'i' },
  soap: { uri: '/services/Soap/u', loginType: 'I' },
} as const;

type StrayFacts = Stray & { at: number; sourceIp: string; by: keyof typeof entrances };

/** What names no user reaches an org only through its My Domain. */
export const writeStray = ({ org }: HostContext, { by, ...facts }: StrayFacts): void => {
  org?.strayLogins.push({ ...facts, ...entrances[by] });
};

export const writeLoginRow = (context: HostContext, facts: LoginFacts): void => {
  const { org, user, status, flow, at, sourceIp, application, soapVersion } = facts;
  const subType = subTypes[flow];
  addLoginRow(org, {
    at,
    userId: user.id,
    status,
    sourceIp,
    loginUrl: loginUrlOf(context, org),
    ...(application === undefined ? {} : { application }),
    ...(subType === undefined ? {} : { loginSubType: subType }),
    ...(flow === 'soap-login' ? { loginType: 'Other Apex API' } : {}),
    ...(soapVersion === undefined ? {} : { apiType: 'SOAP Partner', apiVersion: soapVersion }),
  });
  if (status === 'Success') user.lastLoginAt = at;
};
