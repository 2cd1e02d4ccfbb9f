import { expect } from 'chai';
import { createApp, createPermissionSet, createPermissionSetGroup } from '../../../simulator/index.ts';
import { componentsOf } from '../../../simulator/data/metadata/components.ts';
import type { Component } from '../../../simulator/data/metadata/component.ts';
import { fileNameOf } from '../../../simulator/data/metadata/deploy/files.ts';
import { takers } from '../../../simulator/data/metadata/deploy/takers/index.ts';
import { elementsXml } from '../../../simulator/data/metadata/xml.ts';
import { metadataType, type Element } from '../../../simulator/data/schema/metadata.ts';
import { componentXml, manifestXml } from './project.ts';
import { deployBody, deployOne, deployTo, openDesk } from './support.ts';
import type { Desk } from './support.ts';

const stranger = ['permissionsets/New.permissionset', 'PermissionSet', '<label>New</label>'] as const;

const isElement = (elements: Record<string, Element>, path: string): boolean => {
  const [name = '', ...rest] = path.split('.');
  const element = elements[name];
  if (element === undefined) return false;
  return rest.length === 0 || isElement(element.fields ?? {}, rest.join('.'));
};

/** An org with something of every type that can be deployed and lies in one file. */
const enrich = ({ org }: Desk): void => {
  createApp(org, { name: 'Ledger', kind: 'external-client-app', refreshPolicy: { kind: 'zero' } });
  const set = createPermissionSet(org, { name: 'Muted', permissions: new Set(['ApiEnabled', 'ViewSetup']) });
  createPermissionSetGroup(org, {
    developerName: 'Crew',
    permissionSetIds: [set.id],
    mutedPermissions: new Set(['ViewSetup']),
  });
  Object.assign(org.profiles[0]!, {
    loginIpRanges: [{ start: '10.0.0.1', end: '10.0.0.9', description: 'Office' }],
    loginHours: { monday: { start: 60, end: 120 } },
    requiredSessionLevel: 'STANDARD',
  });
  Object.assign(org.settings, { apiAccessControl: false, trustedIpRanges: [{ start: '10.0.0.1', end: '10.0.0.1' }] });
};

describe('simulator: a deployment as a whole', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  for (const { type, heeds, keeps } of takers) {
    it(`${type}: what is heeded and kept stands in the schema`, () => {
      const { elements } = metadataType(type)!;
      expect([...heeds, ...keeps].filter((path) => !isElement(elements, path))).to.deep.equal([]);
    });

    if (type === 'Certificate') continue;
    it(`${type}: what is read, deployed again, changes nothing`, async () => {
      enrich(desk);
      const components = componentsOf(desk.org, type);
      expect(components, type).to.not.be.empty;
      const xmlOf = ({ value }: Component): readonly [string, string] => [type, elementsXml(value)];
      const member = metadataType(type)!.member === undefined ? type : 'Settings';
      const before = JSON.stringify(components);
      const { status, problems, done } = await deployTo(desk, {
        files: Object.fromEntries(components.map((one) => [fileNameOf(one), xmlOf(one)])),
        members: { [member]: components.map(({ fullName }) => fullName) },
      });
      expect(problems).to.deep.equal([]);
      expect(status).to.equal('Succeeded');
      expect(done.filter((line) => !line.startsWith('unchanged'))).to.deep.equal([]);
      expect(JSON.stringify(componentsOf(desk.org, type))).to.equal(before);
    });
  }

  it('is only checked where that is asked for', async () => {
    const { status, done } = await deployOne(desk, stranger, { options: { checkOnly: true } });
    expect([status, ...done]).to.deep.equal(['Succeeded', 'created PermissionSet New']);
    expect(desk.org.permissionSets.map(({ name }) => name)).to.not.include('New');
  });

  const half = {
    files: {
      'permissionsets/New.permissionset': ['PermissionSet', '<label>New</label>'],
      'permissionsets/Bad.permissionset': ['PermissionSet', '<hasActivationRequired>false</hasActivationRequired>'],
    },
    members: { PermissionSet: ['New', 'Bad'] },
  } as const;

  it('leaves nothing behind where a part of it fails', async () => {
    const { status, problems } = await deployTo(desk, half);
    expect(status).to.equal('Failed');
    expect(problems).to.deep.equal(['PermissionSet Bad: Required field is missing: label']);
    expect(desk.org.permissionSets.map(({ name }) => name)).to.not.include('New');
    expect(desk.org.auditRows.map(({ action }) => action)).to.not.include('PermSetCreate');
  });

  it('goes as far as it can where that is asked for', async () => {
    const { status, done } = await deployTo(desk, { ...half, options: { rollbackOnError: false } });
    expect([status, ...done]).to.deep.equal(['SucceededPartial', 'created PermissionSet New']);
    expect(desk.org.permissionSets.map(({ name }) => name)).to.include('New');
  });

  it('names a file that is not there, a type that is unknown, and one that is not simulated', async () => {
    const { problems } = await deployTo(desk, {
      members: { PermissionSet: ['Gone'], ApexClass: ['Any'], ProfilePasswordPolicy: ['P'] },
      files: {
        'profilePasswordPolicies/P.profilePasswordPolicy': ['ProfilePasswordPolicy', '<profile>x</profile>'],
      },
    });
    expect(problems).to.have.members([
      "PermissionSet Gone: An object 'Gone' of type PermissionSet was named in package.xml, but was not found in zipped directory",
      'ApexClass Any: The metadata type ApexClass is not simulated: this org cannot say what a login meets then.',
      'ProfilePasswordPolicy P: A deployed ProfilePasswordPolicy is not simulated: this org cannot say what a login meets then.',
    ]);
  });

  it('reads no file that Salesforce would not read', async () => {
    const problemOf = async (body: string, more = {}): Promise<string> =>
      (await deployOne(desk, [stranger[0], stranger[1], body], more)).failures[0]?.problem ?? '';
    expect(await problemOf('<label>New</label><nonsense>1</nonsense>')).to.equal(
      'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}nonsense invalid at this location in type PermissionSet',
    );
    expect(await problemOf('<label>A</label><label>B</label>')).to.include('Duplicate element');
    expect(await problemOf('<label>A</label><hasActivationRequired>yes</hasActivationRequired>')).to.include('boolean');
    expect(await problemOf('<label>A')).to.include('Error parsing file');
    const flow = ['flowAccesses', '<label>A</label><flowAccesses><enabled>true</enabled><flow>x</flow></flowAccesses>'];
    expect(await problemOf(flow[1]!, { version: '30.0' })).to.include('{http://soap.sforce.com/2006/04/metadata}flow');
  });

  it('takes every file of a type where the manifest says *', async () => {
    const files = {
      'permissionsets/One.permissionset': ['PermissionSet', '<label>One</label>'],
      'permissionsets/Two.permissionset': ['PermissionSet', '<label>Two</label>'],
    } as const;
    const { done } = await deployTo(desk, { files, members: { PermissionSet: ['*'] } });
    expect(done).to.deep.equal(['created PermissionSet One', 'created PermissionSet Two']);
  });

  it('deletes before it adds, or afterwards', async () => {
    createPermissionSet(desk.org, { name: 'Old' });
    const gone = manifestXml({ PermissionSet: ['Old'] });
    const files = { 'permissionsets/Old.permissionset': componentXml('PermissionSet', '<label>Again</label>') };
    const members = { PermissionSet: ['Old'] };
    const again = await deployTo(desk, { members, files: { ...files, 'destructiveChangesPre.xml': gone } });
    expect(again.done).to.deep.equal(['deleted PermissionSet Old', 'created PermissionSet Old']);
    const after = await deployTo(desk, { members, files: { ...files, 'destructiveChangesPost.xml': gone } });
    expect(after.done).to.deep.equal(['unchanged PermissionSet Old', 'deleted PermissionSet Old']);
    expect(desk.org.permissionSets.map(({ name }) => name)).to.not.include('Old');
  });

  it('warns where there is nothing to delete, which is an error unless warnings are ignored', async () => {
    const files = { 'destructiveChanges.xml': manifestXml({ PermissionSet: ['Old'] }) };
    const strict = await deployTo(desk, { files });
    expect([strict.status, ...strict.problems]).to.deep.equal([
      'Failed',
      'PermissionSet destructiveChanges.xml: No PermissionSet named: Old found',
    ]);
    expect(strict.failures[0]).to.include({ problemType: 'Warning' });
    const lenient = await deployTo(desk, { files, options: { ignoreWarnings: true } });
    expect(lenient.status).to.equal('Succeeded');
  });

  it('deletes no settings', async () => {
    const files = { 'destructiveChanges.xml': manifestXml({ Settings: ['Security'] }) };
    expect((await deployTo(desk, { files })).problems[0]).to.include(
      'The deletion of a SecuritySettings is not simulated',
    );
  });

  it('wants the right to change metadata, a manifest, and the id of a deployment', async () => {
    expect((await desk.soap('<deploy><ZipFile>UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==</ZipFile></deploy>')).text).to.include(
      'No package.xml found',
    );
    expect(
      (await desk.soap('<checkDeployStatus><asyncProcessId>0Af</asyncProcessId></checkDeployStatus>')).text,
    ).to.include('sf:INVALID_CROSS_REFERENCE_KEY');
    desk.withhold('ModifyMetadata', 'ModifyAllData');
    expect((await desk.soap(await deployBody({}))).text).to.include('sf:INSUFFICIENT_ACCESS');
  });
});
