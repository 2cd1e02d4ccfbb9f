import { expect } from 'chai';
import appNotFound from '../../src/causes/app-not-found-or-propagating.ts';
import type { Change, Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'app-not-found-or-propagating';
const keyProbe = { host: 'https://login.salesforce.com', answer: 'unknown' } as const;
const fresh: Partial<Facts> = {
  integration: healthy.integration,
  app: { ...healthy.app!, changedAt: '2026-11-23T01:52:00Z' },
  appOauth: healthy.appOauth,
  keyProbe,
  refusals: [suspecting(id)],
  loginHost: { url: keyProbe.host, reachable: true, kind: 'login', status: 200 },
  organization: healthy.organization,
};

describe(id, () => {
  it('is ruled out by a host that knows the key, while nothing points at it', () => {
    expect(standing(appNotFound, { keyProbe: healthy.keyProbe }).standing).to.equal('ruled-out');
  });

  it('is not ruled out by a host that knows the key now, where it did not before', () => {
    expect(standing(appNotFound, { ...fresh, keyProbe: healthy.keyProbe }).standing).to.equal('suspected');
  });

  it('is proved by the right key of an app that was changed minutes ago, unknown to the host', () => {
    const spreading = standing(appNotFound, fresh);
    expect(spreading.said).to.include({ 'just-changed': 'proves' });
    expect(spreading.sentences[1]).to.include('8 minutes');
    const unasked = { ...fresh, integration: without(healthy.integration, 'consumerKey') };
    expect(standing(appNotFound, unasked).said).to.include({ 'just-changed': 'proves' });
  });

  it('is not proved by an app that was changed long ago, or by a key that cannot be compared', () => {
    expect(standing(appNotFound, { ...fresh, app: healthy.app }).said).to.deep.equal({
      said: 'suggests',
      'host-does-not-know': 'suggests',
    });
    expect(standing(appNotFound, { ...fresh, appOauth: undefined }).standing).to.equal('suspected');
  });

  it('spreads for half an hour after a change, before the failure or before now, and no minute longer', () => {
    const at = (changedAt: string, failedAt?: string) =>
      standing(appNotFound, { ...fresh, app: { ...healthy.app!, changedAt }, failedAt }).standing;
    expect(at('2026-11-23T01:30:00Z')).to.equal('confirmed');
    expect(at('2026-11-23T01:29:00Z')).to.equal('suspected');
    expect(at('2026-11-22T20:30:00Z', '2026-11-22T21:00:00Z')).to.equal('confirmed');
    expect(at('2026-11-22T20:29:00Z', '2026-11-22T21:00:00Z')).to.equal('suspected');
  });

  it('is ruled out by another key than the app has: that is another cause', () => {
    const integration = { ...healthy.integration, consumerKey: '3MVG9.other.key' };
    expect(standing(appNotFound, { ...fresh, integration }).said).to.include({ 'other-key': 'rules-out' });
  });

  it('is proved by the entry of its deletion, where the org has no app of that name and none was made since', () => {
    const integration = without(healthy.integration, 'consumerKey');
    const change = (at: string, action: string, about: Change['about'] = 'app'): Change => ({
      at,
      by: 'Otto Kahn',
      action,
      display: `${action} Marketing Sync`,
      about,
    });
    const deleted = change('2026-11-22T20:00:00Z', 'deleteApplication');
    const made = change('2026-11-22T21:00:00Z', 'insertApplication');
    const gone = {
      integration,
      app: undefined,
      appTokens: { total: 0, notInstalled: 0, neverUsed: 0 },
      refusals: [suspecting(id)],
      keyProbe,
    };
    const said = (changes: readonly Change[], more: Partial<Facts> = {}) =>
      standing(appNotFound, { ...healthy, ...gone, changes, ...more });
    expect(said([deleted]).said).to.include({ deleted: 'proves' });
    expect(said([deleted])).to.include({ since: deleted.at });
    expect(said([deleted]).sentences.join()).to.include('was deleted at 2026-11-22T20:00:00Z by Otto Kahn');
    expect(said([made, deleted]).said).to.not.have.property('deleted');
    expect(said([{ ...deleted, about: 'other' }]).said).to.not.have.property('deleted');
    expect(said([deleted], { app: healthy.app }).said).to.not.have.property('deleted');
  });

  it('is proved by an app that the org does not have, with a key that the host does not know', () => {
    expect(standing(appNotFound, { ...fresh, app: undefined, appOauth: undefined }).standing).to.equal('confirmed');
  });

  it('is only suspected where the app was looked up by the very key that may be wrong', () => {
    const integration = { ...healthy.integration, app: '3MVG9.typo.key', consumerKey: '3MVG9.typo.key' };
    const gone = { ...fresh, integration, app: undefined, appOauth: undefined };
    expect(standing(appNotFound, gone).standing).to.equal('suspected');
  });

  it('is not proved at a host of other orgs, which never knew the key', () => {
    const loginHost = { url: 'https://test.salesforce.com', reachable: true, kind: 'test', status: 200 } as const;
    expect(standing(appNotFound, { ...fresh, loginHost }).said).not.to.have.property('just-changed');
    const gone = { ...fresh, loginHost, app: undefined, appOauth: undefined };
    expect(standing(appNotFound, gone).said).to.include({ 'no-such-app': 'suggests' });
  });

  it('tells who changed the app last, where that is shown', () => {
    const app = { ...healthy.app!, changedBy: 'Ada Admin (ada@acme.example)' };
    expect(standing(appNotFound, { app }).told).to.include({ 'last-changed': 'tells' });
    expect(standing(appNotFound, { app: healthy.app }).told).to.not.have.property('last-changed');
  });

  it('is transient only where the app is spreading', () => {
    expect(appNotFound.transient).to.deep.equal(['just-changed']);
  });

  it('is not proved by an app that no list has, where Login History shows that it was let in', () => {
    const { app: name, username } = healthy.integration;
    const gone = {
      integration: { app: name!, username: username!, sourceIps: [] },
      app: undefined,
      appTokens: { total: 0, notInstalled: 0, neverUsed: 0 },
      loginRows: [],
    } satisfies Partial<Facts>;
    expect(standing(appNotFound, gone).said).to.include({ 'not-in-org': 'proves' });
    expect(standing(appNotFound, { ...gone, loginRows: healthy.loginRows }).said).to.include({
      'not-in-org': 'suggests',
    });
  });
});
