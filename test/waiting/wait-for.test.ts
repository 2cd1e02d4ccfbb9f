import { expect } from 'chai';
import fc from 'fast-check';
import { known, notKnownYet, seeded, virtualClock, type VirtualClock } from '../../bench/waiting/virtual.ts';
import type { Try, WaitNext, WaitResult } from '../../src/model/index.ts';
import { allowance, waitFor, type Ask, type Heard, type Waiting } from '../../src/waiting/index.ts';

const refusal = (phrase: string, description: string): Heard => ({
  state: 'refused',
  host: 'acme.my.salesforce.com',
  refusal: {
    channel: 'token-endpoint',
    origin: 'attempt',
    code: 'invalid_grant',
    description,
    text: '',
    count: 1,
    phrase,
    suspects: ['user-not-approved'],
  },
});

const notApproved = refusal('grant.user_not_approved', "user hasn't approved this consumer");
const noSuchHost = { state: 'silent', host: 'acne.my.salesforce.com', trouble: 'ENOTFOUND' } as const;
const notUnderstood = refusal('grant.authentication_failure', 'authentication failure');
const fatal = refusal('grant.invalid_assertion', 'invalid assertion');
const rateLimited = refusal('device.slow_down', 'slow down');

/** Answers one after the other; the last one for ever. */
const inTurn = (...answers: readonly Heard[]): Ask => {
  let at = 0;
  return () => {
    const answer = answers[Math.min(at, answers.length - 1)] ?? notKnownYet;
    at += 1;
    return Promise.resolve(answer);
  };
};

const wait = (ask: Ask, more: Partial<Waiting> = {}, clock: VirtualClock = virtualClock()): Promise<WaitResult> =>
  waitFor({ ...clock, ask, random: seeded(1), minutes: 15, ...more });

const pauses = ({ tries }: WaitResult): number[] =>
  tries.slice(1).map(({ elapsedMs }, index) => elapsedMs - (tries[index]?.elapsedMs ?? 0));

describe('waitFor', () => {
  it('asks at once, and is ready after two good answers in a row', async () => {
    const result = await wait(inTurn(known));
    expect(result).to.deep.include({ outcome: 'known', goodInARow: 2, suspects: [] });
    expect(result.tries).to.have.length(2);
    expect(result.tries[0]).to.deep.equal({
      at: '2026-11-23T00:00:00.000Z',
      elapsedMs: 0,
      host: 'acme.my.salesforce.com',
      answer: { code: 'invalid_grant', description: 'expired access/refresh token', status: 400 },
      class: 'good',
      reason: 'key-known',
    });
    expect(result.tries[1]?.elapsedMs).to.be.within(2500, 3000);
  });

  it('starts to count anew when hosts disagree', async () => {
    const answers = [notKnownYet, known, notKnownYet, known, known, known];
    const result = await wait(inTurn(...answers), { stable: 3 });
    expect(result.outcome).to.equal('known');
    expect(result.tries.map((tried) => tried.class)).to.deep.equal([
      'transient',
      'good',
      'transient',
      'good',
      'good',
      'good',
    ]);
  });

  it('stops at once at what time does not cure, even after a good answer', async () => {
    const result = await wait(inTurn(known, fatal, known));
    expect(result).to.deep.include({ outcome: 'fatal', suspects: ['user-not-approved'] });
    expect(result.tries).to.have.length(2);
  });

  it('gives up when time is up, within the time, and having asked until the end', async () => {
    const result = await wait(inTurn(notKnownYet));
    expect(result).to.deep.include({ outcome: 'gave-up', limit: 'time', goodInARow: 0 });
    expect(result.elapsedMs).to.be.within(895_000, 900_000);
    expect(result.tries.at(-1)?.elapsedMs).to.equal(result.elapsedMs);
  });

  it('still confirms an answer that turns good at the last try', async () => {
    const clock = virtualClock();
    const start = clock.now();
    const result = await wait(() => Promise.resolve(clock.now() - start > 890_000 ? known : notKnownYet), {}, clock);
    expect(result.outcome).to.equal('known');
    expect(result.elapsedMs).to.be.at.most(900_000);
  });

  it('says when the last answer was good, but not often enough', async () => {
    const clock = virtualClock();
    const result = await wait(inTurn(notKnownYet, known), { minutes: 1, stable: 9, budget: 9 }, clock);
    expect(result).to.deep.include({ outcome: 'gave-up', limit: 'tries' });
  });

  it('with no time at all asks once, and confirms a good answer at once', async () => {
    expect((await wait(inTurn(notKnownYet), { minutes: 0 })).tries).to.have.length(1);
    const ready = await wait(inTurn(known), { minutes: 0 });
    expect(ready).to.deep.include({ outcome: 'known', elapsedMs: 0 });
  });

  it('gives up on answers that nobody can tell after five in a row', async () => {
    const result = await wait(inTurn(notKnownYet, notUnderstood));
    expect(result.outcome).to.equal('inconclusive');
    expect(result.tries).to.have.length(6);
    const mixed = await wait(inTurn(...Array.from({ length: 4 }, () => notUnderstood), notKnownYet, notUnderstood));
    expect(mixed.tries).to.have.length(10);
  });

  it('takes a missing approval for propagation for ten minutes, not longer', async () => {
    const result = await wait(inTurn(notApproved), { minutes: 30 });
    expect(result.outcome).to.equal('fatal');
    expect(result.elapsedMs).to.be.within(600_000, 720_000);
  });

  it('does not advise to run again where nothing but a missing approval was heard', async () => {
    const shorter = await wait(inTurn(notApproved), { minutes: 5 });
    expect(shorter).to.deep.include({ outcome: 'inconclusive', limit: 'time' });
    const spreading = await wait(inTurn(notKnownYet, notApproved), { minutes: 5 });
    expect(spreading).to.deep.include({ outcome: 'gave-up', limit: 'time' });
  });

  it('takes a name that no host has for a new one for four minutes, not longer', async () => {
    const result = await wait(inTurn(noSuchHost), { minutes: 15 });
    expect(result.outcome).to.equal('fatal');
    expect(result.elapsedMs).to.be.within(240_000, 300_000);
    const silent = await wait(inTurn({ ...noSuchHost, trouble: 'ECONNREFUSED' }), { minutes: 15 });
    expect(silent.outcome).to.equal('gave-up');
  });

  it('begins to count anew where the answer is another one', async () => {
    const late = Array.from({ length: 12 }, () => notApproved);
    const result = await wait(inTurn(...late, noSuchHost, notApproved), { minutes: 30 });
    const at = result.tries[12]?.elapsedMs ?? 0;
    expect(at).to.be.below(600_000);
    expect(result.tries.length).to.be.above(14);
  });

  it('does not ask soon again after a limit on requests', async () => {
    const result = await wait(inTurn(rateLimited, known));
    expect(pauses(result)[0]).to.be.at.least(90_000);
  });

  it('spreads a small budget over the whole time', async () => {
    const result = await wait(inTurn(notKnownYet), { budget: 6 });
    expect(result.tries.length).to.be.within(4, 6);
    expect(result.tries.at(-1)?.elapsedMs).to.be.at.least(895_000);
    expect(pauses(result).every((pause, index, all) => index === 0 || pause > (all[index - 1] ?? 0) / 2)).to.equal(
      true,
    );
  });

  it('asks no more than 25 times in any 15 minutes, whatever is answered and however long it may take', async () => {
    const kinds = fc.constantFrom(known, notKnownYet, notApproved, rateLimited);
    await fc.assert(
      fc.asyncProperty(
        fc.array(kinds, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.constantFrom(1, 15, 60),
        fc.constantFrom(1, 2, 5),
        async (answers, seed, minutes, stable) => {
          let at = 0;
          const ask: Ask = () => Promise.resolve(answers[at++ % answers.length] ?? known);
          const result = await wait(ask, { minutes, stable, budget: 1000, random: seeded(seed) });
          const times = result.tries.map(({ elapsedMs }) => elapsedMs);
          const most = Math.max(
            ...times.map((from) => times.filter((time) => time >= from && time <= from + allowance.ms).length),
          );
          expect(most).to.be.at.most(25);
          expect(result.elapsedMs).to.be.at.most(minutes * 60_000 + 1);
          expect(result.outcome === 'known').to.equal(result.goodInARow >= stable);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('tells each try, and what comes after it', async () => {
    const told: Array<readonly [Try, WaitNext, number]> = [];
    const result = await wait(inTurn(notKnownYet, known), { onTry: (...one) => told.push(one) });
    expect(told.map(([tried]) => tried)).to.deep.equal(result.tries);
    expect(told.map(([, next]) => next.do)).to.deep.equal(['ask', 'ask', 'end']);
    expect(told.map(([, , good]) => good)).to.deep.equal([0, 1, 2]);
  });

  it('passes on what goes wrong in the tool itself', async () => {
    const failure = await wait(() => Promise.reject(new Error('no such thing'))).catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'no such thing');
  });
});

describe('waitFor, interrupted', () => {
  it('asks nothing where it was stopped before', async () => {
    const result = await wait(inTurn(known), { signal: AbortSignal.abort() });
    expect(result).to.deep.include({ outcome: 'interrupted', tries: [] });
  });

  it('ends in the middle of a pause with what is known so far', async () => {
    const stop = new AbortController();
    const never = (): Promise<never> => new Promise(() => undefined);
    const waiting = wait(inTurn(notKnownYet), { signal: stop.signal, sleep: never, onTry: () => stop.abort() });
    const result = await waiting;
    expect(result).to.deep.include({ outcome: 'interrupted', goodInARow: 0 });
    expect(result.tries).to.have.length(1);
    expect(result.suspects).to.include('app-not-found-or-propagating');
  });

  it('ends in the middle of a question, and hands the signal to it', async () => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    const result = await wait(
      (signal) => {
        seen.push(signal);
        stop.abort();
        return new Promise(() => undefined);
      },
      { signal: stop.signal },
    );
    expect(result).to.deep.include({ outcome: 'interrupted', tries: [] });
    expect(seen).to.deep.equal([stop.signal]);
  });

  it('does not mind a pause that rejects because of it', async () => {
    const stop = new AbortController();
    const sleep = (): Promise<never> => {
      stop.abort();
      return Promise.reject(new Error('aborted'));
    };
    expect((await wait(inTurn(notKnownYet), { signal: stop.signal, sleep })).outcome).to.equal('interrupted');
  });
});
