import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const causesOf = (text: string): string[] => rankCauses(recognizeRefusals(text)).map(({ cause }) => cause);
const firstOf = (text: string): string | undefined => causesOf(text)[0];

describe('what is said round a refusal', () => {
  it('is advice in a line of its own, with or without a full stop before it', () => {
    const refused = 'Sync stopped: invalid or expired access token';
    expect(firstOf(refused)).to.equal('session-invalid-not-oauth');
    for (const end of ['\n', '.\n'])
      expect(firstOf(`${refused}${end}Be sure that your org has no IP restrictions.`)).to.equal(
        'session-invalid-not-oauth',
      );
  });

  it('is no refusal where R names the call that failed, with its arguments', () => {
    const called = 'Error in oauth2.0_access_token(endpoint, app, code = code, bad = host,  : \n  ';
    expect(causesOf(`${called}Failed to get an access token.`)).to.include('auth-code-expired-or-reused');
    expect(firstOf(`${called}Failed to get an access token.`)).to.equal('auth-code-expired-or-reused');
  });
});

describe('a page that was cut before its first word', () => {
  const markup = [
    '<html>',
    ' <head>',
    ' </head>',
    ' <body>',
    '  <table>',
    '   <tr><td><br></td></tr>',
    '   <tr>',
    '    <td><div',
  ];

  it('is an answer where the text begins with it, and nothing in the midst of a log of other things', () => {
    expect(firstOf(markup.join('\n'))).to.equal(firstOf('HTTP response contains html content'));
    expect(causesOf(['10:00 built', '10:01 rendered', '10:02 wrote index', ...markup].join('\n'))).to.deep.equal([]);
  });
});

describe('a code of the API that nobody has seen', () => {
  const answer = (errorCode: string, message: string): string => JSON.stringify([{ message, errorCode }]);

  it('is about data, unless its name is about who calls', () => {
    expect(firstOf(answer('INVALIDTHING', "Entity '01I.Tag' is not served by this API."))).to.equal(
      'not-authentication',
    );
    expect(firstOf(answer('NEW_SESSION_RULE', 'the network address is not known here'))).to.equal('ip-restricted');
  });

  it('is no code where it is not written as one', () => {
    expect(causesOf(answer('someProblem', 'the thing is odd'))).not.to.include('not-authentication');
  });
});

describe('whose program says it', () => {
  const asymmetric = 'Error: secretOrPrivateKey must be an asymmetric key when using RS256\n    at sign (';

  it('is told by the package in its stack', () => {
    for (const path of ['node_modules/@vonage/jwt/dist/jwt.js', 'actions/create-github-app-token/v1/dist/main.cjs'])
      expect(firstOf(`${asymmetric}${path}:1:2)`), path).to.equal('not-salesforce');
    for (const path of ['node_modules/jsonwebtoken/sign.js', 'node_modules/jsforce/lib/oauth2.js'])
      expect(firstOf(`${asymmetric}${path}:1:2)`), path).to.equal('jwt-key-file-unreadable');
  });

  it('is not told by where the program runs, or whom it notifies', () => {
    const runs = [
      'a google cloud job',
      'the slack notifier of the CRM sync',
      'our GitHub App runner',
      'the linear model',
    ];
    for (const text of runs) {
      expect(firstOf(`${text} said: 401 Unauthorized`), text).to.equal('session-invalid-not-oauth');
      expect(firstOf(`${text}: secretOrPrivateKey must be an asymmetric key`), text).to.equal(
        'jwt-key-file-unreadable',
      );
    }
  });

  it('is told by the authorize endpoint of another server', () => {
    const at = (url: string): string | undefined =>
      firstOf(`GET ${url}?response_type=code\nserver said: 401 Unauthorized`);
    expect(at('https://mcp.northwind.io/authorize')).to.equal('not-salesforce');
    expect(at('https://acme.my.salesforce.com/services/oauth2/authorize')).not.to.equal('not-salesforce');
  });

  it('is told by the host in whose line a 401 stands, even where nothing tells of a login', () => {
    const log = [
      '10:00 start',
      '10:01 a',
      '10:02 b',
      '10:03 "GET https://api.adobe.io/users HTTP/1.1" 401 95',
      '10:04 end',
    ];
    expect(firstOf(log.join('\n'))).to.equal('not-salesforce');
    expect(firstOf(log.join('\n').replace('401', '404'))).to.equal(undefined);
  });
});
