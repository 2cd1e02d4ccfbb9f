import { expect } from 'chai';
import appWrongSecret from '../../src/causes/app-wrong-secret.ts';
import type { Change, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, standing, suspecting } from '../support/standing.ts';

const id = 'app-wrong-secret';

describe(id, () => {
  it('is ruled out as the reason where Login History names another', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'User is Frozen', decides: 'user-frozen' });
    expect(standing(appWrongSecret, { loginRows: [failed], refusals: [suspecting(id)] }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is proved by a row that names it', () => {
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'A status', decides: id });
    expect(standing(appWrongSecret, { loginRows: [failed] }).said).to.deep.equal({ 'in-history': 'proves' });
  });

  it('is ruled out for a flow in which it cannot happen', () => {
    const facts = { integration: { ...healthy.integration, flow: 'jwt' } as const, refusals: [suspecting(id)] };
    expect(standing(appWrongSecret, facts).standing).to.equal('ruled-out');
  });

  it('needs a wording: nothing else shows it', () => {
    expect(standing(appWrongSecret, {}).said).to.deep.equal({});
    expect(standing(appWrongSecret, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(appWrongSecret, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(appWrongSecret, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('is suspected where the secret that was given is refused with which a token is asked about', () => {
    const asked = { host: 'acme.my.salesforce.com', consumerKey: '3MVG9.key', state: 'refused', status: 401 } as const;
    const said = (code: string) => standing(appWrongSecret, { introspection: { ...asked, code } }).said;
    expect(said('invalid_client')).to.deep.equal({ 'refused-to-introspect': 'suggests' });
    expect(said('invalid_request')).to.deep.equal({});
  });

  describe('with a new secret in the audit trail', () => {
    const change: Change = {
      at: '2026-11-23T01:10:00Z',
      by: 'Ada Admin',
      action: 'generateOauthStagedCredential',
      display: 'Generated temporary credentials for connected app Marketing Sync',
      about: 'app',
    };
    const by = (flow: Flow, changes: readonly Change[] = [change]) => ({
      integration: { ...healthy.integration, flow },
      app: healthy.app,
      changes,
      loginRows: [row('2026-11-23T01:00:00Z')],
      refusals: [suspecting(id)],
    });

    it('is proved for a flow that always sends the secret, suspected for others', () => {
      expect(standing(appWrongSecret, by('client-credentials')).standing).to.equal('confirmed');
      expect(standing(appWrongSecret, by('web')).said).to.include({ 'new-secret': 'suggests' });
    });

    it('makes nothing of a secret of another app', () => {
      const other = { ...change, about: 'other' } as const;
      expect(standing(appWrongSecret, by('client-credentials', [other])).said).to.deep.equal({ said: 'suggests' });
    });

    it('of one that was made before the last login that worked says that it may wait to be applied', () => {
      const made = (at: string) => by('client-credentials', [{ ...change, at }]);
      const staged = { said: 'suggests', 'staged-secret': 'suggests' };
      expect(standing(appWrongSecret, made('2026-11-23T00:50:00Z')).said).to.deep.equal(staged);
      expect(standing(appWrongSecret, made('2026-10-24T01:00:00Z')).said).to.deep.equal(staged);
      expect(standing(appWrongSecret, made('2026-10-24T00:59:59Z')).said).to.deep.equal({ said: 'suggests' });
      const external = { ...healthy.app!, kind: 'external-client-app' } as const;
      const facts = { ...made('2026-11-23T00:50:00Z'), app: external };
      expect(standing(appWrongSecret, facts).said).to.deep.equal({ said: 'suggests' });
    });

    it('makes nothing of it where the wording is about something else', () => {
      const facts = { ...by('client-credentials'), refusals: [suspecting('user-frozen')] };
      expect(standing(appWrongSecret, facts).said).to.deep.equal({});
    });
  });
});
