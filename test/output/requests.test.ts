import { expect } from 'chai';
import type { RequestOut } from '../../src/model/index.ts';
import { furtherOf, renderRequestList, renderSent, safeRequestList } from '../../src/output/requests.ts';
import { redactor } from '../../src/report/index.ts';
import { loadWords } from '../../src/words/index.ts';

const page = { width: 80, colour: false, words: loadWords() };
const url = 'https://acme.my.salesforce.com/services/data/v64.0/composite';
const reading: RequestOut = {
  method: 'POST',
  url,
  purpose: 'reading',
  asks: ["query?q=SELECT Id FROM User WHERE Username = 'ann@acme.com'", 'sobjects/LoginHistory/describe'],
};
const hosts: RequestOut = { method: 'GET', url: 'https://acme.my.salesforce.com/x', purpose: 'host-documents' };
const probe: RequestOut = { method: 'POST', url: 'https://acme.my.salesforce.com/y', purpose: 'key-probe' };
const login: RequestOut = { ...probe, purpose: 'login' };

describe('the list of requests', () => {
  it('says what each is for, and what the org is asked for', () =>
    expect(renderRequestList({ schemaVersion: 1, requests: [reading], further: ['renewal'] }, page)).to.equal(
      [
        'This run would send 1 request first. Nothing was sent.',
        '',
        `  POST  ${url}`,
        '        Reads the org. Carries the access token that the CLI keeps for it. 2',
        '        questions: LoginHistory and User.',
        '',
        'What may follow, by the answers',
        '',
        "  - POST /services/oauth2/token to the login host that is stored with the org's",
        '    login, once, where its session has ended.',
        '',
        'Each question in full: --requests --json',
        '',
      ].join('\n'),
    ));

  it('tells equal ones once, as often as they left', () =>
    expect(renderSent([hosts, reading, hosts], undefined, page))
      .to.match(/^3 requests were sent\n/u)
      .and.match(/Carries nothing\. 2 times\.\n/u));

  it('has a pseudonym for a host and for whom is asked for, where they are wanted', () => {
    const by = redactor();
    const list = JSON.stringify(safeRequestList({ schemaVersion: 1, requests: [reading], further: ['reading'] }, by));
    expect(`${list} ${renderSent([reading], redactor(), page)}`).to.not.match(/acme|ann@/u);
    expect(list).to.include('"purpose":"reading"').and.include('"further":["reading"]');
  });

  const cases: ReadonlyArray<readonly [string, readonly RequestOut[], object, readonly string[]]> = [
    ['nothing follows where no org is read', [hosts, probe], {}, []],
    ['an org may be asked more', [reading], {}, ['reading', 'renewal']],
    ['the org may tell the key', [reading, hosts], {}, ['reading', 'renewal', 'key-probe']],
    ['--no-probe', [reading, hosts], { 'no-probe': true }, ['reading', 'renewal']],
    ['a probe that is sure is not told again', [reading, hosts, probe], {}, ['reading', 'renewal']],
    ['a text may name the host', [reading], { error: 'x' }, ['reading', 'renewal', 'host-documents', 'key-probe']],
    ['a login that is sure', [hosts, login, probe], { attempt: true }, ['first-call']],
    ['a login by the answers', [reading], { attempt: true }, ['reading', 'renewal', 'login', 'first-call']],
    ['each login', [hosts, probe], { attempt: true }, ['login-each', 'first-call']],
    ['waiting', [hosts], { wait: 1 }, ['waiting']],
    ['waiting for a login', [hosts], { wait: 1, attempt: true }, ['first-call', 'waiting']],
    ['following', [reading], { follow: true }, ['reading', 'renewal', 'following']],
  ];
  for (const [what, requests, flags, expected] of cases)
    it(`${what}: ${expected.join(', ') || 'nothing more'}`, () =>
      expect(furtherOf(requests, flags)).to.deep.equal(expected));
});
