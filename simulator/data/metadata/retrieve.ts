import JSZip from 'jszip';
import { nextId } from '../../state/ids.ts';
import type { Org } from '../../state/types.ts';
import type { Desk } from '../rest/desk.ts';
import { metadataType, metadataTypes, type MetadataType } from '../schema/metadata.ts';
import type { Scene } from '../tables/row.ts';
import { elementsIn, type Component, type Elements } from './component.ts';
import { componentsOf } from './components.ts';
import { fileNameOf } from './deploy/files.ts';
import { membersOf, type Named } from './deploy/package.ts';
import { MetadataFault } from './fault.ts';
import { mayRead, propertiesOf } from './read.ts';
import { elementsOf, textOf, type SoapCall } from './soap.ts';
import { documentXml, elementsXml } from './xml.ts';

/** A retrieval is over as soon as it was asked for. */
type Retrieval = { zip: string; files: readonly Elements[]; missing: readonly Named[] };

const retrievals = new WeakMap<Org, Map<string, Retrieval>>();

const retrievalsOf = (org: Org): Map<string, Retrieval> => {
  const known = retrievals.get(org) ?? new Map<string, Retrieval>();
  retrievals.set(org, known);
  return known;
};

/** The text of a certificate is not kept in the simulated org, so its two files cannot be given back. */
const isSimulated = ({ name, sinceApi = 0 }: MetadataType, version: number): boolean =>
  name !== 'Certificate' && sinceApi <= version;

type Found = { type: MetadataType; component: Component };

const readableOf = (scene: Scene, type: MetadataType): readonly Found[] =>
  componentsOf(scene.org, type.name)
    .filter((component) => mayRead(scene, component))
    .map((component) => ({ type, component }));

/** `*` stands for every component of the type, for `Settings` of all their types; it finds none as well as many. */
const foundFor = (scene: Scene, { type: name, fullName }: Named, version: number): readonly Found[] | undefined => {
  if (fullName === '*') {
    const types = metadataTypes.filter((one) => (name === 'Settings' ? one.member !== undefined : one.name === name));
    return types.filter((one) => isSimulated(one, version)).flatMap((one) => readableOf(scene, one));
  }
  const type = metadataType(name);
  if (type === undefined || !isSimulated(type, version)) return undefined;
  const found = readableOf(scene, type).find(({ component }) => component.fullName === fullName);
  return found === undefined ? undefined : [found];
};

const manifestOf = (found: readonly Found[], version: number): string => {
  const byType = Map.groupBy(found, ({ type }) => (type.member === undefined ? type.name : 'Settings'));
  const types = [...byType].map(([name, some]) => ({ members: some.map(({ component }) => component.fullName), name }));
  return documentXml('Package', { types, version: version.toFixed(1) });
};

const zipOf = (folder: string, found: readonly Found[], version: number): Promise<string> => {
  const zip = new JSZip();
  for (const { type, component } of found)
    zip.file(
      folder + fileNameOf(component),
      documentXml(type.name, elementsIn(component.value, type.elements, version)),
    );
  zip.file(`${folder}package.xml`, manifestOf(found, version));
  return zip.generateAsync({ type: 'base64', compression: 'DEFLATE' });
};

/** The element is `retrieveRequest` in the WSDL, and `request` as jsforce sends it. */
const requestIn = (call: SoapCall): unknown =>
  [...elementsOf(call.given, 'retrieveRequest'), ...elementsOf(call.given, 'request')][0];

/** The call `retrieve`: what a manifest names, as files in a zip. */
export const retrieveCall = async ({ scene, version: called }: Desk, call: SoapCall): Promise<string> => {
  const request = requestIn(call);
  const version = Number(textOf(request, 'unpackaged', 'version') || called);
  const named = membersOf(elementsOf(request, 'unpackaged')[0]);
  const results = named.map((one) => ({ one, found: foundFor(scene, one, version) }));
  const found = results.flatMap((result) => result.found ?? []);
  const folder = textOf(request, 'singlePackage') === 'true' ? '' : 'unpackaged/';
  const id = nextId(scene.org, '09S');
  retrievalsOf(scene.org).set(id, {
    zip: await zipOf(folder, found, version),
    files: found.map(({ type, component }) => ({
      ...propertiesOf(scene, component, type),
      fileName: folder + fileNameOf(component),
    })),
    missing: results.filter((result) => result.found === undefined).map(({ one }) => one),
  });
  return `<retrieveResponse><result>${elementsXml({ done: false, id, state: 'Queued' })}</result></retrieveResponse>`;
};

/** The call `checkRetrieveStatus`. The file comes along unless it is not wanted. */
export const checkRetrieveStatus = ({ scene: { org } }: Desk, call: SoapCall): string => {
  const id = textOf(call.given, 'asyncProcessId');
  const retrieval = retrievalsOf(org).get(id);
  if (retrieval === undefined)
    throw new MetadataFault('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id: ${id}`);
  const result: Elements = {
    done: true,
    fileProperties: [...retrieval.files],
    id,
    messages: retrieval.missing.map(({ type, fullName }) => ({
      fileName: 'package.xml',
      problem: `Entity of type '${type}' named '${fullName}' cannot be found`,
    })),
    status: 'Succeeded',
    success: true,
    ...(textOf(call.given, 'includeZip') === 'false' ? {} : { zipFile: retrieval.zip }),
  };
  return `<checkRetrieveStatusResponse><result>${elementsXml(result)}</result></checkRetrieveStatusResponse>`;
};
