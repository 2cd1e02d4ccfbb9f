import type { DeployedComponent, Deployment, Org } from '../../../state/types.ts';
import { nameOf, userById } from '../../../state/lookup.ts';
import type { Elements } from '../component.ts';
import { isError } from './deploy.ts';

const message = (deployment: Deployment, one: DeployedComponent): Elements => {
  const failed = isError(one, deployment);
  return {
    changed: !failed && ['created', 'changed', 'deleted'].includes(one.outcome),
    componentType: one.type,
    created: !failed && one.outcome === 'created',
    createdDate: new Date(deployment.at).toISOString(),
    deleted: !failed && one.outcome === 'deleted',
    fileName: one.fileName,
    fullName: one.outcome === 'warned' ? one.fileName : one.fullName,
    id: one.id,
    problem: one.problem,
    problemType: one.problem === undefined ? undefined : one.outcome === 'warned' ? 'Warning' : 'Error',
    success: !failed,
  };
};

/** The manifest stands in the list of what went well, as a component without a type. */
const manifest = ({ at }: Deployment): Elements => ({
  changed: true,
  componentType: '',
  created: false,
  createdDate: new Date(at).toISOString(),
  deleted: false,
  fileName: 'package.xml',
  fullName: 'package.xml',
  success: true,
});

/** Without tests there are none to tell of. */
const noTests: Elements = { numFailures: 0, numTestsRun: 0, totalTime: 0 };

const statusOf = ({ components, rollbackOnError }: Deployment, errors: number): string => {
  if (errors === 0) return 'Succeeded';
  return rollbackOnError || errors === components.length ? 'Failed' : 'SucceededPartial';
};

/** What `checkDeployStatus` tells of a deployment that is over. */
export const deployResult = (org: Org, deployment: Deployment, includeDetails: boolean): Elements => {
  const { components, at, byUserId, checkOnly, ignoreWarnings, rollbackOnError, id } = deployment;
  const errors = components.filter((one) => isError(one, deployment));
  const fine = components.filter((one) => !isError(one, deployment));
  const time = new Date(at).toISOString();
  const status = statusOf(deployment, errors.length);
  return {
    checkOnly,
    completedDate: time,
    createdBy: byUserId,
    createdByName: nameOf(userById(org, byUserId)),
    createdDate: time,
    details: includeDetails
      ? {
          componentFailures: errors.map((one) => message(deployment, one)),
          componentSuccesses: [...fine.map((one) => message(deployment, one)), manifest(deployment)],
          runTestResult: noTests,
        }
      : undefined,
    done: true,
    id,
    ignoreWarnings,
    lastModifiedDate: time,
    numberComponentErrors: errors.length,
    numberComponentsDeployed: fine.length,
    numberComponentsTotal: components.length,
    numberTestErrors: 0,
    numberTestsCompleted: 0,
    numberTestsTotal: 0,
    rollbackOnError,
    runTestsEnabled: false,
    startDate: time,
    status,
    success: status !== 'Failed',
  };
};
