import type { Scene } from '../tables/row.ts';
import { metadataType, metadataTypes, type MetadataType } from '../schema/metadata.ts';
import { elementsIn, type Component, type Elements } from './component.ts';
import { componentsOf } from './components.ts';
import { externalClientAppTypes } from './external-client-app.ts';
import { MetadataFault, noSuchType, notInVersion } from './fault.ts';
import { elementsXml } from './xml.ts';

const mostNames = 10;

const typeNamed = (name: string, version: number): MetadataType => {
  const type = metadataType(name);
  if (type === undefined) throw noSuchType();
  if ((type.sinceApi ?? 0) > version) throw notInVersion(name);
  return type;
};

/** The settings that hold consumer secrets want a right of their own; without it they are nil. */
export const mayRead = ({ viewer }: Scene, { type, readable }: Component): boolean => {
  if (type === 'ExtlClntAppGlobalOauthSettings') return readable && viewer.permissions.has('ViewClientSecret');
  if (!externalClientAppTypes.includes(type)) return readable;
  const names = ['ExternalClientAppViewer', 'ExternalClientAppAdmin', 'ExternalClientAppDeveloper'];
  return readable && names.some((name) => viewer.permissions.has(name));
};

const recordXml = (scene: Scene, type: MetadataType, found: Component | undefined, version: number): string => {
  if (found === undefined || !mayRead(scene, found)) return '<records xsi:nil="true"/>';
  const elements = { fullName: found.fullName, ...elementsIn(found.value, type.elements, version) };
  return `<records xsi:type="${type.name}">${elementsXml(elements)}</records>`;
};

/** One record for each name, in order; nil for what is missing, not this org's own, or not to be read. */
export const readMetadata = (scene: Scene, version: number, name: string, fullNames: readonly string[]): string => {
  const type = typeNamed(name, version);
  if (fullNames.length > mostNames) {
    throw new MetadataFault(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${mostNames} records in this operation`,
    );
  }
  const components = componentsOf(scene.org, name);
  const records = fullNames.map((fullName) =>
    recordXml(
      scene,
      type,
      components.find((one) => one.fullName === fullName),
      version,
    ),
  );
  return `<readMetadataResponse><result>${records.join('')}</result></readMetadataResponse>`;
};

/** What `listMetadata` and `retrieve` tell of a file. */
export const propertiesOf = ({ org }: Scene, component: Component, type: MetadataType): Elements => {
  const by = org.users[0];
  const suffix = type.suffix.split(' ')[0] ?? '';
  const who = by === undefined ? '' : `${by.firstName} ${by.lastName}`.trim();
  return {
    createdById: by?.id ?? '',
    createdByName: who,
    createdDate: new Date(component.createdAt).toISOString(),
    fileName: `${type.folder}/${component.fullName}${suffix}`,
    fullName: component.fullName,
    id: component.id,
    lastModifiedById: by?.id ?? '',
    lastModifiedByName: who,
    lastModifiedDate: new Date(component.changedAt).toISOString(),
    manageableState: component.readable ? 'unmanaged' : 'installed',
    type: component.type,
  };
};

/** `fullName` stands among the others here, and not before them. */
const listed = (scene: Scene, component: Component, type: MetadataType): string => {
  const { fullName, ...properties } = propertiesOf(scene, component, type);
  const name = elementsXml({ fullName });
  return `<result>${elementsXml(properties).replace('<id>', `${name}<id>`)}</result>`;
};

/** Everything of one type, readable or not. Settings are asked for as `Settings`. */
const listOne = (scene: Scene, version: number, name: string): string => {
  if (name === 'Settings') {
    const settings = metadataTypes.filter(({ member, sinceApi = 0 }) => member !== undefined && sinceApi <= version);
    return settings
      .flatMap((type) => componentsOf(scene.org, type.name).map((one) => listed(scene, one, type)))
      .join('');
  }
  const type = typeNamed(name, version);
  return componentsOf(scene.org, name)
    .map((one) => listed(scene, one, type))
    .join('');
};

const mostQueries = 3;

export const listMetadata = (scene: Scene, version: number, types: readonly string[]): string => {
  if (types.length > mostQueries)
    throw new MetadataFault('LIMIT_EXCEEDED', `at most ${mostQueries} queries in one call`);
  const results = types.map((type) => listOne(scene, version, type)).join('');
  return results === '' ? '<listMetadataResponse/>' : `<listMetadataResponse>${results}</listMetadataResponse>`;
};

/** The types that are simulated, and no more. */
export const describeMetadata = (version: number): string => {
  const objects = metadataTypes
    .filter(({ sinceApi = 0, member }) => sinceApi <= version && member === undefined)
    .map(
      ({ name, suffix, folder }) =>
        `<metadataObjects>${elementsXml({
          directoryName: folder,
          inFolder: false,
          metaFile: false,
          suffix: (suffix.split(' ')[0] ?? '').replace(/^\./, ''),
          xmlName: name,
        })}</metadataObjects>`,
    );
  const rest = elementsXml({ organizationNamespace: '', partialSaveAllowed: true, testRequired: false });
  return `<describeMetadataResponse><result>${objects.join('')}${rest}</result></describeMetadataResponse>`;
};
