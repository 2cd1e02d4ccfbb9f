import { expect } from 'chai';
import { explainAsked } from '../../src/look/explain.ts';
import { diagnose } from '../../src/index.ts';
import { Trouble } from '../../src/model/index.ts';
import type { Explanation } from '../../src/model/index.ts';
import { causes } from '../../src/causes/index.ts';
import { exitCodeOf, exitCodeOfExplanation } from '../../src/output/exit-codes.ts';

const typed = (text: string): Explanation => explainAsked({ about: 'text', text, word: true });

const pageId = (text: string): string => {
  const explanation = typed(text);
  return explanation.about === 'cause' ? explanation.page.id : explanation.about;
};

const nearTo = (text: string): readonly string[] => {
  try {
    typed(text);
  } catch (error) {
    if (error instanceof Trouble && error.key === 'cause-unknown') return (error.values.ids ?? '').split(', ');
    throw error;
  }
  return [];
};

describe('what `sf auth explain` answers', () => {
  it('an id, however it is spelt, with its page', () => {
    for (const word of ['user-frozen', 'USER_FROZEN', ' User Frozen ']) expect(pageId(word)).to.equal('user-frozen');
    for (const { id } of causes) expect(pageId(id)).to.equal(id);
  });

  it('a mistyped id with the nearest ones', () => {
    expect(nearTo('user-frozn')).to.deep.equal(['user-frozen']);
    expect(nearTo('usr-inactiv')[0]).to.equal('user-inactive');
    expect(nearTo('jwt-wrong-audiance')[0]).to.equal('jwt-wrong-audience');
    expect(nearTo('mfa')).to.deep.equal(['mfa-required']);
    expect(nearTo('jwt')).to.include.members(['jwt-malformed', 'jwt-cert-expired', 'jwt-wrong-subject']);
  });

  it('a word that is like no id with none', () => {
    for (const word of ['nope', 'hello-world', 'xyzzy'])
      expect(() => typed(word))
        .to.throw(Trouble)
        .with.property('key', 'cause-unlike');
  });

  it('an id that lost, doubled or swapped one letter with that id first', () => {
    const mistyped = (id: string): string[] => {
      const at = /(?<=[a-z])[a-z](?=[a-z]{2})/u.exec(id)?.index ?? 1;
      const [before, letter, next] = [id.slice(0, at), id[at] ?? '', id[at + 1] ?? ''];
      return [before + id.slice(at + 1), before + letter + id.slice(at), before + next + letter + id.slice(at + 2)];
    };
    for (const { id } of causes)
      for (const word of mistyped(id).filter((one) => one !== id)) expect(nearTo(word)[0], word).to.equal(id);
  });

  it("a code of Salesforce's as a text, though it is one word", () => {
    for (const code of ['INVALID_LOGIN', 'invalid_grant', 'invalid_client_id', 'ENOTFOUND'])
      expect(typed(code).about).to.equal('text');
  });

  it('what was piped in as a text, even where it is an id', () => {
    const explanation = explainAsked({ about: 'text', text: 'user-frozn', word: false });
    expect(explanation).to.deep.include({ about: 'text', causes: [], advice: 'stop' });
  });

  it('a text with its causes, what each means, and where to look; not where the wording decides', () => {
    const open = typed('invalid_grant: authentication failure');
    const decided = typed('login rate exceeded');
    if (open.about !== 'text' || decided.about !== 'text') throw new Error('no text');
    expect(open.causes[0]).to.include({ id: 'wrong-username-or-password', standing: 'suspected' });
    for (const { meaning } of open.causes) expect(meaning).to.match(/^[A-Z].+\.$/su);
    const [first, ...others] = open.lookAt;
    expect(first?.place).to.include('Login History');
    for (const { causes: decides } of others) expect(decides.length).to.be.at.most(first?.causes.length ?? 0);
    expect(decided.causes[0]).to.include({ id: 'rate-limited', standing: 'confirmed' });
    expect(decided.lookAt).to.deep.equal([]);
  });

  it('--list with every cause, each once, gate by gate', () => {
    const list = explainAsked({ about: 'catalogue' });
    if (list.about !== 'catalogue') throw new Error('no list');
    expect(list.causes.map(({ id }) => id).toSorted()).to.deep.equal(causes.map(({ id }) => id));
    const gates = list.causes.map(({ gate }) => gate);
    expect(gates.filter((gate, index) => gate !== gates[index - 1])).to.deep.equal([...new Set(gates)]);
  });

  it('ends as `sf auth doctor` ends with the same text alone; a page and the list end with 0', () => {
    const texts = [
      'login rate exceeded',
      'invalid_grant: authentication failure',
      'expired access/refresh token',
      'LOGIN_MUST_USE_SECURITY_TOKEN: Invalid username, password, security token; or user locked out.',
      '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
      'the moon is in the wrong phase',
    ];
    for (const error of texts)
      expect(exitCodeOfExplanation(typed(error)), error).to.equal(exitCodeOf(diagnose({ error }), 'blocks'));
    expect(exitCodeOfExplanation(typed('user-frozen'))).to.equal(0);
    expect(exitCodeOfExplanation(explainAsked({ about: 'catalogue' }))).to.equal(0);
  });
});
