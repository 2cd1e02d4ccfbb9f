import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { writeHome } from '../../simulator/home/write-home.ts';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { play } from '../../simulator/scenarios/play.ts';
import { body } from '../../simulator/scenarios/prints.ts';
import { scenario } from '../../simulator/scenarios/scenario.ts';
import type { Scenario, Stage } from '../../simulator/scenarios/scenario.ts';
import * as admin from '../../simulator/state/admin.ts';
import { createGrant } from '../../simulator/state/apps.ts';
import { assignPermissionSet, createUser } from '../../simulator/state/people.ts';
import type { User } from '../../simulator/state/types.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose, plan } from '../../src/diagnosis/index.ts';
import { gather } from '../../src/evidence/gather.ts';
import type { GatherRequest } from '../../src/evidence/gather.ts';
import { openOrg } from '../../src/evidence/org-port.ts';
import type { Diagnosis, Integration } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { inHome } from '../support/home.ts';

/** What a person says otherwise than the integration has it. */
type Told = Omit<Partial<GatherRequest>, 'integration'> & {
  readonly integration?: Partial<Integration>;
  /** In the place of all that is known of it. */
  readonly whole?: Integration;
};

type Story = Pick<Scenario, 'flow'> & Partial<Pick<Scenario, 'prepare' | 'breaks'>>;

const minute = 60_000;

/** Plays a story that no scenario tells, and looks at it with full permissions, or with what `told` says. */
const look = async (story: Story, told: (stage: Stage) => Told = () => ({})): Promise<Diagnosis> => {
  const {
    stage,
    sim,
    told: answer,
    stop,
    ...played
  } = await play(
    scenario({ id: 'combined', cause: 'combined', title: 'Combined', prints: body, leaves: { told: '' }, ...story }),
  );
  const home = mkdtempSync(path.join(os.tmpdir(), 'combined-'));
  try {
    const { client } = stage;
    const { env, keyFile } = writeHome(home, { stage, sim, told: answer, stop, ...played });
    const { integration, whole, ...more } = told(stage);
    const { evidence } = await inHome(env, async () =>
      gather({
        integration: whole ?? {
          username: client.username,
          app: stage.app.name,
          consumerKey: client.consumerKey,
          flow: client.flow,
          loginUrl: loginUrlOf(client, sim.urls),
          sourceIps: [],
          ...integration,
        },
        errorText: body(answer),
        keyFile,
        offline: false,
        probe: true,
        attempt: false,
        wanted: plan(causes),
        port: await openOrg('admin'),
        now: () => stage.clock.now() + (client.clock ?? 0),
        timeoutMs: 5000,
        variables: {},
        ...more,
      }),
    );
    const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
    return diagnose({ evidence, causes, speaker: speakFrom(loadWords()), cost });
  } finally {
    await stop();
    rmSync(home, { recursive: true, force: true });
  }
};

const confirmed = ({ findings }: Diagnosis): string[] =>
  findings
    .filter(({ role, standing }) => role !== 'later' && standing === 'confirmed')
    .map(({ role, cause }) => `${role} ${cause}`);

/** Another user of the same profile, and pre-authorised for the app unless told otherwise. */
const another = ({ org, user, access }: Stage, more: Partial<User> = {}, assigned = true): User => {
  const one = createUser(org, { username: 'other.sync@acme.com', profileId: user.profileId, ...more });
  if (assigned) assignPermissionSet(org, one.id, access.id);
  return one;
};

describe('troubles that come together', function () {
  this.timeout(120_000);

  it('two at once: the one that the refusal names is the root, the other comes next', async () => {
    const breaks = (stage: Stage): void => {
      admin.removeAssignment(stage.act(), stage.user, stage.access);
      admin.freezeUser(stage.act(), stage.user);
    };
    expect(confirmed(await look({ flow: 'jwt', breaks }))).to.deep.equal([
      'root user-not-preauthorized',
      'next user-frozen',
    ]);
  });

  it('a deactivated user whose token was pushed out as well: the token first, since no row came that tells of the user', async () => {
    const breaks = (stage: Stage): void => {
      const { org, user, app, clock } = stage;
      for (let one = 0; one < 5; one += 1) createGrant(org, { userId: user.id, appId: app.id, createdAt: clock.now() });
      admin.deactivateUser(stage.act(), user);
    };
    expect(confirmed(await look({ flow: 'refresh-token', breaks }))).to.deep.equal([
      'root refresh-token-limit-exceeded',
      'next user-inactive',
    ]);
  });

  it('the user asked about is healthy, and the text is of another: nothing is confirmed, and the screen has the reason', async () => {
    const diagnosis = await look(
      {
        flow: 'jwt',
        breaks: (stage) => {
          stage.client.username = another(stage, { isActive: false }).username;
        },
      },
      ({ user }) => ({ integration: { username: user.username } }),
    );
    expect(confirmed(diagnosis)).to.deep.equal([]);
    expect(diagnosis.outcome).to.equal('inconclusive');
    expect(diagnosis.ruledOut).to.include.members(['user-inactive', 'user-frozen']);
  });

  it('the text of another failure on a login that works is believed by nobody', async () => {
    const text = '{"error":"invalid_grant","error_description":"ip restricted"}';
    const broken: Story = { flow: 'jwt', breaks: ({ client }) => void (client.audience = 'https://nowhere.example') };
    const diagnosis = await look(broken, () => ({ errorText: text }));
    expect(confirmed(diagnosis)).to.deep.equal([]);
    expect(diagnosis.outcome).to.equal('inconclusive');
  });

  it('a password that was wrong hours ago, told by the minute, and a user frozen since', async () => {
    let failedAt = '';
    const breaks = async (stage: Stage): Promise<void> => {
      stage.client.password = 'nope';
      // A person reads the minute from a log, and the org's row is of a second in it.
      failedAt = `${new Date(stage.clock.now()).toISOString().slice(0, 16)}:00.000Z`;
      await stage.logIn(stage.client);
      stage.clock.advance(60 * minute);
      admin.freezeUser(stage.act(), stage.user);
    };
    expect(confirmed(await look({ flow: 'password', breaks }, () => ({ failedAt })))).to.deep.equal([
      'root wrong-username-or-password',
      'next user-frozen',
    ]);
  });

  it('a wrong key and an app that was changed minutes ago: the key does not get right by waiting', async () => {
    const breaks = (stage: Stage): void => {
      stage.clock.set(Date.now() - 4 * minute);
      admin.changeScopes(stage.act(), stage.app, ['Api', 'RefreshToken']);
      stage.client.consumerKey = '3MVG9wrongwrongwrongwrongwrongwrong';
    };
    const diagnosis = await look({ flow: 'jwt', breaks });
    expect(confirmed(diagnosis)).to.deep.equal(['root app-wrong-consumer-key']);
    expect(diagnosis.outcome).to.equal('cause-found');
  });

  it('an undated text, while another worker refreshes well: rotation is suspected, not confirmed', async () => {
    const diagnosis = await look({
      flow: 'refresh-token',
      prepare: ({ app }) => void (app.rotation = true),
      breaks: async (stage) => {
        stage.clock.set(Date.now() - minute);
        await stage.logIn({ ...stage.client });
        stage.client.refreshToken = '5Aep861.of.another.client';
      },
    });
    expect(confirmed(diagnosis)).to.deep.equal([]);
    expect(diagnosis.findings[0]).to.include({ cause: 'refresh-token-rotated', standing: 'suspected' });
  });

  it('client credentials: a frozen user who is not the run-as user is no cause', async () => {
    const breaks = (stage: Stage): void => {
      admin.setClientCredentials(stage.act(), stage.app, true, another(stage));
      admin.freezeUser(stage.act(), stage.user);
      stage.client.clientSecret = 'wrong';
    };
    const diagnosis = await look({ flow: 'client-credentials', breaks });
    expect(confirmed(diagnosis)).to.deep.equal([]);
    expect(diagnosis.integration.runAs).to.equal('other.sync@acme.com');
    const cures = new Set(diagnosis.blindSpots.map(({ cure }) => cure));
    expect(cures).to.include('--username other.sync@acme.com');
  });

  it('client credentials: the run-as user is not assigned, or not active, and a healthy user was named', async () => {
    const unassigned = (stage: Stage): void =>
      admin.setClientCredentials(stage.act(), stage.app, true, another(stage, {}, false));
    expect(confirmed(await look({ flow: 'client-credentials', breaks: unassigned }))).to.deep.equal([
      'root user-not-preauthorized',
    ]);
    const inactive = (stage: Stage): void => {
      const one = another(stage);
      admin.setClientCredentials(stage.act(), stage.app, true, one);
      admin.deactivateUser(stage.act(), one);
    };
    expect(confirmed(await look({ flow: 'client-credentials', breaks: inactive }))).to.deep.equal([
      'root client-credentials-no-run-as-user',
      'next user-inactive',
    ]);
  });

  it('the wrong target org knows neither user nor app: that is said, and nothing is confirmed', async () => {
    const broken: Story = { flow: 'jwt', breaks: ({ client }) => void (client.audience = 'https://nowhere.example') };
    const diagnosis = await look(broken, () => ({
      whole: { username: 'stranger@other.example', app: 'Unknown', flow: 'jwt', sourceIps: [] },
      errorText: "invalid_grant: user hasn't approved this consumer",
    }));
    expect(confirmed(diagnosis)).to.deep.equal([]);
    const subject = diagnosis.findings.find(({ cause }) => cause === 'jwt-wrong-subject');
    expect(subject?.signs.map(({ clue }) => clue)).to.include('neither-known');
  });

  it('a machine whose clock is wrong, and a user without the app: the clock stops it first', async () => {
    const breaks = (stage: Stage): void => {
      stage.client.clock = -10 * minute;
      admin.removeAssignment(stage.act(), stage.user, stage.access);
    };
    expect(confirmed(await look({ flow: 'jwt', breaks }))).to.deep.equal([
      'root jwt-expired-or-clock-skew',
      'next user-not-preauthorized',
    ]);
  });

  it('a frozen user, seen by somebody without Manage Users: the row of the failure still proves it', async () => {
    const diagnosis = await look(
      { flow: 'password', breaks: (stage) => admin.freezeUser(stage.act(), stage.user) },
      ({ org, admin: { profileId } }) => {
        for (const { id, permissions } of [...org.profiles, ...org.permissionSets])
          if (id === profileId || !org.profiles.some((one) => one.id === id)) permissions.delete('ManageUsers');
        return {};
      },
    );
    expect(confirmed(diagnosis)).to.deep.equal(['root user-frozen']);
    expect(diagnosis.blindSpots.map(({ fact }) => fact)).to.include('userLogin');
  });
});
