import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { editByHand } from '../../../src/input/preview/by-hand.ts';
import { readBaseline } from '../../../src/input/baseline.ts';
import type { PreviewGiven } from '../../../src/input/preview/given.ts';
import { readPreviewRequest } from '../../../src/input/preview/request.ts';
import { Trouble } from '../../../src/model/index.ts';

const keyOf = (error: unknown): string => (error instanceof Trouble ? error.key : String(error));

describe('a setting by hand', () => {
  const good: ReadonlyArray<readonly [string, object]> = [
    [
      'ConnectedApp:Marketing Sync.oauthConfig.isAdminApproved=true',
      { set: 'permitted-users', app: 'Marketing Sync', value: 'admin-approved' },
    ],
    ['ConnectedApp:Sync.oauthPolicy.ipRelaxation=ENFORCE', { set: 'ip-relaxation', app: 'Sync', value: 'enforce' }],
    ['ConnectedApp:Sync.oauthConfig.scopes=Api, Web', { set: 'scopes', app: 'Sync', value: ['api', 'web'] }],
    ['ConnectedApp:Sync.blocked=true', { set: 'app-blocked', app: 'Sync', value: true }],
    ['ConnectedApp:Sync.blocked=1', { set: 'app-blocked', app: 'Sync', value: true }],
    [
      'ConnectedApp:Sync.permissionSetName-=Access',
      { set: 'app-in-carrier', app: 'Sync', path: { via: 'permission-set', name: 'Access' }, value: false },
    ],
    [
      'ExternalClientApplication:Sync.profileName+=Sales',
      { set: 'app-in-carrier', app: 'Sync', path: { via: 'profile', name: 'Sales' }, value: true },
    ],
    [
      'Profile:Admin.loginIpRanges=203.0.113.0/24, 10.0.0.1-10.0.0.9',
      {
        set: 'login-ranges',
        profile: 'Admin',
        value: [
          { start: '203.0.113.0', end: '203.0.113.255' },
          { start: '10.0.0.1', end: '10.0.0.9' },
        ],
      },
    ],
    [
      'PermissionSet:Sync.userPermissions.ApiEnabled=false',
      { set: 'permission', path: { via: 'permission-set', name: 'Sync' }, name: 'ApiEnabled', value: false },
    ],
    ['Settings:OauthOidc.blockOAuthUnPwFlow=true', { set: 'password-flow-blocked', value: true }],
  ];
  for (const [text, setting] of good) {
    it(text, () => {
      expect(editByHand(text).setting).to.deep.equal(setting);
    });
  }

  for (const text of [
    '',
    'ConnectedApp',
    'ApexClass:A.apiVersion=64',
    'ConnectedApp:Sync.description=x',
    'Profile:Admin.loginIpRanges=here',
    'Profile:Admin.custom+=true',
    'ConnectedApp:Sync.blocked=yes',
    'PermissionSet:Sync.userPermissions.TwoFactorApi=on',
    'ConnectedApp:Sync.oauthConfig.isAdminApproved=on',
  ]) {
    it(`refuses "${text}"`, () => {
      expect(() => editByHand(text))
        .to.throw(Trouble)
        .with.property('key', 'set-invalid');
    });
  }
});

describe('the baseline of a preview', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'baseline-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (content: string) => {
    const file = path.join(folder, 'baseline.json');
    writeFileSync(file, content);
    return readBaseline(file);
  };

  it('holds until the end of the day that it names', async () => {
    expect(
      await read('{"accepted":[{"user":"a@x.example","reason":"moves away","until":"2027-01-31"}]}'),
    ).to.deep.equal([{ user: 'a@x.example', reason: 'moves away', until: '2027-01-31T23:59:59.999Z' }]);
  });

  for (const [what, content] of [
    ['no JSON', 'accepted'],
    ['no list', '{}'],
    ['no reason', '{"accepted":[{"user":"a"}]}'],
    ['nobody named', '{"accepted":[{"reason":"all is well"}]}'],
    ['no day', '{"accepted":[{"user":"a","reason":"b","until":"soon"}]}'],
  ] as const) {
    it(`refuses one with ${what}`, async () => {
      expect(keyOf(await read(content).catch((error: unknown) => error))).to.equal('baseline-invalid');
    });
  }
});

describe('the request of a preview', () => {
  const plain: PreviewGiven = { 'fail-on': 'unknown', 'result-format': 'human', details: false, redact: false };
  const now = Date.UTC(2026, 10, 30);
  const read = (given: Partial<PreviewGiven>, configuredOrg?: string) =>
    readPreviewRequest({ ...plain, ...given }, { now, configuredOrg }).catch(keyOf);

  it('looks back thirty days, in the default org', async () => {
    expect(await read({ 'source-dir': ['force-app'] }, 'prod')).to.deep.include({
      since: Date.UTC(2026, 9, 31),
      targetOrg: 'prod',
      people: false,
    });
  });

  it('asks no org where there is evidence', async () => {
    expect(await read({ at: '2027-02-20', evidence: 'prod.json' }, 'prod')).to.not.have.property('targetOrg');
  });

  it('says what is missing or wrong', async () => {
    expect(await read({}, 'prod')).to.equal('no-change');
    expect(await read({ at: '2027-02-20' })).to.equal('no-logins');
    expect(await read({ at: '2026-11-01' }, 'prod')).to.equal('at-past');
    expect(await read({ set: ['x'] }, 'prod')).to.equal('set-invalid');
    expect(await read({ 'source-dir': [''] }, 'prod')).to.equal('flag-empty');
  });
});
