import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { valuesOf } from '../../src/clues/questions.ts';
import { diagnose, withAnswer } from '../../src/diagnosis/index.ts';
import { completed } from '../../src/library/evidence.ts';
import { flows, noRow, questionIds } from '../../src/model/index.ts';
import type { Answer, Diagnosis, Evidence, QuestionId } from '../../src/model/index.ts';
import { answers as statuses } from '../../src/recognition/answers.ts';
import { recognizeRefusals } from '../../src/recognition/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';

/** A text with the cause that its thread confirmed. */
type Labelled = { readonly id: string; readonly raw: string; readonly cause: string };

const labelled = ['held-out', 'first-sight'].flatMap((name) =>
  readFileSync(new URL(`../recognition/fixtures/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
    .map((one) => ({ ...one, cause: one.cause.replaceAll('_', '-') })),
);

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
const judged = (evidence: Evidence): Diagnosis => diagnose({ evidence, causes, speaker, cost });
const roots = ({ findings }: Diagnosis): readonly string[] =>
  findings.flatMap(({ role, cause }) => (role === 'root' ? [cause] : []));

const evidenceOf = ({ raw }: Labelled): Evidence =>
  completed({}, { now: '2026-11-30T08:00:00Z', integration: { sourceIps: [] }, refusals: recognizeRefusals(raw) });

/** What somebody finds whose login fails for a cause: by what the cause is, not by what the product makes of it. */
const truths: Readonly<Record<QuestionId, (cause: string) => readonly Answer[]>> = {
  'login-history': (cause) =>
    statuses.filter(({ saw, decides, suspects }) => saw === noRow || [decides, ...suspects].some((id) => id === cause)),
  flow: (cause) =>
    (causes.find(({ id }) => id === cause)?.flows ?? flows).map((saw) => ({ question: 'flow' as const, saw })),
  'consumer-key': (cause) => {
    const found: Readonly<Record<string, readonly string[]>> = {
      'app-wrong-consumer-key': ['different', 'no-app'],
      'app-not-installed': ['no-app', 'different'],
      'app-not-found-or-propagating': ['same', 'different', 'no-app'],
      'wrong-endpoint': ['same', 'different', 'no-app'],
    };
    return (found[cause] ?? ['same']).map((saw) => ({ question: 'consumer-key' as const, saw }));
  },
  // After a refresh a token of before is dead, whatever else there is.
  'sandbox-refreshed': (cause) => {
    const ofTokens = cause.startsWith('refresh-token-') && cause !== 'refresh-token-revoked-or-expired';
    return (ofTokens ? ['no'] : ['no', 'yes']).map((saw) => ({ question: 'sandbox-refreshed' as const, saw }));
  },
  'login-host': (cause) => {
    const shared = cause === 'not-salesforce' ? [] : ['login', 'test'];
    const own = cause === 'not-salesforce' || cause === 'wrong-endpoint' ? [] : ['my-domain'];
    return [...shared, ...own, 'other'].map((saw) => ({ question: 'login-host' as const, saw }));
  },
};

/** What is read of a text, for the judgement: texts that are read alike are one. */
const keyOf = ({ raw, cause }: Labelled): string =>
  JSON.stringify([
    cause,
    recognizeRefusals(raw).map(({ phrase, decides, suspects, code, channel }) => [
      phrase,
      decides,
      suspects,
      code,
      channel,
    ]),
  ]);

describe('answers that are true', function () {
  this.timeout(120_000);
  const open = [...Map.groupBy(labelled, keyOf).values()].flatMap(([one]) => {
    if (one === undefined) return [];
    const evidence = evidenceOf(one);
    const before = judged(evidence);
    return roots(before).length > 1 && roots(before).includes(one.cause) ? [{ ...one, evidence, before }] : [];
  });

  it('are tried on many texts that leave several causes, the confirmed one among them', () =>
    expect(open.length).to.be.greaterThan(100));

  for (const id of questionIds)
    it(`to "${id}" never take the confirmed cause away, nor leave more than the answer brings`, () => {
      for (const { id: text, cause, evidence, before } of open)
        for (const answer of truths[id](cause)) {
          const left = roots(judged(withAnswer(evidence, answer)));
          const where = `${text}: ${id}=${answer.saw}`;
          expect(left, where).to.include(cause);
          const brought = answer.question === 'login-history' ? [answer.decides, ...answer.suspects] : [];
          expect(
            left.filter((one) => !roots(before).includes(one) && !brought.some((more) => more === one)),
            where,
          ).to.deep.equal([]);
        }
    });

  it('every answer that is offered leaves fewer', () => {
    const asked = new Set<QuestionId>();
    for (const { id, before } of open) {
      const { question } = before;
      if (question !== undefined) asked.add(question.id);
      for (const { answer, causes: left } of question?.choices ?? [])
        expect(left.length, `${id}: ${answer}`).to.be.lessThan(roots(before).length);
    }
    expect([...asked]).to.include.members(['login-history', 'flow', 'consumer-key']);
  });

  it('every value of a question is true of something', () => {
    for (const id of questionIds) {
      if (id === 'login-history') continue;
      const told = new Set(causes.flatMap((cause) => truths[id](cause.id).map(({ saw }) => saw)));
      expect([...told], id).to.have.members(valuesOf(id));
    }
  });
});
