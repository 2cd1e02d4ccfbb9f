import type { Desk } from '../../rest/desk.ts';
import { MetadataFault } from '../fault.ts';
import { textOf, type SoapCall } from '../soap.ts';
import { elementsXml } from '../xml.ts';
import { deploy, type DeployOptions } from './deploy.ts';
import { openPackage } from './package.ts';
import { deployResult } from './result.ts';

const on = (call: SoapCall, name: string): boolean => textOf(call.given, 'DeployOptions', name) === 'true';

const optionsOf = (call: SoapCall): DeployOptions => ({
  checkOnly: on(call, 'checkOnly'),
  ignoreWarnings: on(call, 'ignoreWarnings'),
  rollbackOnError: on(call, 'rollbackOnError'),
});

/** The call `deploy`: the package is taken in at once, and whoever asks for its state is told that it is over. */
export const deployCall = async ({ scene, context }: Desk, call: SoapCall): Promise<string> => {
  const given = await openPackage(Buffer.from(textOf(call.given, 'ZipFile'), 'base64'));
  if (given === undefined) throw new MetadataFault('INVALID_OPERATION', 'No package.xml found');
  const { org, now, viewer } = scene;
  const deployer = { org, now, userId: viewer.userId, switches: context.world.switches };
  const { id } = deploy(given, deployer, optionsOf(call));
  return `<deployResponse><result>${elementsXml({ done: false, id, state: 'Queued' })}</result></deployResponse>`;
};

/** The call `checkDeployStatus`. */
export const checkDeployStatus = ({ scene: { org } }: Desk, call: SoapCall): string => {
  const id = textOf(call.given, 'asyncProcessId');
  const found = org.deployments.find((one) => one.id === id);
  if (found === undefined) throw new MetadataFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
  const state = deployResult(org, found, textOf(call.given, 'includeDetails') === 'true');
  return `<checkDeployStatusResponse><result>${elementsXml(state)}</result></checkDeployStatusResponse>`;
};
