import { expect } from 'chai';
import JSZip from 'jszip';
import { openDesk } from './support.ts';
import type { Desk } from './support.ts';

type Types = Readonly<Record<string, readonly string[]>>;

const manifest = (types: Types): string =>
  Object.entries(types)
    .map(
      ([name, all]) => `<types>${all.map((one) => `<members>${one}</members>`).join('')}<name>${name}</name></types>`,
    )
    .join('');

describe('metadata retrieve', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  const element = (xml: string, name: string): string =>
    new RegExp(`<${name}>([^<]*)</${name}>`, 'u').exec(xml)?.[1] ?? '';

  type Retrieved = { readonly told: string; readonly files: Readonly<Record<string, string>> };

  const retrieve = async (types: Types, singlePackage = false): Promise<Retrieved> => {
    const request = `<apiVersion>67.0</apiVersion><singlePackage>${singlePackage}</singlePackage><unpackaged>${manifest(types)}<version>67.0</version></unpackaged>`;
    const started = await desk.soap(`<retrieve><retrieveRequest>${request}</retrieveRequest></retrieve>`);
    expect(element(started.text, 'done'), started.text).to.equal('false');
    const id = element(started.text, 'id');
    const { text: told } = await desk.soap(
      `<checkRetrieveStatus><asyncProcessId>${id}</asyncProcessId><includeZip>true</includeZip></checkRetrieveStatus>`,
    );
    const zip = await JSZip.loadAsync(element(told, 'zipFile'), { base64: true });
    const files: Record<string, string> = {};
    for (const [name, file] of Object.entries(zip.files)) if (!file.dir) files[name] = await file.async('string');
    return { told, files };
  };

  it('gives the files of what was named, and a manifest of what there is', async () => {
    const { told, files } = await retrieve({ ConnectedApp: ['Marketing_Sync'], Profile: ['Integration'] });
    expect(Object.keys(files)).to.deep.equal([
      'unpackaged/connectedApps/Marketing_Sync.connectedApp',
      'unpackaged/profiles/Integration.profile',
      'unpackaged/package.xml',
    ]);
    const app = files['unpackaged/connectedApps/Marketing_Sync.connectedApp'];
    expect(app).to.match(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<ConnectedApp xmlns="[^"]+">\n {4}<contactEmail>/u,
    );
    expect(app).to.include('\n        <isAdminApproved>true</isAdminApproved>\n').and.not.include('consumerSecret>');
    expect(files['unpackaged/package.xml']).to.include('<members>Marketing_Sync</members>');
    expect(told).to.include('<fileName>unpackaged/profiles/Integration.profile</fileName>');
  });

  it('a star is all of a type; settings go by the name of their own type', async () => {
    const { files } = await retrieve({ PermissionSet: ['*'], Settings: ['Security'] }, true);
    const sets = desk.org.permissionSets.map(({ name }) => `permissionsets/${name}.permissionset`);
    expect(Object.keys(files)).to.have.members([...sets, 'settings/Security.settings', 'package.xml']);
    expect(files['settings/Security.settings']).to.include('<SecuritySettings ');
    expect(files['package.xml']).to.include('<name>Settings</name>');
    const all = await retrieve({ Settings: ['*'] });
    expect(Object.keys(all.files).length).to.be.greaterThan(3);
  });

  it('what cannot be found is told, and the rest is given', async () => {
    const { told, files } = await retrieve({ ConnectedApp: ['Nothing', 'Marketing_Sync'] });
    expect(told).to.include(
      '<problem>Entity of type &apos;ConnectedApp&apos; named &apos;Nothing&apos; cannot be found</problem>',
    );
    expect(Object.keys(files)).to.have.lengthOf(2);
  });

  it('another retrieval is not known', async () => {
    const { status, text } = await desk.soap(
      '<checkRetrieveStatus><asyncProcessId>09S</asyncProcessId></checkRetrieveStatus>',
    );
    expect([status, text.includes('INVALID_CROSS_REFERENCE_KEY')]).to.deep.equal([500, true]);
  });
});
