import type { RequestListener } from 'node:http';
import { AuthInfo, StateAggregator } from '@salesforce/core';
import { expect } from 'chai';
import type { OrgRequest } from '../../src/evidence/org-port.ts';
import { Trouble } from '../../src/model/index.ts';
import { envelope, good, listen, send, talk, type Heard } from './support/listening-org.ts';

const asked: readonly OrgRequest[] = [
  { kind: 'get', path: 'query?q=1' },
  { kind: 'read-metadata', type: 'ConnectedApp', fullNames: ['A'] },
];

const fault = envelope(
  '<soapenv:Fault><faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID found in SessionHeader</faultstring></soapenv:Fault>',
);
const ended: RequestListener = (request, response) =>
  request.url?.includes('/Soap/') === true
    ? send(500, fault, { 'content-type': 'text/xml' })(request, response)
    : send(401, JSON.stringify([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]))(
        request,
        response,
      );

const refreshable = () => ({ refreshToken: '5Aep861OLD', clientId: '3MVG9key' });

const isToken = ({ url }: Heard): boolean => url === '/services/oauth2/token';

/** Takes the session `00D000000000001!NEW` and no other; gives it for the refresh token `5Aep861OLD`. */
const rotating =
  (granted: Record<string, string>) =>
  (heard: Heard): RequestListener => {
    if (isToken(heard)) return send(200, JSON.stringify(granted));
    return `${heard.authorization ?? ''}${heard.body}`.includes('00D000000000001!NEW') ? good(heard) : ended;
  };

const storedNow = async (): Promise<ReturnType<AuthInfo['getFields']>> => {
  StateAggregator.clearInstance();
  return (await AuthInfo.create({ username: 'admin@acme.com' })).getFields(true);
};

describe('the session of an org', () => {
  for (const status of [301, 302, 303, 307, 308])
    it(`goes nowhere else, whatever a ${status} names`, () =>
      listen(
        () => send(200, '{}'),
        async (elsewhere, strayed) => {
          await talk(
            () => send(status, '', { location: `${elsewhere}/services/data/v64.0/composite/batch` }),
            async ({ port }) => {
              for (const answer of await port.wave(asked))
                expect(answer).to.deep.equal({ ok: false, status, trouble: 'unreachable' });
            },
          );
          expect(strayed).to.deep.equal([]);
        },
      ));

  it('never travels in the open', async () => {
    const open = () => ({ instanceUrl: 'http://acme.my.salesforce.com', loginUrl: 'http://acme.my.salesforce.com' });
    const thrown: unknown = await talk(good, () => Promise.resolve(), {}, open).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(Trouble).with.property('key', 'target-org-insecure');
  });

  it('is sent to its own org alone where the stored address holds more than a host', async () => {
    await talk(
      good,
      async ({ port, heard }) => {
        await port.wave(asked);
        expect(heard.map(({ url }) => url)).to.deep.equal([
          '/services/data/v64.0/composite/batch',
          '/services/Soap/m/64.0',
        ]);
      },
      {},
      (url) => ({ instanceUrl: `${url}/?x=` }),
    );
  });

  it('is renewed once for all that was refused, and what was rotated is kept', async () => {
    const granted = { access_token: '00D000000000001!NEW', refresh_token: '5Aep861NEW' };
    await talk(
      rotating(granted),
      async ({ port, heard }) => {
        expect((await port.wave(asked)).map(({ ok }) => ok)).to.deep.equal([true, true]);
        expect((await port.wave(asked)).map(({ ok }) => ok)).to.deep.equal([true, true]);
        expect(heard.filter(isToken)).to.have.lengthOf(1);
        expect(heard).to.have.lengthOf(2 + 1 + 2 + 2);
        expect(await storedNow()).to.include({ accessToken: '00D000000000001!NEW', refreshToken: '5Aep861NEW' });
      },
      {},
      refreshable,
    );
  });

  it('is not renewed again where the fresh one is refused as well', async () => {
    await talk(
      (heard) => (isToken(heard) ? send(200, JSON.stringify({ access_token: '00D000000000001!OTHER' })) : ended),
      async ({ port, heard }) => {
        for (const wave of [await port.wave(asked), await port.wave(asked)])
          expect(wave[0]).to.include({ ok: false, code: 'INVALID_SESSION_ID' });
        expect(heard.filter(isToken)).to.have.lengthOf(1);
      },
      {},
      refreshable,
    );
  });

  it('says what the login host said where it cannot be renewed', async () => {
    const no = JSON.stringify({ error: 'invalid_grant', error_description: 'expired access/refresh token' });
    await talk(
      (heard) => (isToken(heard) ? send(400, no) : ended),
      async ({ port }) => {
        expect((await port.wave(asked))[0]).to.deep.include({
          code: 'INVALID_SESSION_ID',
          message: 'invalid_grant: expired access/refresh token',
        });
      },
      {},
      refreshable,
    );
  });

  it('is not renewed for a refusal that is about the app', async () => {
    const app = [{ message: 'This session is not valid for use with the REST API', errorCode: 'INVALID_SESSION_ID' }];
    await talk(
      () => send(401, JSON.stringify(app)),
      async ({ port, heard }) => {
        await port.wave(asked);
        expect(heard.filter(isToken)).to.deep.equal([]);
      },
      {},
      refreshable,
    );
  });

  it('asks an org for its versions without a token where nobody names one, and takes the newest', async () => {
    const versions = JSON.stringify([{ version: '9.0' }, { version: '67.0' }, { version: '66.0' }, { version: '?' }]);
    await talk(
      (heard) => (heard.url === '/services/data' ? send(200, versions) : good(heard)),
      ({ port, heard }) => {
        expect(port.apiVersion).to.equal('67.0');
        expect(heard.map(({ url, authorization }) => [url, authorization])).to.deep.equal([
          ['/services/data', undefined],
        ]);
        return Promise.resolve();
      },
      {},
      () => ({ apiVersion: '' }),
    );
  });
});
