import { expect } from 'chai';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { audienceOf, loginAudiencePairs } from '../../src/recognition/wrappers/jwt-order.ts';

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

/** The CLI's own function, from the package that the CLI runs. */
const core = (await import(
  new URL('../../node_modules/@salesforce/core/lib/util/sfdcUrl.js', import.meta.url).href
)) as {
  getLoginAudienceCombos: (audienceUrl: string, loginUrl: string) => Array<[string, string]>;
  SfdcUrl: new (url: string) => { getJwtAudienceUrl: (createdOrgInstance?: string) => Promise<string> };
};

describe('the order of the JWT attempts', () => {
  const logins = [
    production,
    sandbox,
    `${production}/`,
    `${sandbox}/`,
    'https://TEST.salesforce.com',
    acme,
    `${acme}/`,
    'https://acme--uat.sandbox.my.salesforce.com',
    'https://acme--x.scratch.my.salesforce.com',
    'https://cs42.salesforce.com',
    'https://gs1.my.salesforce.com',
    'http://localhost:8080',
  ];
  const audiences = [
    production,
    sandbox,
    `${sandbox}/`,
    acme,
    'https://gs1.salesforce.com',
    'https://acme.my.site.com',
  ];

  it('is that of the package, for login URLs of each kind and any audience', () => {
    for (const login of logins) {
      for (const audience of audiences) {
        expect(loginAudiencePairs(login, audience), `${login} ${audience}`).to.deep.equal(
          core.getLoginAudienceCombos(audience, login).map(([host, aud]) => ({ host, audience: aud })),
        );
      }
    }
  });

  it('begins with the audience that the package takes for the login URL', async () => {
    for (const login of logins)
      expect(audienceOf(login), login).to.equal(await new core.SfdcUrl(login).getJwtAudienceUrl());
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

  const pointing = (text: string): Array<string | undefined> =>
    recognizeRefusals(text)
      .filter(({ decides, suspects }) => decides !== undefined || suspects.length > 0)
      .map(({ phrase }) => phrase);

  it('leaves pointers to the line that got furthest, at the login URL’s own host before the generic ones', () => {
    expect(pointing(whole)).to.deep.equal(['grant.invalid_assertion']);
    const elsewhere = list(
      'client identifier invalid',
      'client identifier invalid',
      "user hasn't approved this consumer",
      'client identifier invalid',
      'client identifier invalid',
    );
    expect(pointing(elsewhere)).to.deep.equal(['grant.user_not_approved']);
  });

  it('tells production and sandbox apart from the login URL, where five lines name no host', () => {
    const five = list(
      'user is not admin approved to access this app',
      "user hasn't approved this consumer",
      "user hasn't approved this consumer",
      'client identifier invalid',
      'client identifier invalid',
    );
    expect(recognizeRefusals(five).map(({ host, audience }) => [host, audience])).to.deep.equal([
      [undefined, undefined],
      ['test.salesforce.com', sandbox],
      ['login.salesforce.com', production],
      [undefined, undefined],
    ]);
    expect(pointing(five)).to.deep.equal(['app.not_admin_approved']);
  });

  it('takes the audience from the environment where it is shown', () => {
    const shown = `SF_AUDIENCE_URL=${sandbox} sf org login jwt --instance-url ${acme}\n${list(...Array.from({ length: 5 }, () => 'invalid assertion'))}`;
    expect(recognizeRefusals(shown).map(({ host, audience }) => [host, audience])).to.deep.equal([
      ['acme.my.salesforce.com', acme],
      ['test.salesforce.com', sandbox],
      ['login.salesforce.com', production],
      ['acme.my.salesforce.com', sandbox],
      ['acme.my.salesforce.com', production],
    ]);
  });

  it('knows the eleven attempts of a login URL and an audience of their own by two notes', () => {
    const other = 'https://other.my.salesforce.com';
    const lines = loginAudiencePairs(acme, other).map(({ host, audience }, index) =>
      index === 3 || index === 0 ? note(audience, host) : "user hasn't approved this consumer",
    );
    expect(lines).to.have.length(11);
    const refusals = recognizeRefusals(list(...lines));
    expect(refusals.map(({ host, audience }) => ({ host: `https://${host ?? ''}`, audience }))).to.deep.equal(
      loginAudiencePairs(acme, other),
    );
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
