import type { Component, Elements, Value } from '../metadata/component.ts';
import { metadataJson } from '../metadata/component.ts';
import { componentsOf } from '../metadata/components.ts';
import { partOfSecurity } from '../metadata/settings.ts';
import { metadataType } from '../schema/metadata.ts';
import type { SObject } from '../schema/objects.ts';
import type { Org } from '../../state/types.ts';
import { sisterId, type Row, type Table } from './row.ts';

/** `enableFoo` of the metadata is the column `IsFooEnabled`; all else differs in case only. */
const plain = (name: string): string => (name.startsWith('enable') ? `is${name.slice(6)}enabled` : name).toLowerCase();

const isScalar = (value: Value | undefined): value is string | number | boolean =>
  typeof value !== 'object' && value !== undefined;

/** The columns that mirror an element of the metadata. */
const mirrored = (object: SObject, value: Elements): Row => {
  const byPlainName = new Map(Object.entries(value).map(([name, one]) => [plain(name), one]));
  return Object.fromEntries(
    object.columns.flatMap(({ name }) => {
      const one = byPlainName.get(name.toLowerCase());
      return isScalar(one) ? [[name, one]] : [];
    }),
  );
};

/** The newest version's metadata as JSON text; the reader prunes nothing further. */
const metadataCell = (component: Component | undefined, type: string, version: number): string | null => {
  const known = metadataType(type);
  return component === undefined || known === undefined
    ? null
    : JSON.stringify(metadataJson(component, known, version));
};

type Risk = { readonly group: string; readonly setting: string; readonly value: string; readonly standard: string };

/** Of the settings that are simulated, those that the Salesforce baseline certainly holds to be at high risk. */
const highRisks = ({ settings }: Org): readonly Risk[] => [
  ...(settings.maxLoginAttempts === 'NoLimit'
    ? [{ group: 'Password Policies', setting: 'Maximum invalid login attempts', value: 'No Limit', standard: '3' }]
    : []),
];

/** Health Check: only what is at high risk is told. */
export const healthCheckRisks: Table = ({ org }) =>
  highRisks(org).map(({ group, setting, value, standard }, at) => ({
    DurableId: `HealthCheck.${at}`,
    RiskType: 'HIGH_RISK',
    SettingRiskCategory: 'HIGH_RISK',
    SettingGroup: group,
    Setting: setting,
    OrgValue: value,
    OrgValueRaw: value,
    StandardValue: standard,
    StandardValueRaw: standard,
  }));

/** Version for which Metadata columns are written. */
const newest = 67;

/** A singleton of org settings, with its Metadata. */
export const settingsTable =
  (object: SObject): Table =>
  (scene) =>
    componentsOf(scene.org, object.name).map((component) => ({
      ...mirrored(object, component.value),
      Id: component.id,
      DurableId: object.name,
      FullName: component.fullName,
      Metadata: metadataCell(component, object.name, newest),
    }));

/** Settings that are a part of SecuritySettings. */
export const securityPart =
  (object: SObject, part: Parameters<typeof partOfSecurity>[1]): Table =>
  ({ org }) => [
    { ...mirrored(object, partOfSecurity(org, part)), Id: sisterId('0HE', org.id), DurableId: object.name },
  ];

export const ipRanges: Table = ({ org }) =>
  org.settings.trustedIpRanges.map((range, at) => ({
    Id: sisterId('0HE', org.id),
    DurableId: `IpRange-${at}`,
    Start: range.start,
    End: range.end,
    Description: range.description,
  }));

export const networkAccess: Table = ({ org }) => [{ Id: sisterId('0HE', org.id), DurableId: 'NetworkAccess' }];

/** Adds the Metadata column to rows of another table. */
export const withMetadata =
  (table: Table, type: string): Table =>
  (scene) => {
    const components = new Map(componentsOf(scene.org, type).map((one) => [one.id, one]));
    return table(scene).map((row) => ({
      ...row,
      Metadata: metadataCell(components.get(String(row.Id)), type, newest),
    }));
  };
