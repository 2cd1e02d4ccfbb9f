import { myDomainOf } from '../../state/lookup.ts';
import { sisterId, stamps, type Table } from './row.ts';

export const organization: Table = ({ org }) => [
  {
    ...stamps(org, org.createdAt),
    Id: org.id,
    Name: org.name,
    Country: 'US',
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    InstanceName: org.instanceName,
    IsSandbox: org.isSandbox,
    IsReadOnly: org.isReadOnly,
    OrganizationType: org.organizationType,
    TimeZoneSidKey: org.timeZone,
    TrialExpirationDate: org.trialExpiresAt,
  },
];

/** The My Domain login host. */
export const domains: Table = ({ org }) => [
  {
    ...stamps(org, org.createdAt),
    Id: sisterId('0I4', org.id),
    Domain: myDomainOf(org),
    DomainType: 'DNS',
    HttpsOption: 'OrgDomain',
  },
];

export const auditTrail: Table = ({ org }) =>
  org.auditRows.map((row) => ({
    Id: row.id,
    Action: row.action,
    Section: row.section,
    Display: row.display,
    CreatedDate: row.at,
    CreatedById: row.byUserId,
    SystemModstamp: row.at,
  }));

export const certificates: Table = ({ org }) =>
  org.certificates.map((one) => ({
    Id: one.id,
    DeveloperName: one.developerName,
    MasterLabel: one.label,
    KeySize: one.keySize,
    ExpirationDate: new Date(one.expiresAt).toISOString().slice(0, 10),
    CreatedDate: org.createdAt,
  }));

export const transactionPolicies: Table = ({ org }) =>
  org.transactionPolicies.map((policy) => ({
    Id: policy.id,
    DeveloperName: policy.developerName,
    MasterLabel: policy.label,
    EventName: policy.eventName,
    State: policy.enabled ? 'Enabled' : 'Disabled',
    LastModifiedDate: policy.changedAt,
  }));
