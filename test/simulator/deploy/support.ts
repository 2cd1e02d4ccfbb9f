import JSZip from 'jszip';
import { XMLParser } from 'fast-xml-parser';
import { openDesk } from '../data/support.ts';
import type { Desk } from '../data/support.ts';
import { componentXml, manifestXml } from './project.ts';

export { openDesk };
export type { Desk };

type Line = Readonly<Record<string, string>>;

export type Outcome = {
  readonly status: string;
  readonly failures: readonly Line[];
  readonly successes: readonly Line[];
  /** `ConnectedApp Marketing_Sync: In field ...` */
  readonly problems: readonly string[];
  /** `Created PermissionSet New_One` */
  readonly done: readonly string[];
};

export type Parcel = {
  /** Path in the package: type and elements, or the text itself. */
  readonly files?: Readonly<Record<string, readonly [type: string, body: string] | string>>;
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly version?: string;
  readonly options?: Readonly<Record<string, boolean>>;
};

const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'componentSuccesses' || name === 'componentFailures',
});

type Tree = Record<string, never>;

const resultIn = (xml: string): Tree => {
  const body = (parser.parse(xml) as Record<'Envelope', Record<'Body', Record<string, Record<'result', Tree>>>>)
    .Envelope.Body;
  const answer = Object.values(body)[0];
  if (answer?.result === undefined) throw new Error(xml);
  return answer.result;
};

const zipped = async ({ files = {}, members = {}, version = '67.0' }: Parcel): Promise<string> => {
  const zip = new JSZip();
  zip.file('package.xml', manifestXml(members, version));
  for (const [file, text] of Object.entries(files))
    zip.file(file, typeof text === 'string' ? text : componentXml(text[0], text[1]));
  return zip.generateAsync({ type: 'base64' });
};

/** The element `deploy` of a SOAP call. */
export const deployBody = async (parcel: Parcel): Promise<string> => {
  const options = { rollbackOnError: true, singlePackage: true, ...parcel.options };
  const words = Object.entries(options).map(([name, on]) => `<${name}>${String(on)}</${name}>`);
  return `<deploy><ZipFile>${await zipped(parcel)}</ZipFile><DeployOptions>${words.join('')}</DeployOptions></deploy>`;
};

const stateOf = (line: Line): string =>
  ['created', 'deleted', 'changed'].find((word) => line[word] === 'true') ?? 'unchanged';

/** Deploys as `sf` does, and asks what became of it. */
export const deployTo = async (desk: Desk, parcel: Parcel): Promise<Outcome> => {
  const started = resultIn((await desk.soap(await deployBody(parcel), '67.0')).text);
  const asked = `<checkDeployStatus><asyncProcessId>${String(started.id)}</asyncProcessId><includeDetails>true</includeDetails></checkDeployStatus>`;
  const { status, details } = resultIn((await desk.soap(asked, '67.0')).text) as unknown as {
    status: string;
    details: { componentFailures?: Line[]; componentSuccesses?: Line[] };
  };
  const { componentFailures: failures = [], componentSuccesses = [] } = details;
  const successes = componentSuccesses.filter(({ fullName }) => fullName !== 'package.xml');
  return {
    status,
    failures,
    successes,
    problems: failures.map(({ componentType, fullName, problem }) => `${componentType} ${fullName}: ${problem}`),
    done: successes.map((line) => `${stateOf(line)} ${line.componentType} ${line.fullName}`),
  };
};

/** One component, by the path of its file. */
export const deployOne = (
  desk: Desk,
  [file, type, body]: readonly [file: string, type: string, body: string],
  more: Parcel = {},
): Promise<Outcome> => {
  const fullName = (file.split('/')[1] ?? '').replace(/\.\w+$/, '');
  const member = type.endsWith('Settings') && file.startsWith('settings/') ? 'Settings' : type;
  return deployTo(desk, { files: { [file]: [type, body] }, members: { [member]: [fullName] }, ...more });
};
