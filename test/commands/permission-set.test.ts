import { XMLParser } from 'fast-xml-parser';
import { expect } from 'chai';
import { createSession } from '../../simulator/index.ts';
import { deploy } from '../../simulator/data/metadata/deploy/deploy.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { addAssignment } from '../../simulator/state/admin.ts';
import { callHere } from '../support/every-command.ts';
import { withScenario } from '../support/gathered.ts';

const printed = async ({ info }: Started): Promise<string> => {
  const argv = [
    ...['--target-org', 'admin', '--username', info.username, '--app', info.app],
    ...['--error', info.errorText, '--permission-set'],
  ];
  return (await callHere({ command: 'doctor', argv }, info.env)).stdout;
};

/** The administrator deploys it, and assigns it to the integration's user. */
const give = ({ stage, sim }: Started, xml: string): void => {
  const { org, user, admin } = stage;
  const given = {
    version: 67,
    members: [{ type: 'PermissionSet', fullName: 'Integration_Access' }],
    files: new Map([['permissionsets/Integration_Access.permissionset', xml]]),
    before: [],
    after: [],
  };
  const deployer = { org, userId: admin.id, now: sim.clock.now(), switches: sim.world.switches };
  const options = { checkOnly: false, rollbackOnError: true, ignoreWarnings: false };
  expect(deploy(given, deployer, options).components).to.have.lengthOf(1);
  const set = org.permissionSets.find(({ name }) => name === 'Integration_Access');
  expect(set).to.not.equal(undefined);
  addAssignment(stage.act(), user, set!);
};

describe('the permission set that an integration lacks', function () {
  this.timeout(60_000);

  const lacked: ReadonlyArray<readonly [scenario: string, permission: string, note: RegExp]> = [
    ['api-disabled-for-user-or-edition', 'ApiEnabled', /whatever its other permissions allow/u],
    ['app-not-installed', 'CanApproveUninstalledApps', /any app at all[^]*Rather[^]*Install the connected app/u],
  ];
  for (const [scenario, name, note] of lacked)
    it(`is printed as metadata with ${name} alone, and what an admin should read; deployed and given, the login goes well`, () =>
      withScenario(scenario, {}, async (started) => {
        const { stage } = started;
        const browser = { userId: stage.user.id, createdAt: stage.clock.now(), flow: 'browser' } as const;
        stage.client.browserSession = createSession(stage.org, browser).token;
        expect((await stage.logIn(stage.client)).granted, 'before').to.equal(false);
        const xml = await printed(started);
        const { PermissionSet: set } = new XMLParser().parse(xml) as { PermissionSet: Record<string, unknown> };
        expect(set.userPermissions, xml).to.deep.equal({ enabled: true, name });
        expect(xml).to.match(note);
        give(started, xml);
        const told = await stage.logIn(stage.client);
        expect(told.granted, told.body).to.equal(true);
      }));
});
