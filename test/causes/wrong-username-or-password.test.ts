import { expect } from 'chai';
import wrongUsernameOrPassword from '../../src/causes/wrong-username-or-password.ts';
import type { Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { row, standing, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const id = 'wrong-username-or-password';
const by = (flow?: Flow) => {
  const rest = without(healthy.integration, 'flow');
  return flow === undefined ? rest : { ...rest, flow };
};

describe(id, () => {
  it('is ruled out for a flow that sends no password', () => {
    const facts = { integration: by('jwt'), user: undefined, refusals: [suspecting(id)] };
    expect(standing(wrongUsernameOrPassword, facts).standing).to.equal('ruled-out');
  });

  it('is neither proved nor ruled out by a user who exists: the password may be wrong', () => {
    const facts = { integration: by('password'), user: healthy.user, loginRows: [], refusals: [] };
    expect(standing(wrongUsernameOrPassword, facts).said).to.deep.equal({});
  });

  it('is proved by a username that the org does not have', () => {
    const missing = standing(wrongUsernameOrPassword, { integration: by('password'), user: undefined });
    expect(missing.standing).to.equal('confirmed');
    expect(missing.sentences).to.deep.equal(['The org has no user "integration@acme.example".']);
    expect(standing(wrongUsernameOrPassword, { integration: by(), user: undefined }).standing).to.equal('suspected');
  });

  it('asks for no other username where the org recorded the wrong password of this one', () => {
    const correct = wrongUsernameOrPassword.remedies.find(({ provedBy }) => provedBy?.includes('in-history'));
    expect(correct?.id).to.equal('correct-password');
  });

  it('takes a hint from a password that was changed after the last success', () => {
    const user = { ...healthy.user!, lastPasswordChangeAt: '2026-11-23T01:10:00Z' };
    const facts = { user, integration: by('password'), refusals: [suspecting(id)] };
    const before = { ...facts, loginRows: [row('2026-11-23T01:00:00Z')] };
    expect(standing(wrongUsernameOrPassword, before).said).to.include({ 'password-changed': 'suggests' });
    const after = { ...facts, loginRows: [row('2026-11-23T01:20:00Z')] };
    expect(standing(wrongUsernameOrPassword, after).said).not.to.have.property('password-changed');
  });

  it('stays undecided for a password flow, until the newest login went well or one was granted to us', () => {
    const facts = { integration: by('password'), user: healthy.user, refusals: [] };
    expect(standing(wrongUsernameOrPassword, { ...facts, loginRows: [] }).standing).to.equal('undecided');
    const failed = row('2026-11-23T01:30:00Z', { success: false, status: 'odd', recognised: false });
    const success = row('2026-11-23T01:00:00Z');
    expect(standing(wrongUsernameOrPassword, { ...facts, loginRows: [failed, success] }).standing).to.equal(
      'undecided',
    );
    expect(standing(wrongUsernameOrPassword, { ...facts, loginRows: [success, failed] }).said).to.deep.equal({
      'newest-row': 'rules-out',
    });
    const attempt = { host: 'https://login.salesforce.com', granted: true };
    expect(standing(wrongUsernameOrPassword, { ...facts, attempt }).said).to.deep.equal({ granted: 'rules-out' });
  });

  it('is not ruled out by a login that went well where a wording names it, or where it failed since', () => {
    const loginRows = [row('2026-11-23T01:00:00Z')];
    const facts = { integration: by('password'), user: healthy.user, loginRows };
    expect(standing(wrongUsernameOrPassword, { ...facts, refusals: [suspecting(id)] }).standing).to.equal('suspected');
    expect(
      standing(wrongUsernameOrPassword, { ...facts, refusals: [], failedAt: '2026-11-23T01:20:00Z' }).said,
    ).to.deep.equal({});
  });
});
