import type { TargetOrg } from '../../model/index.ts';
import type { Labels } from './openmetrics.ts';

/** Of which org a number is: its id, and the name by which this machine knows it. */
export const orgLabels = (targetOrg: TargetOrg | undefined): Labels =>
  targetOrg === undefined ? {} : { org: targetOrg.orgId, alias: targetOrg.alias ?? targetOrg.username };
