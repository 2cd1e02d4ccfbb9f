import { expect } from 'chai';
import { listedScopes, missing, needNames, needsOf, unused } from '../../src/model/scopes.ts';

describe('needs', () => {
  it('combinations are taken apart, each need once', () => {
    expect(needsOf(['mobile', 'api', 'chatter-only'])).to.deep.equal(['api', 'web', 'refresh', 'chatter']);
    expect(needsOf(['server-to-server'])).to.deep.equal(['api']);
    expect(needsOf(['full-sync'])).to.deep.equal(['full', 'refresh']);
  });

  it('every name is a need or a combination of needs', () => {
    for (const name of needNames) expect(needsOf([name]), name).to.not.have.lengthOf(0);
  });

  it('api holds chatter, full holds all but the refresh token', () => {
    expect(missing(['api', 'chatter', 'web', 'openid'], ['full'])).to.deep.equal([]);
    expect(missing(['refresh'], ['full'])).to.deep.equal(['refresh']);
    expect(missing(['chatter'], ['api'])).to.deep.equal([]);
    expect(missing(['api'], ['chatter'])).to.deep.equal(['api']);
  });

  it('what no need is met by is unused', () => {
    expect(unused(['api', 'refresh'], ['api', 'refreshtoken', 'web', 'pardot'])).to.deep.equal(['web', 'pardot']);
  });

  it('scopes are listed as a client asks for them', () => {
    expect(listedScopes(['api', 'refreshtoken', 'offlineaccess', 'custompermissions'])).to.equal(
      'api, refresh_token, offline_access, custom_permissions',
    );
    expect(listedScopes([])).to.equal('-');
  });
});
