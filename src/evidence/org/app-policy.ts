import { defined } from '../../model/index.ts';
import type { App, IpRelaxation, RefreshTokenPolicy } from '../../model/index.ts';
import type { OrgRequest } from '../org-wire.ts';
import { oauthConfigOf, type ListedApp } from './listed-app.ts';
import { rowOf, text, truth, whole, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';
import { lastChangeColumns } from './who.ts';

/** What an app's policies add to its entry in the list. */
export type Policy = Pick<
  App,
  'permittedUsers' | 'refreshTokenPolicy' | 'clientCredentials' | 'requiresHighAssurance' | 'handler'
> & { readonly ipRelaxation?: IpRelaxation };

export const externalPolicyColumns = [
  ...lastChangeColumns,
  'PermittedUsersPolicyType',
  'RefreshTokenPolicyType',
  'RefreshTokenValidityPeriod',
  'RefreshTokenValidityUnit',
  'IpRelaxationPolicyType',
  'RequiredSessionLevel',
  'IsClientCredentialsFlowEnabled',
  'ClientCredentialsFlowUser',
  'ApexHandlerId',
];

/** The OAuth policies of an external client app. */
export const externalPolicyQuery = ({ id }: ListedApp): OrgRequest =>
  query(
    `SELECT ${externalPolicyColumns.join(', ')} FROM ExtlClntAppOauthPlcyCnfg WHERE ExternalClientApplicationId = ${quoted(id)} LIMIT 1`,
  );

/** Connected apps write `BYPASS_2FACTOR`, external client apps `Bypass_2factor`: compared without case. */
const ipRelaxationOf = (value: unknown): IpRelaxation | undefined => {
  const words: Readonly<Record<string, IpRelaxation>> = {
    enforce: 'enforce',
    bypass: 'bypass',
    bypass_2factor: 'bypass-2factor',
    enforce_relaxrefresh: 'enforce-relax-refresh',
  };
  return words[(text(value) ?? '').toLowerCase()];
};

const kinds: Readonly<Record<string, RefreshTokenPolicy['kind']>> = {
  infinite: 'infinite',
  zero: 'zero',
  specific_lifetime: 'lifetime',
  specificlifetime: 'lifetime',
  specific_inactivity: 'inactivity',
  specificinactivity: 'inactivity',
};

const units: Readonly<Record<string, NonNullable<RefreshTokenPolicy['unit']>>> = {
  hours: 'hours',
  days: 'days',
  months: 'months',
};

const policyFrom = (type: unknown, period: unknown, unit: unknown): RefreshTokenPolicy | undefined => {
  const kind = kinds[(text(type) ?? '').toLowerCase()];
  if (kind === undefined) return undefined;
  if (kind === 'infinite' || kind === 'zero') return { kind };
  return { kind, ...defined({ period: whole(period), unit: units[(text(unit) ?? '').toLowerCase()] }) };
};

/** `infinite`, `zero`, `specific_lifetime:<n>:<HOURS|DAYS|MONTHS>` or `specific_inactivity:…`. */
const refreshTokenPolicyOf = (value: unknown): RefreshTokenPolicy | undefined => {
  const [type, period, unit] = (text(value) ?? '').split(':');
  return policyFrom(type, period, unit);
};

const clientCredentials = (enabled: boolean | undefined, runAs: string | undefined): App['clientCredentials'] =>
  enabled === undefined ? undefined : { enabled, ...defined({ runAs }) };

const level = (value: unknown): boolean | undefined => {
  const word = text(value)?.toUpperCase();
  return word === undefined ? undefined : word === 'HIGH_ASSURANCE';
};

/** From the `ConnectedApp` component; the list told the rest. */
export const connectedPolicy = (component: Row | undefined, app: ListedApp): Policy => {
  const policy = rowOf(component?.oauthPolicy);
  const session = rowOf(component?.sessionPolicy);
  const oauth = oauthConfigOf(component);
  return defined({
    refreshTokenPolicy: refreshTokenPolicyOf(policy?.refreshTokenPolicy),
    ipRelaxation: ipRelaxationOf(policy?.ipRelaxation),
    clientCredentials: clientCredentials(
      truth(oauth?.isClientCredentialEnabled),
      text(oauth?.oauthClientCredentialUser),
    ),
    requiresHighAssurance: app.sessionPolicy === false ? false : level(session?.sessionLevel),
    handler: component === undefined ? undefined : defined({ apexClass: text(component.plugin) }),
  });
};

/** From the row of `ExtlClntAppOauthPlcyCnfg`. */
export const externalPolicy = (row: Row): Policy => {
  const users = text(row.PermittedUsersPolicyType)?.toLowerCase();
  return defined({
    permittedUsers:
      users === 'adminapprovedpreauthorized'
        ? ('admin-approved' as const)
        : users === 'allselfauthorized'
          ? ('self-authorized' as const)
          : undefined,
    refreshTokenPolicy: policyFrom(
      row.RefreshTokenPolicyType,
      row.RefreshTokenValidityPeriod,
      row.RefreshTokenValidityUnit,
    ),
    ipRelaxation: ipRelaxationOf(row.IpRelaxationPolicyType),
    clientCredentials: clientCredentials(
      truth(row.IsClientCredentialsFlowEnabled),
      text(row.ClientCredentialsFlowUser),
    ),
    requiresHighAssurance: level(row.RequiredSessionLevel),
    handler: 'ApexHandlerId' in row ? defined({ apexClass: text(row.ApexHandlerId) }) : undefined,
  });
};
