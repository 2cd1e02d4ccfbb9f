import { expect } from 'chai';
import userLockedOut from '../../src/causes/user-locked-out.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const locked = { isFrozen: false, isPasswordLocked: true };
const open = { isFrozen: false, isPasswordLocked: false };
const by = (flow: 'password' | 'jwt') => ({ ...healthy.integration, flow }) as const;

describe('user-locked-out', () => {
  it('is ruled out by a user who is not locked, while nothing points at it', () => {
    expect(standing(userLockedOut, healthy).standing).to.equal('ruled-out');
  });

  it('is not ruled out where a wording leaves it open: a lock ends by itself', () => {
    const refusals = [suspecting('user-locked-out')];
    const { standing: how } = standing(userLockedOut, {
      userLogin: open,
      refusals,
      passwordPolicy: { lockoutMinutes: 15 },
    });
    expect(how).to.equal('suspected');
  });

  it('is ruled out all the same where locks last for ever', () => {
    const refusals = [suspecting('user-locked-out')];
    const forever = { userLogin: open, refusals, passwordPolicy: { lockoutMinutes: 'forever' as const } };
    expect(standing(userLockedOut, forever).said).to.include({ 'never-unlocks': 'rules-out' });
  });

  it('tells that an admin must unlock the user where a lock does not end by itself', () => {
    const held = (lockoutMinutes: number | 'forever', flow: 'password' | 'jwt') =>
      standing(userLockedOut, { userLogin: locked, integration: by(flow), passwordPolicy: { lockoutMinutes } }).said;
    expect(held('forever', 'password')).to.include({ 'no-end': 'proves' });
    expect(held(15, 'password')).to.not.have.property('no-end');
    expect(held('forever', 'jwt')).to.not.have.property('no-end');
  });

  it('is proved by a locked user only for a login by password', () => {
    expect(standing(userLockedOut, { userLogin: locked, integration: by('password') }).standing).to.equal('confirmed');
    expect(standing(userLockedOut, { userLogin: locked, integration: by('jwt') }).standing).to.equal('suspected');
  });

  it('notes how far the counter of failed logins is from the lock, of a login by password alone', () => {
    const counted = (failedLogins: number, more: Partial<Facts> = {}) =>
      standing(userLockedOut, {
        integration: by('password'),
        user: { ...healthy.user!, failedLogins },
        passwordPolicy: { maxLoginAttempts: 10, lockoutMinutes: 15 },
        userLogin: open,
        ...more,
      });
    expect(counted(7).told).to.deep.include({ 'failed-logins': 'tells' });
    expect(counted(7).sentences.join(' ')).to.include('counted 7 failed').and.include('3 are left');
    expect(counted(1).told).to.have.property('failed-logins');
    expect(counted(0).told).to.not.have.property('failed-logins');
    expect(counted(7, { passwordPolicy: {} }).told).to.not.have.property('failed-logins');
    expect(counted(7, { userLogin: locked }).told).to.not.have.property('failed-logins');
    expect(counted(7, { integration: by('jwt') }).told).to.not.have.property('failed-logins');
  });
});
