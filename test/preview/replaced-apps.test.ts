import { expect } from 'chai';
import { deleteApp } from '../../simulator/state/admin.ts';
import { createApp } from '../../simulator/state/apps.ts';
import { profileOf } from '../../simulator/state/lookup.ts';
import { previewChange } from '../../src/look/preview.ts';
import type { App, Preview, PreviewedIntegration } from '../../src/model/index.ts';
import { wasCalled, type DeletedApp } from '../../src/preview/look/deleted-apps.ts';
import { isAppReplaced } from '../../src/preview/look/org.ts';
import { loadWords } from '../../src/words/index.ts';
import { healthy } from '../support/healthy.ts';
import { withCrowd, type Crowd, type Member } from '../support/preview/crowd.ts';
import { asked, atHome } from '../support/preview/proof.ts';

const minute = 60_000;
const [label, lastLogin] = ['Marketing Sync', '2026-11-22T02:05:00.000Z'];
const row = { ...healthy.loginRows[0]!, at: lastLogin };
const seen = { user: 'a', app: label, person: false, sourceIps: [], logins: 1, lastLogin };
const login = { seen, times: [], row };
const there: App = { ...healthy.app!, name: label, createdAt: '2025-11-01T00:00:00.000Z' };

const deleted = (at: string, Display = `Deleted Connected App ${label}`): DeletedApp => ({
  at,
  entry: { CreatedDate: at, Action: 'deleteApplication', Display },
});

const tell = (crowd: Crowd, { client }: Member): Promise<PreviewedIntegration | undefined> =>
  atHome(crowd, async () => {
    const { integrations } = await previewChange(asked);
    return integrations.find(({ integration: { user } }) => user === client.username);
  });

describe('an app that may have taken the place of the one a login came through', () => {
  it('is doubted where one of its label was deleted since the last login', () => {
    expect(isAppReplaced(login, [there], [])).to.equal(false);
    expect(isAppReplaced(login, [there], [deleted('2026-11-22T02:04:59.000Z')])).to.equal(false);
    expect(isAppReplaced(login, [there], [deleted(lastLogin)])).to.equal(true);
    expect(isAppReplaced(login, [there], [deleted(lastLogin, 'Deleted Connected App Other')])).to.equal(false);
    // The org lists none: that is said in other words.
    expect(isAppReplaced(login, [], [deleted(lastLogin)])).to.equal(false);
  });

  it('is doubted where all that have its label were made since', () => {
    const made: App = { ...there, createdAt: '2026-11-22T02:05:00.001Z' };
    expect(isAppReplaced(login, [made], [])).to.equal(true);
    expect(isAppReplaced(login, [made, there], [])).to.equal(false);
    expect(isAppReplaced(login, [{ ...made, createdAt: lastLogin }], [])).to.equal(false);
  });

  it('is not doubted of a token: who holds one holds it for an app that is there', () => {
    expect(isAppReplaced({ seen, times: [] }, [there], [deleted(lastLogin)])).to.equal(false);
  });

  it('is known by its whole label', () => {
    const named = (display: string): boolean => wasCalled(deleted(lastLogin, display), label);
    expect(named('Deleted Connected App marketing sync')).to.equal(true);
    expect(named('Uninstalled Connected App Marketing Sync')).to.equal(true);
    expect(named('Deleted Connected App Marketing Sync (UAT 4)')).to.equal(false);
    expect(named('Connected App „Marketing Sync“ gelöscht')).to.equal(true);
    expect(named('Connected App „Marketing Sync 5“ gelöscht')).to.equal(false);
  });

  it('is asked of the org, and told by the logins that came after', async () => {
    await withCrowd(4, async (crowd) => {
      const { org, clock, admin } = crowd;
      const member = crowd.members[3]!;
      const twin = createApp(org, { name: member.app!.name, developerName: 'Twin' });
      expect((await tell(crowd, member))?.verdict).to.equal('goes-on');
      clock.advance(minute);
      deleteApp({ org, byUserId: admin.id, at: clock.now() }, twin);
      const told = await tell(crowd, member);
      expect(told?.verdict).to.equal('untold');
      expect(told?.untold).to.deep.equal([loadWords().text('preview', 'unsure.app-replaced')]);
      clock.advance(minute);
      expect((await crowd.logIn(member)).granted).to.equal(true);
      expect((await tell(crowd, member))?.verdict).to.equal('goes-on');
    });
  }).timeout(60_000);

  it('is a blind spot where the org does not tell of the trail', async () => {
    await withCrowd(4, async (crowd) => {
      const preview = (): Promise<Preview> => atHome(crowd, () => previewChange(asked));
      const unseen = loadWords().text('preview', 'blind.trail');
      expect((await preview()).blindSpots).to.not.include(unseen);
      profileOf(crowd.org, crowd.admin).permissions.delete('ViewSetup');
      const { blindSpots, outcome } = await preview();
      expect(blindSpots).to.include(unseen);
      expect(outcome).to.equal('untold');
    });
  }).timeout(60_000);
});
