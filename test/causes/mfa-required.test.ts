import { expect } from 'chai';
import mfaRequired from '../../src/causes/mfa-required.ts';
import type { Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const by = (flow: Flow) => ({ ...healthy.integration, flow });
const held = { ...healthy.userPermissions, twoFactorApi: [{ via: 'permission-set', name: 'MFA for all' }] as const };
const refusals = [suspecting('mfa-required')];

describe('mfa-required', () => {
  it('is ruled out for a password login of a user without the permission', () => {
    const facts = { integration: by('password'), userPermissions: healthy.userPermissions, refusals };
    expect(standing(mfaRequired, facts).standing).to.equal('ruled-out');
  });

  it('makes nothing of the permission for a login that sends no password', () => {
    expect(standing(mfaRequired, { integration: by('client-credentials'), userPermissions: held }).said).to.deep.equal(
      {},
    );
  });

  it('is proved by the permission for a password login', () => {
    const proof = standing(mfaRequired, { integration: by('soap-login'), userPermissions: held });
    expect(proof.standing).to.equal('confirmed');
    expect(proof.sentences[0]).to.include('MFA for all');
  });

  it('is proved by an app that demands high assurance from a login without a person, and from no other', () => {
    const app = { ...healthy.app!, requiresHighAssurance: true };
    expect(standing(mfaRequired, { integration: by('jwt'), app }).standing).to.equal('confirmed');
    expect(standing(mfaRequired, { integration: by('client-credentials'), app }).standing).to.equal('confirmed');
    expect(standing(mfaRequired, { integration: by('web'), app }).said).to.deep.equal({});
    expect(standing(mfaRequired, { integration: by('jwt'), app: healthy.app }).standing).to.equal('ruled-out');
  });

  it('is proved the more where no authenticator app can give a code, and tells of one that can', () => {
    const password = { integration: by('password'), userPermissions: held };
    expect(standing(mfaRequired, { ...password, secondFactors: ['security-key'] }).said).to.include({ code: 'proves' });
    const able = standing(mfaRequired, { ...password, secondFactors: ['authenticator-app'] });
    expect([able.said, able.told]).to.deep.equal([{ 'two-factor-api': 'proves' }, { code: 'tells' }]);
    expect(standing(mfaRequired, password).said).to.not.have.property('code');
    const free = { ...password, userPermissions: healthy.userPermissions, secondFactors: [] };
    expect(standing(mfaRequired, free).said).to.not.have.property('code');
  });

  it('is worth knowing of an admin at the login page without a method that cannot be phished', () => {
    const privileged = [{ via: 'profile', name: 'System Administrator' }] as const;
    const person = { integration: by('web'), privileged, secondFactors: ['authenticator-app'] as const };
    const noted = standing(mfaRequired, person);
    expect([noted.said, noted.told]).to.deep.equal([{}, { 'phishing-resistant': 'tells' }]);
    expect(noted.sentences[0]).to.include('profile System Administrator').and.include('an authenticator app');
    expect(standing(mfaRequired, { ...person, secondFactors: [] }).sentences[0]).to.include('registered nothing');
    expect(standing(mfaRequired, { ...person, refusals }).said).to.include({ 'phishing-resistant': 'suggests' });
    for (const secondFactors of [['security-key'], ['built-in-authenticator']] as const)
      expect(standing(mfaRequired, { ...person, secondFactors }).told).to.deep.equal({});
    expect(standing(mfaRequired, { ...person, privileged: [] }).told).to.deep.equal({});
    expect(standing(mfaRequired, { ...person, integration: by('jwt') }).told).to.deep.equal({});
  });

  it('tells by what multi-factor authentication is waived for a person', () => {
    const facts = { integration: by('device'), mfaWaived: [{ via: 'permission-set', name: 'No MFA' }] as const };
    const noted = standing(mfaRequired, facts);
    expect(noted.told).to.deep.equal({ waived: 'tells' });
    expect(noted.sentences[0]).to.include('permission set No MFA');
    expect(standing(mfaRequired, { ...facts, mfaWaived: [] }).told).to.deep.equal({});
  });

  it('is proved for a password by either of the two ways, whatever the other says', () => {
    const password = { integration: { ...healthy.integration, flow: 'password' as const } };
    const required = {
      userPermissions: { ...healthy.userPermissions, twoFactorApi: [{ via: 'profile', name: 'P' }] as const },
    };
    const high = { app: { ...healthy.app!, requiresHighAssurance: true } };
    const low = { app: { ...healthy.app!, requiresHighAssurance: false } };
    expect(standing(mfaRequired, { ...healthy, ...password, ...required, ...low, loginRows: [] }).standing).to.equal(
      'confirmed',
    );
    expect(standing(mfaRequired, { ...healthy, ...password, ...high, loginRows: [] }).standing).to.equal('confirmed');
    expect(standing(mfaRequired, { ...healthy, ...password, ...low }).standing).to.equal('ruled-out');
  });
});
