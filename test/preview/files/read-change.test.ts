import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { permissionsThatCount, Trouble } from '../../../src/model/index.ts';
import { readChange } from '../../../src/preview/files/read-change.ts';
import { brief, write, xml } from './support.ts';

const pkgOf = (version: string, ...types: ReadonlyArray<readonly [string, string]>): string =>
  xml(
    'Package',
    `${types.map(([name, member]) => `<types><members>${member}</members><name>${name}</name></types>`).join('\n')}\n<version>${version}</version>`,
  );

const pkg = (...types: ReadonlyArray<readonly [string, string]>): string => pkgOf('64.0', ...types);

const ranges = '<loginIpRanges><endAddress>10.0.0.9</endAddress><startAddress>10.0.0.1</startAddress></loginIpRanges>';
const sales = xml('Profile', ranges);

const app = xml(
  'ConnectedApp',
  '<oauthConfig><isAdminApproved>true</isAdminApproved><certificate>x</certificate></oauthConfig>',
);
const oidc = xml('OauthOidcSettings', '<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow>');
const main = 'force-app/main/default';

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
    brief((await readChange(...asked)).edits.filter(({ perhaps }) => perhaps !== true)).map((line) =>
      line.split(' ').slice(1).join(' '),
    );

  it('reads source format', async () => {
    expect(await elements({ sourceDirs: [at('force-app')] })).to.have.members([
      'oauthConfig.isAdminApproved permitted-users "admin-approved"',
      'oauthConfig.certificate untold certificate-unreadable',
      'blockOAuthUnPwFlow password-flow-blocked true',
    ]);
  });

  it('takes a percent sign in a name for what it is, where it encodes nothing', async () => {
    const name = '50% Sales %26 Co';
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
      'ConnectedApp Old app-gone',
    ]);
  });

  it('reads metadata format with its deletions', async () => {
    expect(await elements({ metadataDir: at('mdapi') })).to.have.members([
      'blockOAuthUnPwFlow password-flow-blocked true',
      'ExternalClientApplication Old app-gone',
    ]);
  });

  it('deletes by all three files, the one without a time first', async () => {
    write(folder, {
      'mdapi/destructiveChanges.xml': pkg(['ConnectedApp', 'Plain']),
      'mdapi/destructiveChangesPre.xml': pkg(['ConnectedApp', 'First']),
      'mdapi/destructiveChangesPost.xml': pkg(['ConnectedApp', 'Last']),
    });
    expect(await elements({ metadataDir: at('mdapi') })).to.deep.equal([
      'ConnectedApp Plain app-gone',
      'ConnectedApp First app-gone',
      'blockOAuthUnPwFlow password-flow-blocked true',
      'ConnectedApp Last app-gone',
    ]);
  });

  it('cannot tell of an app that is deleted and made anew', async () => {
    write(folder, {
      'mdapi/package.xml': pkg(['ConnectedApp', 'Sync']),
      'mdapi/connectedApps/Sync.connectedApp': app,
      'mdapi/destructiveChanges.xml': pkg(['ConnectedApp', 'Sync']),
    });
    expect((await elements({ metadataDir: at('mdapi') }))[0]).to.equal('ConnectedApp Sync untold deletion');
  });

  it('heeds the version of the API in the manifest', async () => {
    const label = xml('PermissionSet', '<label>Access</label>');
    const switches = async (version: string): Promise<number> => {
      write(folder, {
        'mdapi/package.xml': pkgOf(version, ['PermissionSet', 'Access']),
        'mdapi/permissionsets/Access.permissionset': label,
      });
      const { edits } = await readChange({ metadataDir: at('mdapi') });
      return edits.filter(({ setting }) => setting.set === 'permission').length;
    };
    expect([await switches('39.0'), await switches('40.0')]).to.deep.equal([0, permissionsThatCount.length]);
  });

  it('looks for what a manifest names in the package directories alone, and for what stands twice nowhere', async () => {
    write(folder, {
      [`${main}/profiles/Sales.profile-meta.xml`]: sales,
      'old/profiles/Sales.profile-meta.xml': sales,
      'some.xml': pkg(['Profile', 'Sales']),
    });
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await elements({ manifest: 'some.xml' })).to.deep.equal([
        'loginIpRanges login-ranges [{"start":"10.0.0.1","end":"10.0.0.9"}]',
      ]);
    } finally {
      process.chdir(before);
    }
    const twice = { sourceDirs: [at(`${main}/profiles`), at('old')] };
    expect(await elements(twice)).to.deep.equal(['Profile Sales untold twice', 'Profile Sales untold twice']);
  });

  it('heeds that a project spreads its permission sets over several files', async () => {
    write(folder, {
      'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app' }],
        sourceBehaviorOptions: ['decomposePermissionSetBeta2'],
      }),
      [`${main}/permissionsets/Access/Access.permissionset-meta.xml`]: xml('PermissionSet', '<label>Access</label>'),
      [`${main}/permissionsets/Access/Access.userPermission-meta.xml`]: xml(
        'PermissionSet',
        '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
      ),
    });
    expect(await elements({ sourceDirs: [at(`${main}/permissionsets`)] })).to.deep.equal([
      'PermissionSet Access untold decomposed',
    ]);
  });

  it('leaves out what the project ignores, and in metadata format nothing: that goes to the org as it is', async () => {
    write(folder, {
      '.forceignore': '**/profiles/**\n**/settings\n',
      [`${main}/profiles/Sales.profile-meta.xml`]: sales,
      'some.xml': pkg(['Profile', 'Sales']),
      'mdapi/package.xml': pkg(['Profile', 'Sales'], ['Settings', 'OauthOidc']),
      'mdapi/profiles/Sales.profile': sales,
    });
    const range = 'loginIpRanges login-ranges [{"start":"10.0.0.1","end":"10.0.0.9"}]';
    expect(await elements({ sourceDirs: [at('force-app')] })).to.deep.equal([
      'oauthConfig.isAdminApproved permitted-users "admin-approved"',
      'oauthConfig.certificate untold certificate-unreadable',
    ]);
    expect(await elements({ manifest: at('some.xml'), sourceDirs: [at('force-app')] })).to.deep.equal([]);
    expect(await elements({ metadataDir: at('mdapi') })).to.have.members([
      range,
      'blockOAuthUnPwFlow password-flow-blocked true',
      'ExternalClientApplication Old app-gone',
    ]);
  });

  it('takes a file that is given twice for one', async () => {
    const twice = {
      sourceDirs: [at('force-app'), at(`${main}/settings`), at(`${main}/settings/OauthOidc.settings-meta.xml`)],
    };
    expect((await elements(twice)).filter((one) => one.includes('password-flow'))).to.deep.equal([
      'blockOAuthUnPwFlow password-flow-blocked true',
    ]);
  });

  it('reads names as files spell them: encoded, with a namespace, with a slash, with letters of any language', async () => {
    const names = ['My%20Profile', 'A%2FB', 'Vertrieb Süd', 'ns__Sales', 'Ventas %28España%29'];
    write(folder, Object.fromEntries(names.map((name) => [`${main}/profiles/${name}.profile-meta.xml`, sales])));
    const { edits } = await readChange({ sourceDirs: [at(`${main}/profiles`)] });
    expect(edits.map(({ setting }) => 'profile' in setting && setting.profile)).to.have.members([
      'My Profile',
      'A/B',
      'Vertrieb Süd',
      'ns__Sales',
      'Ventas (España)',
    ]);
  });

  it('looks in every package directory of the project for what a manifest names', async () => {
    write(folder, {
      'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app', default: true }, { path: 'packages/core' }],
        sourceApiVersion: '64.0',
      }),
      'packages/core/profiles/Sales.profile-meta.xml': sales,
      'some.xml': pkg(['Profile', 'Sales'], ['Settings', 'OauthOidc']),
    });
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await elements({ manifest: 'some.xml' })).to.have.members([
        'loginIpRanges login-ranges [{"start":"10.0.0.1","end":"10.0.0.9"}]',
        'blockOAuthUnPwFlow password-flow-blocked true',
      ]);
    } finally {
      process.chdir(before);
    }
  });

  it('reads a file as a deployment fills it in, and cannot tell where what it fills in is not here', async () => {
    const inside =
      '<oauthConfig>\n<callbackUrl>__CALLBACK__</callbackUrl>\n<isAdminApproved>true</isAdminApproved>\n</oauthConfig>';
    write(folder, {
      'sfdx-project.json': JSON.stringify({
        packageDirectories: [{ path: 'force-app' }],
        replacements: [
          { glob: '**/*.connectedApp-meta.xml', stringToReplace: '__CALLBACK__', replaceWithFile: 'callback.txt' },
          {
            filename: `${main}/settings/OauthOidc.settings-meta.xml`,
            stringToReplace: 'true',
            replaceWithEnv: 'BLOCKED',
          },
        ],
      }),
      'callback.txt': 'https://a.example/cb\nhttps://b.example/cb\n',
      [`${main}/connectedApps/Sync.connectedApp-meta.xml`]: xml('ConnectedApp', inside),
      'mdapi/settings/OauthOidc.settings': oidc,
    });
    const seen = async (): Promise<readonly string[]> =>
      brief((await readChange({ sourceDirs: [at('force-app')] })).edits.filter(({ perhaps }) => perhaps !== true));
    const ofApp = [
      '4:1 oauthConfig.callbackUrl callback-urls ["https://a.example/cb","https://b.example/cb"]',
      '5:1 oauthConfig.isAdminApproved permitted-users "admin-approved"',
    ];
    expect(await seen()).to.have.members([...ofApp, '1:1 Settings OauthOidc untold replaced']);
    process.env.BLOCKED = 'false';
    try {
      expect(await seen()).to.have.members([...ofApp, '3:1 blockOAuthUnPwFlow password-flow-blocked false']);
    } finally {
      delete process.env.BLOCKED;
    }
    // In metadata format nothing is replaced.
    expect(await elements({ metadataDir: at('mdapi') })).to.include('blockOAuthUnPwFlow password-flow-blocked true');
  });

  it('finds private keys that lie among the files, and where they begin', async () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n';
    write(folder, {
      [`${main}/staticresources/server.key`]: key,
      [`${main}/notes/.env`]: `# the key\nKEY="${key}"`,
      [`${main}/notes/much.txt`]: `${' '.repeat(64 * 1024)}${key}`,
      [`${main}/notes/public.pem`]: key.replaceAll('PRIVATE', 'PUBLIC'),
      'elsewhere/other.key': key,
    });
    const { keys } = await readChange({ sourceDirs: [at(`${main}/staticresources`), at(`${main}/notes`)] });
    expect(keys.map(({ file, line, column }) => `${path.basename(file)} ${line}:${column}`)).to.have.members([
      'server.key 1:1',
      '.env 2:6',
    ]);
  });

  it('names the file that cannot be read, and the folder that is not there', async () => {
    write(folder, { [`${main}/connectedApps/Sync.connectedApp-meta.xml`]: '<ConnectedApp>\n' });
    const { unreadable } = await readChange({ sourceDirs: [at('force-app')] });
    expect(await elements({ sourceDirs: [at('force-app')] })).to.include('ConnectedApp Sync untold unreadable');
    expect(unreadable.map((one) => path.basename(one.at.file))).to.deep.equal(['Sync.connectedApp-meta.xml']);
    const failed = await readChange({ sourceDirs: [at('nowhere')] }).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Trouble).with.property('key', 'change-missing');
  });
});
