import { expect } from 'chai';
import { cliBrowser } from '../../../src/evidence/local/index.ts';
import { inHome } from '../../support/home.ts';

describe('the browser of the CLI', () => {
  it('comes back to the port of the CLI, within the minutes that the CLI gives', async () => {
    expect(await inHome({}, cliBrowser)).to.deep.equal({
      callback: 'http://localhost:1717/OauthRedirect',
      patienceMs: 120_000,
    });
    expect(await inHome({ SF_WEB_OAUTH_SERVER_TIMEOUT: '5000' }, cliBrowser)).to.include({ patienceMs: 5000 });
  });
});
