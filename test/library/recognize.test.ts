import fc from 'fast-check';
import { expect } from 'chai';
import { explain, isTransient, recognize } from '../../src/index.ts';
import { causes } from '../../src/causes/index.ts';

const refused = (body: object, status = 400): Error =>
  Object.assign(new Error(`Request failed with status code ${status}`), { response: { status, data: body } });

describe('recognize', () => {
  it('says what was refused, and the causes best first', () => {
    const {
      refusals,
      causes: found,
      advice,
    } = recognize('{"error":"invalid_grant","error_description":"inactive user"}');
    expect(refusals[0]).to.include({ code: 'invalid_grant', description: 'inactive user' });
    expect(found[0]).to.include({ id: 'user-inactive', gate: 'user-state', transient: false });
    expect(found[0]?.title).to.equal('The user is deactivated');
    expect(advice).to.equal(found[0]?.who === 'org-admin' ? 'page-admin' : 'stop');
  });

  it('confirms only what the wording has alone', () => {
    expect(recognize('login rate exceeded').causes).to.deep.include({
      id: 'rate-limited',
      standing: 'confirmed',
      gate: 'api-access',
      title: 'Too many logins or calls in a short time',
      transient: true,
      who: 'nobody',
    });
    expect(recognize('invalid_grant: authentication failure').causes.map(({ standing }) => standing)).to.not.include(
      'confirmed',
    );
  });

  it('takes the flow into account', () => {
    const first = (flow?: 'jwt' | 'refresh-token'): string | undefined =>
      recognize('invalid_grant', flow === undefined ? {} : { flow }).causes[0]?.id;
    expect(first('jwt')).to.match(/^jwt-|^user-not/u);
    expect(first('refresh-token')).to.match(/^refresh-token-/u);
  });

  it('reads an error as it reads its text', () => {
    const body = { error: 'invalid_client_id', error_description: 'client identifier invalid' };
    const ids = (thing: unknown): string[] => recognize(thing).causes.map(({ id }) => id);
    expect(ids(refused(body))).to.deep.equal(ids(JSON.stringify(body)));
    expect(ids(new Error('login failed', { cause: refused(body) }))).to.deep.equal(ids(JSON.stringify(body)));
  });

  it('names no cause where it recognises nothing, and advises to stop', () => {
    for (const nothing of ['', '  ', 'all is well', undefined, null, 42, {}])
      expect(recognize(nothing)).to.include({ advice: 'stop' }).and.have.deep.property('causes', []);
  });

  it('holds no secret', () => {
    const secret = '00D000000000001!AQEAQNotARealTokenButOfItsShape';
    expect(JSON.stringify(recognize(`INVALID_SESSION_ID: Session expired or invalid, sid=${secret}`))).not.to.include(
      'NotARealToken',
    );
  });

  it('names only causes that have a page', () =>
    fc.assert(
      fc.property(fc.constantFrom(...causes.map(({ id }) => id)), fc.string(), (id, noise) => {
        for (const cause of recognize(`${noise} ${explain(id)?.saidBySalesforce.join('\n') ?? ''}`).causes)
          expect(explain(cause.id)?.title).to.equal(cause.title);
      }),
      { numRuns: 100 },
    ));

  it('never throws, on no text and on no thing', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.anything()), (thing) => {
        expect(recognize(thing).advice).to.be.oneOf(['retry', 'page-admin', 'stop']);
      }),
      { numRuns: 300 },
    ));
});

describe('isTransient', () => {
  const passes: ReadonlyArray<readonly [string, unknown]> = [
    ['a limit', 'login rate exceeded'],
    ['a limit on calls', '[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]'],
    ['a gateway', new Error('HTTP 503 Service Unavailable')],
    ['a network', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })],
    ['a failed fetch', new TypeError('fetch failed', { cause: new Error('connect ETIMEDOUT 203.0.113.1:443') })],
  ];
  for (const [name, thing] of passes) it(`${name} passes`, () => expect(isTransient(thing)).to.equal(true));

  const stays: ReadonlyArray<readonly [string, unknown]> = [
    ['a dead token', 'invalid_grant: expired access/refresh token'],
    ['a wrong password', 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.'],
    ['a wrong key', refused({ error: 'invalid_client_id', error_description: 'client identifier invalid' })],
    ['a refused user', refused({ error: 'invalid_grant', error_description: "user hasn't approved this consumer" })],
    [
      "another provider's refusal",
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
    ],
    ['what nobody knows', new Error('the moon is in the wrong phase')],
    ['nothing', undefined],
  ];
  for (const [name, thing] of stays) it(`${name} stays`, () => expect(isTransient(thing)).to.equal(false));

  it('is what the advice says', () =>
    fc.assert(
      fc.property(fc.constantFrom(...[...passes, ...stays].map(([, thing]) => thing)), (thing) => {
        expect(isTransient(thing)).to.equal(recognize(thing).advice === 'retry');
      }),
    ));
});

describe('the advice', () => {
  const advised: ReadonlyArray<readonly [string, string]> = [
    ['login rate exceeded', 'retry'],
    ['invalid_grant: ip restricted', 'page-admin'],
    ['API_DISABLED_FOR_ORG: The REST API is not enabled for this Organization.', 'page-admin'],
    ['invalid_client: invalid client credentials', 'stop'],
    ['invalid_grant: expired access/refresh token', 'stop'],
  ];
  for (const [text, advice] of advised) it(`${text}: ${advice}`, () => expect(recognize(text).advice).to.equal(advice));
});
