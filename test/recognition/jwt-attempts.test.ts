import { expect } from 'chai';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { loginAudiencePairs } from '../../src/recognition/wrappers/jwt-attempts.ts';

const production = 'https://login.salesforce.com';
const sandbox = 'https://test.salesforce.com';
const acme = 'https://acme.my.salesforce.com';

const list = (...lines: string[]): string =>
  ['Error authenticating with JWT.', 'Errors encountered:', ...lines].join('\n');
const note = (audience: string, login: string): string => `audience is invalid  [audience=${audience} login=${login}]`;

describe('the hosts and audiences of the CLI’s JWT login', () => {
  it('are two for a generic login URL, five for a My Domain, as many as eleven with an audience of its own', () => {
    expect(loginAudiencePairs(production)).to.deep.equal([
      { host: production, audience: production },
      { host: sandbox, audience: sandbox },
    ]);
    expect(loginAudiencePairs(acme)).to.deep.equal([
      { host: acme, audience: acme },
      { host: sandbox, audience: sandbox },
      { host: production, audience: production },
      { host: acme, audience: production },
      { host: acme, audience: sandbox },
    ]);
    expect(loginAudiencePairs(acme, 'https://gs1.salesforce.com')).to.have.length(11);
  });
});

describe('the list of JWT attempts', () => {
  const whole = list(
    'invalid assertion',
    "user hasn't approved this consumer",
    'client identifier invalid',
    note(production, acme),
    note(sandbox, acme),
  );

  it('gives each line its host and audience, recomputed from the order', () => {
    const refusals = recognizeRefusals(whole);
    expect(refusals.map(({ host, audience }) => [host, audience])).to.deep.equal([
      ['acme.my.salesforce.com', acme],
      ['test.salesforce.com', sandbox],
      ['login.salesforce.com', production],
      ['acme.my.salesforce.com', production],
      ['acme.my.salesforce.com', sandbox],
    ]);
  });

  it('leaves pointers to the lines that got furthest', () => {
    const pointing = recognizeRefusals(whole).filter(
      ({ decides, suspects }) => decides !== undefined || suspects.length > 0,
    );
    expect(pointing.map(({ phrase }) => phrase)).to.deep.equal(['grant.invalid_assertion', 'grant.user_not_approved']);
  });

  it('takes a wrong audience seriously where every line says it', () => {
    const refusals = recognizeRefusals(list(note(sandbox, sandbox), note(production, production)));
    expect(refusals.map(({ decides }) => decides)).to.deep.equal(['jwt-wrong-audience', 'jwt-wrong-audience']);
  });

  it('reads the list inside sf --json, where message and stack say it twice', () => {
    const json = JSON.stringify({
      name: 'JwtAuthError',
      message: whole,
      exitCode: 1,
      stack: `JwtAuthError: ${whole}\n    at AuthInfo.authJwt (x.js:1:1)`,
    });
    const refusals = recognizeRefusals(json);
    expect(refusals.map(({ phrase, count }) => [phrase, count])).to.deep.equal([
      ['grant.invalid_assertion', 2],
      ['grant.user_not_approved', 2],
      ['client.unknown_id', 2],
      ['grant.audience', 2],
      ['grant.audience', 2],
    ]);
  });

  it('keeps a line that nothing recognises', () => {
    const refusals = recognizeRefusals(list('the moon is full', 'client identifier invalid'));
    expect(refusals.map(({ description }) => description)).to.deep.equal([
      'the moon is full',
      'client identifier invalid',
    ]);
  });

  it('names no host where the order is open', () => {
    const refusals = recognizeRefusals(list("user hasn't approved this consumer", 'client identifier invalid'));
    expect(refusals.some(({ host }) => host !== undefined)).to.equal(false);
  });

  it('uses the login URL of the command line where it stands before the list', () => {
    const command = `sf org login jwt --instance-url ${sandbox} --username x@y.z`;
    const refusals = recognizeRefusals(
      `${command}\n${list("user hasn't approved this consumer", 'client identifier invalid')}`,
    );
    expect(refusals.map(({ host }) => host)).to.deep.equal(['test.salesforce.com', 'login.salesforce.com']);
  });
});
