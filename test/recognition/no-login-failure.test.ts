import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

/**
 * Logs in which no login fails: what mocha, node's own runner, unittest, tsc, eslint, prettier, npm and git print when something
 * else is wrong, and the logs of servers, builds and good runs.
 */
const folder = new URL('./fixtures/no-login-failure/', import.meta.url);

describe('logs without a failed login', () => {
  for (const name of readdirSync(folder)) {
    it(`name no cause: ${name}`, () => {
      expect(rankCauses(recognizeRefusals(readFileSync(new URL(name, folder), 'utf8')))).to.deep.equal([]);
    });
  }

  /** Shorter ones, a line or two of each of more tools: of what the API says of data, that it is no login. */
  const texts = readFileSync(new URL('./fixtures/no-login-failure-texts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly raw: string }).raw);

  for (const text of texts) {
    it(`name no cause but the data: ${text.slice(0, 60)}`, () => {
      const [first] = rankCauses(recognizeRefusals(text));
      expect(first?.cause ?? 'not-authentication').to.equal('not-authentication');
    });
  }

  it('name it where one does, in the same kinds of log', () => {
    const spec = readFileSync(new URL('mocha-spec.log', folder), 'utf8');
    const said = '{"error":"invalid_grant","error_description":"inactive user"}';
    const ranked = rankCauses(recognizeRefusals(`${spec}\n$ sf org login jwt\n${said}\n`));
    expect(ranked[0]?.cause).to.equal('user-inactive');
  });
});
