import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose, withAnswer } from '../../src/diagnosis/index.ts';
import { questionFor } from '../../src/diagnosis/question.ts';
import { answerIn } from '../../src/input/doctor/answer.ts';
import { completed } from '../../src/library/evidence.ts';
import { clue, clueWith, flows, known, noRow, proves, rulesOut, suggests, unknown } from '../../src/model/index.ts';
import type {
  Cause,
  CauseId,
  Diagnosis,
  Evidence,
  Flow,
  Question,
  QuestionId,
  Refusal,
} from '../../src/model/index.ts';
import { answers as statuses } from '../../src/recognition/answers.ts';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence as seen } from '../support/evidence.ts';
import { silent } from '../support/silent.ts';
import { deciding, suspecting } from '../support/standing.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const open = 'invalid_grant: authentication failure';

const asking = (text: string, typed: string | readonly string[] = [], flow?: Flow): Diagnosis => {
  const start = completed(
    {},
    {
      now: '2026-11-30T08:00:00Z',
      integration: { sourceIps: [], ...(flow === undefined ? {} : { flow }) },
      refusals: recognizeRefusals(text),
    },
  );
  const evidence = [typed].flat().map(answerIn).reduce(withAnswer, start);
  return diagnose({ evidence, causes, speaker, cost });
};

const roots = ({ findings }: Diagnosis): readonly string[] =>
  findings.flatMap(({ role, cause }) => (role === 'root' ? [cause] : []));

const choice = ({ question }: Diagnosis, wanted: string): readonly string[] | undefined =>
  question?.choices.find(({ answer }) => answer === wanted)?.causes;

describe('the question that splits what a text leaves open', () => {
  it('takes a flow that was told as if it had been typed with the others', () => {
    const integration = { sourceIps: [], username: 'ci@acme.example' };
    const start = completed({}, { now: '2026-11-30T08:00:00Z', integration, refusals: [] });
    expect(withAnswer(start, answerIn('flow=jwt')).integration).to.deep.equal(
      known({ ...integration, flow: 'jwt' }, { place: 'asked' }),
    );
  });

  it('keeps an answer as it is where nobody answered before', () => {
    const [frozen, key] = [answerIn('User Is Frozen'), answerIn('consumer-key=same')];
    const start = { ...seen({ refusals: [] }), answers: unknown('not-asked') };
    const once = withAnswer(start, frozen);
    expect(once.answers).to.deep.equal(known([frozen], { place: 'asked' }));
    expect(withAnswer(once, key).answers).to.deep.equal(known([frozen, key], { place: 'asked' }));
    // What is no flow is none, and the integration stays as it was.
    const odd = withAnswer(start, { question: 'flow', saw: 'carrier pigeon' });
    expect(odd.integration).to.deep.equal(start.integration);
    // Nor has an integration that nobody told of a flow.
    const untold = withAnswer({ ...start, integration: unknown('not-asked') }, answerIn('flow=jwt'));
    expect(untold.integration).to.deep.equal(unknown('not-asked'));
  });

  it('asks the next one where one was answered, and none twice', () => {
    const unknownKey = 'invalid_client_id: client identifier invalid';
    const asked = (typed: readonly string[]) => asking(unknownKey, typed).question?.id;
    expect(asked([])).to.equal('consumer-key');
    expect(asked(['consumer-key=same'])).to.equal('login-history');
    expect(asked(['consumer-key=same', 'User Is Frozen'])).to.equal(undefined);
  });

  it('says for each answer what would be left', () => {
    const asked = asking(open);
    expect(choice(asked, 'User Is Frozen')).to.deep.equal(['user-frozen']);
    expect(choice(asked, 'Invalid Password')).to.deep.equal([
      'wrong-username-or-password',
      'missing-security-token',
      'delegated-authentication',
    ]);
  });

  const keptBy = (text: string, flow?: Flow): QuestionId | undefined => {
    const { question } = asking(text, [], flow);
    for (const { answer, causes: left } of question?.choices ?? []) {
      const answered = asking(text, `${question?.id}=${answer}`, flow);
      expect(roots(answered), answer).to.have.members(left);
      expect(answered.question?.id).to.not.equal(question?.id);
      // A flow is as good as one that was given: with it a wording may have one cause alone.
      if (question?.id !== 'flow') expect(answered.outcome).to.equal('inconclusive');
    }
    return question?.id;
  };

  it('is kept to what it said: with each answer just those are left, suspected and never confirmed', () => {
    for (const flow of [undefined, 'password'] as const) {
      expect(asking(open, [], flow).question?.choices.length).to.be.greaterThan(5);
      expect(keptBy(open, flow)).to.equal('login-history');
    }
  });

  const others: ReadonlyArray<readonly [text: string, question: QuestionId]> = [
    ['invalid_grant: expired authorization code', 'flow'],
    ['invalid_client_id: client identifier invalid', 'consumer-key'],
  ];
  for (const [text, id] of others)
    it(`is "${id}" where that splits best: ${text}`, () => expect(keptBy(text)).to.equal(id));

  it('is put by answers to other questions as well, and by several', () => {
    const key = 'invalid_client_id: client identifier invalid';
    expect(roots(asking(key))).to.include.members(['app-wrong-consumer-key', 'wrong-endpoint', 'cli-bug']);
    expect(roots(asking(key, ['consumer-key=same', 'login-host=my-domain']))).to.not.include.members([
      'app-wrong-consumer-key',
    ]);
    expect(roots(asking(key, ['consumer-key=same', 'login-host=my-domain']))).to.deep.equal([
      'app-not-found-or-propagating',
      'client-request-malformed',
      'cli-bug',
    ]);
    const token = 'invalid_grant: expired access/refresh token';
    expect(roots(asking(token, 'sandbox-refreshed=yes', 'refresh-token'))).to.deep.equal([
      'refresh-token-revoked-or-expired',
      'wrong-endpoint',
      'client-request-malformed',
    ]);
    expect(roots(asking(token, 'sandbox-refreshed=no'))).to.deep.equal(roots(asking(token)));
    const [found] = asking(key, 'consumer-key=same').findings;
    expect(found?.signs.map(({ clue }) => clue)).to.not.include('excluded');
  });

  it('of one question the last answer counts', () =>
    expect(roots(asking(open, ['User Is Frozen', 'login-history=Restricted IP']))).to.deep.equal(
      roots(asking(open, 'Restricted IP')),
    ));

  it('says whose word it is', () => {
    const [found] = asking(open, 'User Is Frozen').findings;
    expect(found?.signs.find(({ clue }) => clue === 'answered')?.text).to.match(/^You answered "User Is Frozen"/u);
  });

  it('takes no row for an answer only where each such login would leave one', () => {
    expect(choice(asking(open), noRow)).to.equal(undefined);
    expect(choice(asking(open, undefined, 'password'), noRow)).to.deep.equal([
      'wrong-username-or-password',
      'flow-not-enabled',
      'wrong-endpoint',
    ]);
    expect(roots(asking(open, noRow))).to.deep.equal(roots(asking(open)));
  });

  it('an answer that the text did not think of is believed beside it', () =>
    expect(roots(asking(open, 'Login Rate Exceeded'))).to.include('rate-limited'));

  it('is not asked where the text decides, nothing was said, or the org was read; and an answer changes nothing then', () => {
    const frozen = 'invalid_grant: user is frozen';
    for (const text of [frozen, 'nothing in here']) expect(asking(text).question, text).to.equal(undefined);
    const decided = 'invalid_grant: audience is invalid';
    expect(roots(asking(decided, 'User Is Frozen'))).to.deep.equal(roots(asking(decided)));
    const evidence = completed(
      { loginRows: known([], { place: 'org' }), answers: known([answerIn('User Is Frozen')], { place: 'asked' }) },
      { now: '2026-11-30T08:00:00Z', integration: { sourceIps: [] }, refusals: recognizeRefusals(open) },
    );
    const read = diagnose({ evidence, causes, speaker, cost });
    expect(read.question).to.equal(undefined);
    expect(read.findings.flatMap(({ signs }) => signs).filter(({ clue }) => clue === 'answered')).to.deep.equal([]);
  });
});

describe('whether a question is worth it', () => {
  const ids = ['app-not-installed', 'ip-restricted', 'login-hours', 'user-frozen', 'user-inactive'] as const;

  /** Suspects of which each is out by the answers under its id. */
  const asked = (
    excludedBy: Partial<Record<CauseId, readonly string[]>>,
    more: Partial<Evidence> = {},
    { count = ids.length, others = [] }: { readonly count?: number; readonly others?: readonly CauseId[] } = {},
  ): Question | undefined => {
    const causeOf = (id: CauseId): Cause => {
      const answered = clueWith(
        'answers',
        { needs: ['answers'], also: ['integration'] },
        ({ answers, integration: { flow = '' } = {} }) =>
          [...answers.map(({ saw }) => saw), flow].some((saw) => excludedBy[id]?.includes(saw))
            ? rulesOut()
            : suggests(),
      );
      return bareCause({ id, gate: 'user-state', blocks: true, clues: [answered], remedies: [] });
    };
    return questionFor({
      suspects: ids.slice(0, count).map(causeOf),
      causes: others.map(causeOf),
      evidence: { ...seen({ refusals: [] }), ...more },
    });
  };
  const [first, second, third, fourth, fifth] = ids;

  it('asks none where no answer splits', () => expect(asked({})).to.equal(undefined));

  it('asks to look something up where that leaves four of five, and not where it leaves more', () => {
    expect(asked({ [first]: ['different'], [fifth]: ['same'] })).to.deep.equal({
      id: 'consumer-key',
      choices: [
        { answer: 'same', causes: [first, second, third, fourth] },
        { answer: 'different', causes: [second, third, fourth, fifth] },
      ],
    });
    const excluding = { [first]: ['different'], [fifth]: ['same'] };
    expect(asked(excluding, { answers: unknown('not-asked') })?.id, 'nobody answered').to.equal('consumer-key');
    const given = known([answerIn('consumer-key=no-app')], { place: 'asked' });
    expect(asked(excluding, { answers: given }), 'it was answered').to.equal(undefined);
    const few = ['different'];
    expect(
      asked({ [first]: few, [second]: few, [third]: few, [fourth]: few, [fifth]: ['same', 'different'] }),
    ).to.equal(undefined);
  });

  it('asks for no flow and no host that were given, and one suspect or rows that were read ask for nothing', () => {
    const given = (integration: object) => ({
      integration: known({ sourceIps: [], ...integration }, { place: 'asked' as const }),
    });
    const byHost = { [first]: ['my-domain'], [second]: ['login', 'test', 'other'] };
    expect(asked(byHost)?.id).to.equal('login-host');
    expect(asked(byHost, given({ flow: 'jwt' }))?.id).to.equal('login-host');
    expect(asked(byHost, { integration: unknown('not-asked') })?.id).to.equal('login-host');
    expect(asked(byHost, given({ loginUrl: 'https://login.salesforce.com' }))).to.equal(undefined);
    expect(asked(byHost, { loginRows: known([], { place: 'org' }) })).to.equal(undefined);
    expect(asked(byHost, {}, { count: 1 })).to.equal(undefined);
    const byFlow = { [first]: ['jwt', 'device'], [second]: flows.filter((flow) => flow !== 'jwt') };
    expect(asked(byFlow)?.id).to.equal('flow');
    expect(asked(byFlow, given({ flow: 'device' }))?.id, 'it is given').to.equal('login-history');
    const byKey = { [first]: ['different'], [fifth]: ['same'] };
    expect(asked(byKey, given({ loginUrl: 'https://login.salesforce.com' }))?.id).to.equal('consumer-key');
  });

  it('asks by which flow only where nobody said it', () => {
    const [one, other] = (['ip-restricted', 'login-hours'] as const).map((id, at): Cause => {
      const clues = [
        clue('flow', ['integration'], ({ integration }) =>
          (integration.flow === 'web') === (at === 0) ? rulesOut() : suggests(),
        ),
      ];
      return bareCause({ id, gate: 'ip', blocks: true, clues, remedies: [] });
    });
    const of = (flow?: Flow) =>
      questionFor({
        suspects: [one!, other!],
        causes: [],
        evidence: seen({ refusals: [], integration: { sourceIps: [], ...(flow === undefined ? {} : { flow }) } }),
      })?.id;
    expect(of()).to.equal('flow');
    expect(of('jwt')).to.not.equal('flow');
  });

  it('asks for Login History first where that splits best', () => {
    const saw = statuses.map((one) => one.saw);
    const others = (at: number) => saw.filter((_status, index) => index % ids.length !== at);
    const excludedBy = Object.fromEntries(ids.map((id, at) => [id, others(at)]));
    const keys = { [first]: [...others(0), 'different'], [fifth]: [...others(4), 'same'] };
    expect(asked({ ...excludedBy, ...keys })?.id).to.equal('login-history');
  });

  it('asks for Login History however little it splits, and for what splits better first', () => {
    const choices = [{ answer: 'User Is Frozen', causes: [first, second, third, fourth] }];
    const frozen = ['User Is Frozen'];
    expect(asked({ [fifth]: frozen })).to.deep.equal({ id: 'login-history', choices });
    expect(asked({ [first]: ['different'], [fifth]: ['same', ...frozen] })?.id).to.equal('consumer-key');
  });

  it('counts a cause that the text did not think of beside the others where the row names it, and by none of those alone', () => {
    const [rate, others] = ['Login Rate Exceeded', ['rate-limited', 'password-expired'] as const];
    expect(asked({ [fourth]: [rate], [fifth]: [rate] }, {}, { others })?.choices).to.deep.equal([
      { answer: rate, causes: [first, second, third, 'rate-limited'] },
    ]);
    const all = Object.fromEntries(ids.map((id) => [id, [rate]]));
    expect(asked(all, {}, { others }), 'it leaves none of the text').to.equal(undefined);
  });

  it('is put to what may have stopped it, and not to what the login meets next', () => {
    const causeOf = (id: CauseId, out: string): Cause => {
      const state = clue('state', ['answers'], ({ answers }) =>
        answers.some(({ saw }) => saw === out) ? rulesOut() : proves(),
      );
      return bareCause({ id, gate: 'user-state', blocks: true, clues: [state], remedies: [] });
    };
    const two = [causeOf(first, 'same'), causeOf(second, 'different')];
    const by = (refusal: Refusal) =>
      diagnose({ evidence: seen({ refusals: [refusal] }), causes: two, speaker: silent, cost }).question?.id;
    expect(by(suspecting(first, second))).to.equal('consumer-key');
    expect(by(deciding(first))).to.equal(undefined);
  });
});
