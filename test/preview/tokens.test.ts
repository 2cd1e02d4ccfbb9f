import { expect } from 'chai';
import { createGrant } from '../../simulator/state/apps.ts';
import { createUser } from '../../simulator/state/people.ts';
import { previewChange, type PreviewRequest } from '../../src/look/preview.ts';
import type { LoginGroup } from '../../src/loginhistory/reading/index.ts';
import type { Alteration, Preview, PreviewedIntegration } from '../../src/model/index.ts';
import { unusedOf } from '../../src/preview/look/tokens.ts';
import { withCrowd, type Crowd } from '../support/preview/crowd.ts';
import { asked, atHome } from '../support/preview/proof.ts';

const day = 24 * 3600 * 1000;
const idle = 'idle@acme.com';

/** Somebody who approved an app that comes with refresh tokens, and uses none of them for weeks. */
const approve = ({ org, clock, members }: Crowd): void => {
  const [{ profile }, { app }] = [members[0]!, members[3]!];
  const user = createUser(org, { username: idle, profileId: profile.id });
  const [createdAt, lastUsedAt] = [clock.now() - 60 * day, clock.now() - 20 * day];
  createGrant(org, { userId: user.id, appId: app!.id, createdAt, lastUsedAt });
};

const preview = (crowd: Crowd, setting?: Alteration, over: Partial<PreviewRequest> = {}): Promise<Preview> => {
  const edits = setting === undefined ? [] : [{ setting, element: 'x' }];
  return atHome(crowd, () => previewChange({ ...asked, edits, ...over }));
};

const ofIdle = ({ integrations }: Preview): PreviewedIntegration | undefined =>
  integrations.find(({ integration }) => integration.user === idle);

describe('tokens that nobody used in the window', () => {
  it('are counted, and judged where they are asked for', async () => {
    await withCrowd(4, async (crowd) => {
      const { integrations, tokens = 0 } = (await preview(crowd)).counts;
      approve(crowd);
      const counted = await preview(crowd);
      expect(counted.counts).to.include({ integrations, tokens: tokens + 1 });
      expect(counted.outcome).to.equal('clear');
      const judged = await preview(crowd, undefined, { tokens: true });
      expect(judged.counts.integrations).to.equal(integrations + tokens + 1);
      expect(judged.counts).to.not.have.property('tokens');
      expect(ofIdle(judged)).to.deep.include({ verdict: 'goes-on' });
      expect(ofIdle(judged)?.integration).to.include({ flow: 'refresh-token', logins: 0 });
      const { app, profile } = { app: crowd.members[3]!.app!.name, profile: crowd.members[0]!.profile.name };
      const blocked = await preview(crowd, { set: 'app-blocked', app, value: true }, { tokens: true });
      expect(ofIdle(blocked)?.verdict).to.equal('refused');
      const value = [{ start: '203.0.113.0', end: '203.0.113.255' }];
      const ranged = await preview(crowd, { set: 'login-ranges', profile, value }, { tokens: true });
      expect(ofIdle(ranged)?.verdict).to.equal('untold');
    });
  }).timeout(60_000);

  it('are those of a user for an app by which that user did not log in', () => {
    const login = { status: 'Success', success: true, hour: 0, span: 1, count: 1, first: 0, last: 0 };
    const tokens = ['Sync', 'Other'].map((app) => ({ user: 'A', app }));
    const unused = (...groups: readonly LoginGroup[]): readonly string[] =>
      unusedOf(tokens, groups).map(({ app }) => app);
    expect(unused({ ...login, user: 'A', application: 'sync' })).to.deep.equal(['Other']);
    expect(unused({ ...login, user: 'B', application: 'Sync' })).to.deep.equal(['Sync', 'Other']);
    expect(unused({ ...login, user: 'A', application: 'Sync', success: false })).to.deep.equal(['Sync', 'Other']);
  });
});
