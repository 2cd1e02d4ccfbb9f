import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { Trouble } from '../../../src/model/index.ts';
import { readChange } from '../../../src/preview/files/read-change.ts';
import { brief, write, xml } from './support.ts';

const pkg = (...types: ReadonlyArray<readonly [string, string]>): string =>
  xml(
    'Package',
    `${types.map(([name, member]) => `<types><members>${member}</members><name>${name}</name></types>`).join('\n')}\n<version>64.0</version>`,
  );

const app = xml(
  'ConnectedApp',
  '<oauthConfig><isAdminApproved>true</isAdminApproved><certificate>x</certificate></oauthConfig>',
);
const oidc = xml('OauthOidcSettings', '<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow>');
const main = 'force-app/main/default';

/** Client credentials, device, token exchange: the file names none of them. */
const flowsAbsent: readonly string[] = Array.from({ length: 3 }, () => 'oauthConfig untold flow-absent');

describe('Reading a change', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'change-'));
    write(folder, {
      'sfdx-project.json': JSON.stringify({ packageDirectories: [{ path: 'force-app' }], sourceApiVersion: '64.0' }),
      [`${main}/connectedApps/Sync.connectedApp-meta.xml`]: app,
      [`${main}/settings/OauthOidc.settings-meta.xml`]: oidc,
      [`${main}/classes/A.cls`]: 'class A {}',
      [`${main}/classes/A.cls-meta.xml`]: xml('ApexClass', '<apiVersion>64.0</apiVersion>'),
      'package.xml': pkg(['ConnectedApp', 'Sync']),
      'destructiveChanges.xml': pkg(['ConnectedApp', 'Old']),
      'mdapi/package.xml': pkg(['Settings', 'OauthOidc']),
      'mdapi/settings/OauthOidc.settings': oidc,
      'mdapi/destructiveChanges.xml': pkg(['ExternalClientApplication', 'Old']),
    });
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const at = (name: string): string => path.join(folder, name);

  const elements = async (...asked: Parameters<typeof readChange>): Promise<readonly string[]> =>
    brief((await readChange(...asked)).edits).map((line) => line.split(' ').slice(1).join(' '));

  it('reads source format', async () => {
    expect(await elements({ sourceDirs: [at('force-app')] })).to.have.members([
      'oauthConfig.isAdminApproved permitted-users "admin-approved"',
      'oauthConfig.certificate untold certificate-unreadable',
      ...flowsAbsent,
      'blockOAuthUnPwFlow password-flow-blocked true',
    ]);
  });

  it('takes a percent sign in a name for what it is, where it encodes nothing', async () => {
    const name = '50% Sales %26 Co';
    const ranges =
      '<loginIpRanges><endAddress>10.0.0.9</endAddress><startAddress>10.0.0.1</startAddress></loginIpRanges>';
    write(folder, {
      [`${main}/profiles/${name}.profile-meta.xml`]: xml('Profile', ranges),
      'some.xml': pkg(['Profile', name]),
      'gone.xml': pkg(['Profile', '100% gone']),
    });
    const named = async (...asked: Parameters<typeof readChange>): Promise<readonly unknown[]> =>
      (await readChange(...asked)).edits.map(({ setting }) => ('profile' in setting ? setting.profile : setting));
    expect(await named({ sourceDirs: [at('force-app/main/default/profiles')] })).to.deep.equal(['50% Sales & Co']);
    const manifest = { manifest: at('some.xml'), sourceDirs: [at('force-app')], postDestructive: at('gone.xml') };
    const [kept, gone] = await named(manifest);
    expect(kept).to.equal('50% Sales & Co');
    expect(gone).to.have.nested.property('about.path.name', '100% gone');
  });

  it('reads what a manifest names, and what another says is to go', async () => {
    const manifest = { manifest: at('package.xml'), sourceDirs: [at('force-app')] };
    expect(await elements({ ...manifest, postDestructive: at('destructiveChanges.xml') })).to.have.members([
      'oauthConfig.isAdminApproved permitted-users "admin-approved"',
      'oauthConfig.certificate untold certificate-unreadable',
      ...flowsAbsent,
      'ConnectedApp Old app-gone',
    ]);
  });

  it('reads metadata format with its deletions', async () => {
    expect(await elements({ metadataDir: at('mdapi') })).to.have.members([
      'blockOAuthUnPwFlow password-flow-blocked true',
      'ExternalClientApplication Old app-gone',
    ]);
  });

  it('names the file that cannot be read, and the folder that is not there', async () => {
    write(folder, { [`${main}/connectedApps/Sync.connectedApp-meta.xml`]: '<ConnectedApp>\n' });
    const { unreadable } = await readChange({ sourceDirs: [at('force-app')] });
    expect(unreadable.map((one) => path.basename(one.at.file))).to.deep.equal(['Sync.connectedApp-meta.xml']);
    const failed = await readChange({ sourceDirs: [at('nowhere')] }).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Trouble).with.property('key', 'change-missing');
  });
});
