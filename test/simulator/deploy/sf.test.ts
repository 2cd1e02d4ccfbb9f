import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import { storeLogin } from '../../../simulator/home/logins.ts';
import { createApp, createClock, createSession, userById } from '../../../simulator/index.ts';
import { parsed, runSf } from '../../support/cli.ts';
import { setStage } from '../auth/support.ts';
import type { Stage } from '../auth/support.ts';
import { writeProject } from './project.ts';
import type { SourceFile } from './project.ts';

type Result = { status: number; result: { status: string; files: Array<Record<string, string>> } };

/** The administrator, as the CLI stores a login by access token. */
const storeAdmin = (home: string, { sim }: Stage): void => {
  const { org, urls, clock, world } = sim;
  const admin = userById(org, world.integration.adminId);
  storeLogin(home, {
    alias: 'admin',
    username: admin.username,
    orgId: org.id,
    instanceUrl: urls.myDomain,
    loginUrl: urls.myDomain,
    accessToken: createSession(org, { userId: admin.id, createdAt: clock.now() }).token,
    isSandbox: org.isSandbox,
    orgName: org.name,
    instanceName: org.instanceName,
    organizationType: org.organizationType,
    apiVersion: '67.0',
  });
};

/** A private network, and not the address that the integration comes from. */
const elsewhere =
  '<loginIpRanges><endAddress>10.0.0.9</endAddress><startAddress>10.0.0.1</startAddress></loginIpRanges>';

describe('simulator: sf project deploy start', function () {
  this.timeout(120_000);
  let stage: Stage;
  let home: string;
  beforeEach(async () => {
    stage = await setStage({ clock: createClock() });
    home = mkdtempSync(path.join(tmpdir(), 'sf-deploy-'));
    storeAdmin(home, stage);
  });
  afterEach(async () => {
    await stage.sim.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const deploy = async (files: readonly SourceFile[]): Promise<Result> => {
    const project = path.join(home, 'project');
    writeProject(project, files);
    const words = ['project', 'deploy', 'start', '--source-dir', 'force-app', '--target-org', 'admin', '--json'];
    return parsed(await runSf(words, { cwd: project, env: homeEnvironment(home) })) as Result;
  };

  it('takes in files of every kind, and the next login meets them', async () => {
    createApp(stage.sim.org, { name: 'Ledger', kind: 'external-client-app' });
    expect((await stage.jwt()).status).to.equal(200);
    const { status, result } = await deploy([
      ['profiles/Integration.profile-meta.xml', 'Profile', `<custom>true</custom>${elsewhere}`],
      ['permissionsets/Fresh.permissionset-meta.xml', 'PermissionSet', '<label>Fresh</label>'],
      [
        'connectedApps/Marketing_Sync.connectedApp-meta.xml',
        'ConnectedApp',
        '<contactEmail>a@acme.com</contactEmail><label>Marketing Sync</label><permissionSetName>Fresh</permissionSetName>',
      ],
      [
        'extlClntAppOauthPolicies/Ledger_oauthPlcy.ecaOauthPlcy-meta.xml',
        'ExtlClntAppOauthConfigurablePolicies',
        '<externalClientApplication>Ledger</externalClientApplication><permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>',
      ],
      ['settings/OauthOidc.settings-meta.xml', 'OauthOidcSettings', '<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow>'],
    ]);
    expect([status, result.status]).to.deep.equal([0, 'Succeeded']);
    expect(result.files.map(({ type, fullName, state }) => `${state} ${type} ${fullName}`)).to.have.members([
      'Changed Profile Integration',
      'Created PermissionSet Fresh',
      'Changed ConnectedApp Marketing_Sync',
      'Changed ExtlClntAppOauthConfigurablePolicies Ledger_oauthPlcy',
      'Changed Settings OauthOidc',
    ]);
    expect((await stage.jwt()).json).to.include({ error_description: "user hasn't approved this consumer" });
    await stage.password();
    stage.app.permissionSetIds = stage.sim.org.permissionSets.map(({ id }) => id);
    expect((await stage.jwt()).json).to.include({ error_description: 'ip restricted' });
    expect(stage.rows().map((row) => row.status)).to.deep.equal([
      'Success',
      'Failed: Not approved for access',
      'Username-Password Flow Disabled',
      'Restricted IP',
    ]);
  });

  it('is told why a file is not taken, and nothing of the rest is', async () => {
    const { status, result } = await deploy([
      ['profiles/Integration.profile-meta.xml', 'Profile', elsewhere],
      [
        'connectedApps/Marketing_Sync.connectedApp-meta.xml',
        'ConnectedApp',
        '<contactEmail>a@acme.com</contactEmail><label>Marketing Sync</label><profileName>Nobody</profileName>',
      ],
    ]);
    expect([status, result.status]).to.deep.equal([1, 'Failed']);
    const [app] = result.files.filter(({ state }) => state === 'Failed');
    expect(app).to.include({
      fullName: 'Marketing_Sync',
      error: 'In field: profileName - no Profile named Nobody found',
    });
    expect((await stage.jwt()).status).to.equal(200);
  });
});
