import JSZip from 'jszip';
import { deploy } from '../../../simulator/data/metadata/deploy/deploy.ts';
import { createSession } from '../../../simulator/state/apps.ts';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import { xml } from '../../preview/files/support.ts';
import { runSf } from '../cli.ts';
import type { ChangeFile } from './change-file.ts';
import type { Crowd } from './crowd.ts';

const version = 67;

const manifestOf = (files: readonly ChangeFile[]): string => {
  const types = files.map(({ type, fullName }) => `<types><members>${fullName}</members><name>${type}</name></types>`);
  return xml('Package', `${types.join('')}<version>${version}.0</version>`);
};

/** What goes comes first; an empty manifest of the rest stands beside it where nothing else is deployed. */
export const packageOf = (files: readonly ChangeFile[]): Readonly<Record<string, string>> => {
  const [gone, there] = [files.filter((one) => one.xml === undefined), files.filter((one) => one.xml !== undefined)];
  return {
    'package.xml': manifestOf(there),
    ...(gone.length === 0 ? {} : { 'destructiveChanges.xml': manifestOf(gone) }),
    ...Object.fromEntries(there.map((one) => [one.path, one.xml ?? ''])),
  };
};

const namedIn = ({ type, fullName }: ChangeFile): { type: string; fullName: string } => ({
  type: type === 'Settings' ? `${fullName}Settings` : type,
  fullName,
});

/** What an org does not take is said, and nothing of it was done. */
export type Deployed = { readonly problem?: string };

const deployHere = (files: readonly ChangeFile[], { org, admin, clock, sim }: Crowd): Deployed => {
  const given = {
    version,
    members: files.filter((one) => one.xml !== undefined).map(namedIn),
    files: new Map(Object.entries(packageOf(files))),
    before: files.filter((one) => one.xml === undefined).map(namedIn),
    after: [],
  };
  const deployer = { org, userId: admin.id, now: clock.now(), switches: sim.world.switches };
  const { components } = deploy(given, deployer, { checkOnly: false, ignoreWarnings: false, rollbackOnError: true });
  const failed = components.find(({ outcome }) => outcome === 'failed' || outcome === 'warned');
  return failed === undefined ? {} : { problem: `${failed.type} ${failed.fullName}: ${failed.problem ?? ''}` };
};

/** The call `deploy` of the Metadata API, over HTTP. */
const deployByApi = async (files: readonly ChangeFile[], { sim, org, admin, clock }: Crowd): Promise<Deployed> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(packageOf(files))) zip.file(name, text);
  const now = clock.now();
  const { token } = createSession(org, { userId: admin.id, createdAt: now });
  const before = org.deployments.length;
  const answer = await fetch(`${sim.urls.myDomain}/services/Soap/m/${version}.0`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata"><soapenv:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><deploy><ZipFile>${await zip.generateAsync({ type: 'base64' })}</ZipFile><DeployOptions><rollbackOnError>true</rollbackOnError><singlePackage>true</singlePackage></DeployOptions></deploy></soapenv:Body></soapenv:Envelope>`,
  });
  if (!answer.ok) throw new Error(await answer.text());
  const failed = org.deployments[before]?.components.find(
    ({ outcome }) => outcome === 'failed' || outcome === 'warned',
  );
  return failed === undefined ? {} : { problem: `${failed.type} ${failed.fullName}: ${failed.problem ?? ''}` };
};

/** `sf project deploy start`, with the folder that was previewed. */
const deployBySf = async (folder: string, home: string): Promise<Deployed> => {
  const words = ['project', 'deploy', 'start', '--metadata-dir', folder, '--target-org', 'admin', '--json'];
  const ran = await runSf(words, { env: homeEnvironment(home) });
  return ran.code === 0 ? {} : { problem: `sf project deploy start: ${ran.stdout}${ran.stderr}` };
};

/** Who deploys: the simulator itself, its Metadata API over HTTP, or the CLI. */
export type Deployer = 'here' | 'api' | 'sf';

export type Deploying = {
  readonly crowd: Crowd;
  /** Where the files were written, and who has the administrator's session. */
  readonly folder: string;
  readonly home: string;
};

export const deployBy = async (
  by: Deployer,
  files: readonly ChangeFile[],
  { crowd, folder, home }: Deploying,
): Promise<Deployed> => {
  if (by === 'sf') return deployBySf(folder, home);
  return by === 'api' ? deployByApi(files, crowd) : deployHere(files, crowd);
};
