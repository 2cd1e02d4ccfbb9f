import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { situations } from './situations.ts';
import { setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

/** An answer that a real server gave. `fidelity`: what its body is worth byte for byte. */
type Recorded = {
  id: string;
  fidelity: 'bytes' | 'redacted-bytes' | 'reformatted' | 'message' | 'fragment' | 'composed';
  status: number | null;
  contentType: string | null;
  location: string | null;
  body: string;
};

const file = new URL('fixtures/records.json', import.meta.url);
const records = JSON.parse(readFileSync(file, 'utf8')) as Recorded[];

const parse = (body: string): Record<string, unknown> =>
  JSON.parse(body.replaceAll(/: <(\w+)>/g, ': "$1"')) as Record<string, unknown>;

const isPlaceholder = (value: unknown): boolean => typeof value !== 'string' || /<|\.\.\.|REDACTED|XXXX/.test(value);

/** Members that only some releases or scopes add, or that the source pruned. */
const optional = new Set(['api_instance_url', 'scope']);

const names = (body: object): string[] => Object.keys(body).filter((name) => !optional.has(name));

const tags = (xml: string): string[] => Array.from(xml.matchAll(/<(?!\?)([\w:]+)/g), ([, name]) => name ?? '');

const compareXml = (answer: Answer, { fidelity, body }: Recorded): void => {
  if (fidelity === 'bytes' || fidelity === 'message') expect(answer.text).to.equal(body);
  else expect(tags(answer.text)).to.deep.equal(tags(body));
};

const compareJson = (answer: Answer, { id, body }: Recorded): void => {
  const told = parse(body);
  if ('error' in told) expect(answer.json).to.deep.equal(told);
  else if (id === 'oauth-userinfo-amp') expect(answer.json).to.include.all.keys(Object.keys(told));
  else {
    expect(names(answer.json)).to.have.members(names(told));
    for (const [name, value] of Object.entries(told)) {
      if (!isPlaceholder(value) && name === 'token_type') expect(answer.json[name]).to.equal(value);
      if (Array.isArray(value) && typeof value[0] === 'string') expect(answer.json[name]).to.deep.equal(value);
    }
  }
};

/** Pieces of a page or redirect: each line of it stands in the answer. */
const compareFragment = (answer: Answer, { id, body }: Recorded): void => {
  const all = `${answer.text}\n${answer.location ?? ''}`;
  const pieces =
    id === 'oauth-authorize-no-session'
      ? ['?ec=302&startURL=%2Fsetup%2Fsecur%2FRemoteAccessAuthorizationPage.apexp']
      : body.split(/\n|\.\.\./);
  for (const piece of pieces.map((one) => one.trim()).filter((one) => one !== '')) {
    expect(all.replaceAll(/<[^>]+>|\s+/g, ' '), piece).to.contain(piece.replaceAll(/<[^>]+>|\s+/g, ' ').trim());
  }
};

const compareBody = (answer: Answer, record: Recorded): void => {
  if (record.fidelity === 'fragment') compareFragment(answer, record);
  else if (record.contentType?.startsWith('text/xml') === true) compareXml(answer, record);
  else if (record.body.startsWith('{')) compareJson(answer, record);
  else expect(answer.text).to.equal(record.body);
};

describe('simulator: recorded answers', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.sim.stop());

  it('has a situation for each record, and no other', () => {
    expect(Object.keys(situations)).to.have.members(records.map(({ id }) => id));
  });

  for (const record of records) {
    it(record.id, async () => {
      const answer = await situations[record.id]!(stage);
      if (record.status !== null) expect(answer.status).to.equal(record.status);
      if (record.contentType?.startsWith('text/html') === true) expect(answer.type).to.match(/^text\/html/);
      else if (record.contentType !== null) expect(answer.type).to.equal(record.contentType);
      if (record.location !== null) {
        expect(answer.location).to.equal(
          record.location.replace('<redirect_uri>', 'http://localhost:1717/OauthRedirect'),
        );
      }
      if (record.fidelity === 'bytes' && record.body.startsWith('{'))
        expect(answer.text.trimEnd()).to.equal(record.body);
      compareBody(answer, record);
    });
  }
});
