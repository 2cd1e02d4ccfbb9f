import { expect } from 'chai';
import appBlocked from '../../src/causes/app-blocked-or-uninstalled.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'app-blocked-or-uninstalled';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(appBlocked, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('speaks of the OAuth plug-in of an external client app only where no trail tells that a connected app was blocked', () => {
    const plugin = appBlocked.remedies.find((remedy) => remedy.id === 'switch-plugin-on');
    const blocks = appBlocked.clues.flatMap((one) => (/^(?:audit|blocked|uninstalled)$/u.test(one.id) ? [one.id] : []));
    expect(blocks).to.have.length(3);
    expect(plugin?.notBy).to.have.members(blocks);
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(appBlocked, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'soap-login' } as const, refusals: [suspecting(id)] };
    expect(standing(appBlocked, facts).standing).to.equal('ruled-out');
  });

  it('is proved by an audit entry that blocks this app, unless a later one opened it', () => {
    const blocked = {
      at: '2026-11-22T10:00:00Z',
      by: 'Ann',
      action: 'blockConnectedApplication',
      display: 'Blocked A',
    };
    const about = { ...blocked, about: 'app' } as const;
    const seen = { loginRows: [], changes: [about] };
    expect(standing(appBlocked, seen)).to.include({ standing: 'confirmed', since: blocked.at });
    const opened = { ...about, at: '2026-11-22T11:00:00Z', action: 'unblockConnectedApplication' };
    expect(standing(appBlocked, { ...seen, changes: [opened, about] }).said).to.deep.equal({});
  });

  it('is proved by an entry that uninstalls this app, where no list has it any more', () => {
    const entry = {
      at: '2026-11-22T10:00:00Z',
      action: 'deleteConnectedApplication',
      display: 'Uninstalled Connected App A',
      about: 'app',
    } as const;
    const gone = { ...healthy, changes: [entry], app: undefined, loginRows: [] };
    const refused = { ...gone, refusals: [suspecting(id)] };
    expect(standing(appBlocked, refused)).to.include({ standing: 'confirmed', since: entry.at });
    // Without a refusal it may go on for those who approve it themselves.
    expect(standing(appBlocked, gone).said).to.deep.include({ uninstalled: 'suggests' });
    for (const facts of [
      { app: healthy.app },
      { refusals: [suspecting('user-frozen')] },
      { changes: [{ ...entry, about: 'other' as const }] },
      { changes: [{ ...entry, at: '2026-11-22T11:00:00Z', action: 'insertConnectedApplication' }, entry] },
    ])
      expect(standing(appBlocked, { ...gone, ...facts }).said).not.to.have.property('uninstalled');
  });

  it('is only suspected by an entry that does not name the app, and only where a wording leaves it open', () => {
    const about = {
      at: '2026-11-22T10:00:00Z',
      action: 'blockConnectedApplication',
      display: '',
      about: 'other',
    } as const;
    expect(standing(appBlocked, { changes: [about] }).said).to.deep.equal({});
    expect(standing(appBlocked, { changes: [about], refusals: [suspecting(id)] }).said).to.include({
      audit: 'suggests',
    });
  });

  it('needs a wording or an entry: nothing else shows it', () => {
    expect(standing(appBlocked, {}).said).to.deep.equal({});
    expect(standing(appBlocked, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(appBlocked, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(appBlocked, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is proved where the OAuth plug-in of an external client app alone is off', () => {
    const app = { kind: 'external-client-app', id: '0xI000000000001AAA', name: 'Marketing Sync' } as const;
    const seen = { app, integration: healthy.integration };
    const off = standing(appBlocked, { ...seen, appState: { enabled: true, oauthOff: true } });
    expect(off).to.include({ standing: 'confirmed' });
    expect(off.said).to.deep.equal({ 'oauth-plugin': 'proves' });
    const on = standing(appBlocked, { ...seen, appState: { enabled: true, oauthOff: false } });
    expect(on.standing).to.equal('ruled-out');
  });
});
