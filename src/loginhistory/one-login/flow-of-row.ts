import { flows } from '../../model/index.ts';
import type { Flow, LoginRow } from '../../model/index.ts';

/**
 * What a sub-type tells of the flow, by its name or by its label with blanks taken out. None is known for JWT bearer and device.
 * Source: the picklist of LoginHistory.LoginSubType.
 */
const subTypes: ReadonlyArray<readonly [RegExp, Flow | 'browser' | 'other']> = [
  [/refreshtoken/u, 'refresh-token'],
  [/clientcredentials/u, 'client-credentials'],
  [/oauthusernamepassword/u, 'password'],
  [/webserver/u, 'web'],
  [/tokenexchange/u, 'token-exchange'],
  [/soapapi/u, 'soap-login'],
  [/^ui|^usernamepasswordui/u, 'browser'],
  [/useragent|otplogin/u, 'other'],
];

/** Flows of which no sub-type is known. */
const silent: readonly Flow[] = flows.filter((flow) => !subTypes.some(([, told]) => told === flow));

const flowOf = ({ loginSubType }: LoginRow): Flow | 'browser' | 'other' | undefined => {
  const name = loginSubType?.toLowerCase().replaceAll(/[\s-]/gu, '');
  return name === undefined ? undefined : subTypes.find(([pattern]) => pattern.test(name))?.[1];
};

/** A person logs in once, and a machine lives on the refresh token from then on: rows of both are of that integration. None tells device. */
const shown: Partial<Record<Flow, readonly Flow[]>> = {
  web: ['web', 'refresh-token'],
  device: ['refresh-token'],
};

/** Whether the row can be of a login by this flow: not where its sub-type tells another one. */
export const canBeOf = (flow: Flow | undefined, row: LoginRow): boolean => {
  const told = flowOf(row);
  return flow === undefined || told === undefined || (shown[flow] ?? [flow]).some((one) => one === told);
};

/** The flow that a row tells. */
export const flowOfRow = (row: LoginRow): Flow | undefined => {
  const told = flowOf(row);
  return told === 'browser' || told === 'other' ? undefined : told;
};

const ofOauth = /^remote access/iu;

/**
 * By which flows a login can have come that left this row; undefined: by one that is none of these. A sub-type that is known tells it; one
 * that is not known may be of any. Without one it is a flow that has none, as long as the type is told by which OAuth logins go.
 */
export const flowsOfRow = (row: LoginRow): ReadonlyArray<Flow | undefined> => {
  const told = flowOf(row);
  if (told === 'browser') return [undefined];
  if (told !== undefined && told !== 'other') return [told];
  if (row.loginSubType !== undefined || row.loginType === undefined) return [...flows, undefined];
  return ofOauth.test(row.loginType) ? silent : ['soap-login', undefined];
};

/** Whether both rows can be of the same flow. */
export const isSameFlow = (a: LoginRow, b: LoginRow): boolean => {
  const [one, other] = [flowOf(a), flowOf(b)];
  return one === undefined || other === undefined || one === other;
};
