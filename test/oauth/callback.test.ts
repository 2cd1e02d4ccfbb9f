import { expect } from 'chai';
import { awaitCallback, type CameBack } from '../../src/oauth/index.ts';
import { freePort } from '../support/free-port.ts';

const soon = 300;

describe('the way back from the browser', () => {
  let redirectUri: string;
  beforeEach(async () => (redirectUri = `http://localhost:${await freePort()}/OauthRedirect`));

  const bring = async (
    visits: ReadonlyArray<readonly [string, RequestInit?]>,
    seen: string[] = [],
  ): Promise<CameBack> => {
    const callback = { redirectUri, state: 's1', patienceMs: soon, said: 'You can close this window.' };
    const told: Array<Promise<string>> = [];
    const back = await awaitCallback(callback, async () => {
      for (const [to, init] of visits) {
        const visit = fetch(new URL(to, redirectUri), init);
        told.push(visit.then(async (answer) => `${answer.status} ${await answer.text()}`));
        await visit;
      }
    });
    seen.push(...(await Promise.all(told)));
    return back;
  };

  it('ends with the code, and tells the person so', async () => {
    const seen: string[] = [];
    expect(await bring([['/OauthRedirect?code=aPrx&state=s1']], seen)).to.deep.equal({ state: 'code', code: 'aPrx' });
    expect(seen).to.deep.equal(['200 You can close this window.']);
  });

  it('ends with the error that the login page sends', async () => {
    const error = '/OauthRedirect?error=access_denied&error_description=end-user+denied+authorization&state=s1';
    expect(await bring([[error]])).to.deep.equal({
      state: 'error',
      code: 'access_denied',
      description: 'end-user denied authorization',
    });
    expect(await bring([['/OauthRedirect?error=x&state=s1']])).to.deep.equal({ state: 'error', code: 'x' });
  });

  const others: ReadonlyArray<readonly [string, RequestInit?]> = [
    ['/favicon.ico?code=a&state=s1'],
    ['/OauthRedirect?code=a&state=another'],
    ['/OauthRedirect?code=a'],
    ['/OauthRedirect?state=s1'],
    ['/OauthRedirect?code=a&state=s1', { method: 'POST' }],
  ];
  for (const other of others)
    it(`goes on waiting for ${other[1]?.method ?? 'GET'} ${other[0]}`, async () => {
      const seen: string[] = [];
      const right = ['/OauthRedirect?code=right&state=s1'] as const;
      expect(await bring([other, right], seen)).to.include({ code: 'right' });
      expect(seen[0]).to.equal('404 ');
    });

  it('ends where nobody comes', async () => {
    expect(await bring([])).to.deep.equal({ state: 'nobody' });
  });

  it('ends where another program has the port, and frees its own', async () => {
    const callback = { redirectUri, state: 's1', patienceMs: soon, said: '' };
    let second: CameBack | undefined;
    const first = await awaitCallback(callback, async () => {
      second = await awaitCallback(callback, () => Promise.reject(new Error('It was not ready.')));
    });
    expect([first, second]).to.deep.equal([{ state: 'nobody' }, { state: 'busy' }]);
    expect(await bring([['/OauthRedirect?code=a&state=s1']])).to.include({ state: 'code' });
  });
});
