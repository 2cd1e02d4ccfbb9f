import { expect } from 'chai';
import { readStatus } from '../../../src/recognition/index.ts';

describe('readStatus', () => {
  it('knows success', () => {
    expect(readStatus('Success')).to.deep.equal({ recognised: true, success: true, suspects: [] });
    expect(readStatus('LOGIN_NO_ERROR').success).to.equal(true);
  });

  const decided: Record<string, string> = {
    'Invalid Password': 'wrong-username-or-password',
    ' invalid password ': 'wrong-username-or-password',
    'Password Lockout': 'user-locked-out',
    'User is Inactive': 'user-inactive',
    'User Is Frozen': 'user-frozen',
    'Restricted IP': 'ip-restricted',
    'Restricted time': 'login-hours',
    'Failed: API security token required': 'missing-security-token',
    'API security token required': 'missing-security-token',
    'Username-Password Flow Disabled': 'flow-blocked-org-wide',
    'Login rate exceeded': 'rate-limited',
    'Multi-factor required': 'mfa-required',
    'Two-factor required': 'mfa-required',
    'Failed: Consumer Deleted': 'app-not-found-or-propagating',
    LOGIN_ERROR_PASSWORD_LOCKOUT: 'user-locked-out',
    login_error_org_in_maintenance: 'org-maintenance-or-read-only',
    LOGIN_OAUTH_PACKAGE_MISSING: 'app-not-installed',
  };
  for (const [status, cause] of Object.entries(decided)) {
    it(`reads "${status}" as ${cause}`, () => {
      expect(readStatus(status)).to.include({ recognised: true, success: false, decides: cause });
    });
  }

  it('leaves open what the facts leave open', () => {
    expect(readStatus('Failed: IP Address Not Allowed')).to.deep.equal({
      recognised: true,
      success: false,
      suspects: ['ip-restricted', 'login-hours'],
    });
    expect(readStatus('FAILED: NOT APPROVED FOR ACCESS').suspects).to.deep.equal([
      'user-not-preauthorized',
      'user-not-approved',
      'app-handler-refuses',
    ]);
    expect(readStatus('Failed: Computer activation required')).not.to.have.property('decides');
    // A label of two codes, of which each means one thing.
    expect(readStatus('Restricted domain')).not.to.have.property('decides');
    expect(readStatus('Restricted domain').suspects).to.deep.equal(['wrong-endpoint', 'ip-restricted']);
    expect(readStatus('LOGIN_ERROR_ORG_DOMAIN_ONLY').decides).to.equal('wrong-endpoint');
    expect(readStatus('LOGIN_ERROR_GLOBAL_BLOCK_DOMAIN').suspects).to.deep.equal(['ip-restricted']);
  });

  it('compares by prefix where the label goes on', () => {
    expect(readStatus('Failed: API Version Removed or Not Supported').recognised).to.equal(true);
    expect(readStatus('Invalid Password of some sort').recognised).to.equal(false);
  });

  it('does not recognise values that only unverified lists have, nor unknown ones', () => {
    for (const status of [
      'Invalid Username or Password',
      'Source IP restricted',
      'No Data',
      'Challenge Issued',
      'Session expired',
      'User Locked Out',
      '',
      'whatever',
    ]) {
      expect(readStatus(status), status).to.deep.equal({ recognised: false, success: false, suspects: [] });
    }
  });
});
