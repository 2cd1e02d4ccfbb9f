import { expect } from 'chai';
import { scenarioIds, scenarios } from '../../../simulator/scenarios/index.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';

const minute = 60_000;

/** Rows of the integration user that the failing login left: younger than anything that went before it. */
const newRows = ({ stage }: Started): string[] =>
  stage.org.loginRows
    .filter(({ userId, at }) => userId === stage.user.id && at > Date.now() - minute)
    .map(({ status }) => status);

/** Entries since the story began. */
const changes = ({ stage }: Started): string[] =>
  stage.org.auditRows.filter(({ at }) => at > Date.now() - 5 * 60 * minute).map(({ action }) => action);

describe('the scenarios', () => {
  it('stand in order', () => {
    expect(scenarioIds).to.deep.equal(scenarioIds.toSorted());
  });

  it('name their cause in their id', () => {
    for (const { id, cause } of scenarios) expect(cause ?? 'healthy').to.equal(id.replace(/\..*$/u, ''));
  });

  for (const { id, leaves } of scenarios) {
    it(`${id}: the integration is told so, and the org wrote down what a real org would`, async () => {
      const started = await startScenario(id);
      await started.stop();

      if (leaves === undefined) {
        expect(started.info.errorText).to.equal('');
        expect(newRows(started).at(-1)).to.equal('Success');
      } else {
        expect(leaves.told).to.not.equal('');
        expect(started.info.errorText).to.include(leaves.told);
        expect(newRows(started).at(-1)).to.equal(leaves.row);
      }
      expect(changes(started).at(-1)).to.equal(leaves?.change);
    });
  }

  it('hand over a quiet org: an empty log, and an administrator whose session works', async () => {
    const { sim, stage, stop } = await startScenario('user-frozen');
    const { token } = stage.org.sessions.find(({ userId }) => userId === stage.admin.id) ?? { token: '' };
    const logged = sim.log.entries.length;
    const answer = await fetch(`${sim.urls.myDomain}/services/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await stop();

    expect(logged).to.equal(0);
    expect(answer.status).to.equal(200);
  });

  it('take permissions away from the administrator', async () => {
    const { stage, stop } = await startScenario('user-frozen', { deny: ['ManageUsers'] });
    await stop();

    const profile = stage.org.profiles.find(({ id }) => id === stage.admin.profileId);
    expect(profile?.permissions.has('ManageUsers')).to.equal(false);
    expect(profile?.permissions.has('ViewSetup')).to.equal(true);
  });

  it('put further rows before the story, so that they do not tell another one', async () => {
    const { stage, stop } = await startScenario('user-frozen', { rows: 5000 });
    await stop();

    expect(stage.org.bulkLoginRows?.count).to.equal(5000);
    expect(stage.org.bulkLoginRows?.to).to.be.below(Date.now() - 4 * 60 * minute);
  });
});
