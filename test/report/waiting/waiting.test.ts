import { expect } from 'chai';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { known, notKnownYet, seeded, virtualClock } from '../../../bench/waiting/virtual.ts';
import { waitReasons, type Try, type WaitOutcome, type WaitResult } from '../../../src/model/index.ts';
import { liveLine, showWaiting, tryLine, waitEnd, type WaitingShow } from '../../../src/report/waiting/index.ts';
import { cut } from '../../../src/report/waiting/cut.ts';
import { exitCodesOfWaiting } from '../../../src/output/exit-codes.ts';
import { waitFor, type Ask, type Heard } from '../../../src/waiting/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const words = loadWords();
const host = 'acme.my.salesforce.com';

const refused: Try = {
  at: '2026-11-23T02:14:05.000Z',
  elapsedMs: 65_000,
  host,
  answer: { code: 'invalid_client_id', description: 'client identifier invalid', status: 400 },
  class: 'transient',
  reason: 'key-not-known-yet',
};
const good: Try = { ...refused, answer: { status: 200 }, class: 'good', reason: 'granted' };
const silent: Try = { ...refused, answer: { code: 'ENOTFOUND' }, reason: 'host-unknown' };
const page: Try = { ...refused, answer: { status: 503 }, reason: 'maintenance' };
const idle: Try = { ...refused, answer: {}, class: 'fatal', reason: 'nothing-to-send' };

const result: WaitResult = {
  outcome: 'gave-up',
  limit: 'time',
  startedAt: '2026-11-23T02:13:00.000Z',
  elapsedMs: 900_000,
  wanted: { minutes: 15, stable: 2, budget: 25 },
  goodInARow: 0,
  suspects: ['app-wrong-consumer-key', 'app-not-found-or-propagating', 'wrong-endpoint', 'app-not-installed'],
  tries: [refused],
};

const holes = /undefined|\[object|NaN|\{[a-z]\w*\}|%s/u;

describe('a line a try', () => {
  const line = (tried: Try, inMs?: number, zone = 'UTC'): string =>
    tryLine(
      {
        tried,
        next: inMs === undefined ? { do: 'end', outcome: 'ready' } : { do: 'ask', inMs },
        number: 3,
        goodInARow: 1,
        stable: 2,
      },
      { words, zone },
    );

  it('has the local time beside UTC', () =>
    expect(line(refused, 14_200, 'Europe/Berlin')).to.match(/^2026-11-23 02:14:05 UTC \(03:14 \S+\) {2}try 3, /u));

  it('tells when, what, and when next', () => {
    expect(line(refused, 14_200)).to.equal(
      '2026-11-23 02:14:05 UTC  try 3, after 1 min 5 s: Not yet: "client identifier invalid" (invalid_client_id). Next try in 14 s.',
    );
    expect(line(good)).to.equal(
      '2026-11-23 02:14:05 UTC  try 3, after 1 min 5 s: Yes (1 of 2 in a row): the login was granted.',
    );
    expect(line({ ...refused, class: 'good', reason: 'key-known' })).to.include('in a row): the host knows the app.');
    expect(line(silent)).to.include('Not yet: no answer (ENOTFOUND).');
    expect(line(page)).to.include('Not yet: HTTP 503.');
    expect(line(idle)).to.include('No: nothing could be sent.');
  });

  it('is one line of printable text, whatever was answered', () => {
    const nasty = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u001B', '[2J', '\u202E', '\t', '"') });
    fc.assert(
      fc.property(nasty, nasty, (code, description) => {
        expect(line({ ...refused, answer: { code, description } })).to.not.match(/\p{Cc}|\u202E/u);
      }),
    );
  });
});

describe('the live line', () => {
  it('tells the time, the last answer and the countdown', () => {
    const last = { tried: refused, next: { do: 'ask', inMs: 14_000 }, number: 1, goodInARow: 0, stable: 2 } as const;
    const live = { elapsedMs: 72_000, minutes: 15, host, last };
    expect(liveLine({ ...live, nextMs: 6400 }, words)).to.equal(
      '1 min 12 s of 15 min, next try in 7 s. Not yet: "client identifier invalid" (invalid_client_id)',
    );
    expect(liveLine({ ...live, nextMs: 0 }, words)).to.match(/^1 min 12 s of 15 min, asking again \.\.\. Not yet: /u);
    expect(liveLine({ elapsedMs: 0, minutes: 15, host }, words)).to.equal(`Asking ${host} ...`);
  });

  it('is cut to the columns that there are', () => {
    expect(cut('twelve chars', 12)).to.equal('twelve chars');
    expect(cut('twelve chars', 11)).to.equal('twelve c...');
    expect(cut('two\n  lines', 20)).to.equal('two lines');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
        expect(stringWidth(cut(text, columns))).to.be.at.most(columns);
      }),
    );
  });
});

describe('showWaiting', () => {
  /** A terminal of so many columns: what stands in its line after each write. */
  const shown = async (live: boolean, columns: number, answers: readonly Heard[]): Promise<string[]> => {
    const clock = virtualClock();
    const writes: string[] = [];
    let tick = (): void => undefined;
    let stopped = false;
    const show: WaitingShow = showWaiting({
      write: (text) => writes.push(text),
      clean: (line) => line.replaceAll('client', 'c-l-e-a-n'),
      live,
      columns: () => columns,
      words,
      zone: 'UTC',
      host,
      minutes: 15,
      stable: 2,
      now: clock.now,
      every: (_ms, call) => {
        tick = call;
        return () => (stopped = true);
      },
    });
    let at = 0;
    const ask: Ask = () => Promise.resolve(answers[at++] ?? known);
    const sleep = async (ms: number): Promise<void> => {
      for (let left = ms; left > 0; left -= 1000) {
        await clock.sleep(Math.min(left, 1000));
        tick();
      }
    };
    await waitFor({ ask, now: clock.now, sleep, random: seeded(1), minutes: 15, onTry: show.onTry });
    show.end();
    expect(stopped).to.equal(live);
    return writes;
  };

  it('in a pipe writes a line a try, and nothing else', async () => {
    const writes = await shown(false, 80, [notKnownYet, known, known]);
    expect(writes).to.have.length(3);
    for (const line of writes) expect(line).to.match(/^2026-11-23 .*\.\n$/u);
    expect(writes.join('')).to.not.include('\r');
  });

  for (const columns of [20, 80])
    it(`on a terminal of ${columns} columns writes one line anew, and takes it away`, async () => {
      const writes = await shown(true, columns, [notKnownYet, notKnownYet, known, known]);
      expect(writes.join('')).to.not.include('\n');
      expect(writes.length).to.be.above(6);
      let line = '';
      for (const text of writes.slice(0, -1)) {
        expect(text).to.match(/^\r[^\r]*$/u);
        expect(stringWidth(text.slice(1))).to.be.at.most(columns - 1);
        const fresh = text.slice(1);
        line = fresh + line.slice(fresh.length);
        // Nothing of the line before is left over behind the new one.
        expect(line.trimEnd()).to.equal(fresh.trimEnd());
      }
      expect(line.trim()).to.equal('');
      expect(writes.at(-1)).to.equal('\r');
    });

  it('on a terminal writes nothing but what is clean, cut after that', async () => {
    const writes = await shown(true, 60, [notKnownYet, known, known]);
    expect(writes.join('')).to.include('c-l-e-a-n').and.not.include('client');
  });

  it('counts down', async () => {
    const text = (await shown(true, 80, [notKnownYet, notKnownYet, known, known])).join('');
    expect(text).to.match(/next try in 3 s\..*next try in 2 s\..*next try in 1 s\./su);
  });
});

describe('what the waiting came to', () => {
  const key = '3MVG9uCiLongEnoughToBeAConsumerKeyOfAnApp69p3sl';
  const end = (more: Partial<WaitResult>): ReturnType<typeof waitEnd> => waitEnd({ ...result, ...more }, key, words);

  it('is whether it is known, what the host says, and what that can mean', () => {
    const { verdict, told, likeliest } = end({ tries: [refused, refused] });
    expect(verdict).to.equal('Not known after 15 min (2 tries): acme.my.salesforce.com refuses this key.');
    expect(told).to.deep.equal([
      'The same answer each time: "client identifier invalid" (invalid_client_id). Usual is 2 to 10 min.',
    ]);
    expect(likeliest[0]).to.match(/Yours: 3MVG9uCi…69p3sl\.$/u);
    expect(likeliest).to.have.length(3);
  });

  it('tells what only a person cures from what may come: the user, the name of the host', () => {
    const refusedUser: Try = { ...refused, answer: { code: 'invalid_grant' }, reason: 'not-approved-yet' };
    expect(end({ outcome: 'inconclusive', tries: [refusedUser] }).likeliest[0]).to.include('user-not-preauthorized');
    expect(end({ tries: [silent] }).verdict).to.include('no host is called acme.my.salesforce.com');
    expect(end({ tries: [silent] }).likeliest[0]).to.include('wrong-endpoint');
  });

  it('names the causes that an answer points at where it has no words of its own', () => {
    const { likeliest } = end({ tries: [page] });
    expect(likeliest).to.deep.equal(
      ['app-wrong-consumer-key', 'app-not-found-or-propagating', 'wrong-endpoint'].map(
        (cause) => `${words.text(`cause.${cause}`, 'title')} (${cause})`,
      ),
    );
  });

  it('names the one cause where there is one', () => {
    const { told, likeliest } = end({ outcome: 'fatal', decides: 'jwt-wrong-audience', suspects: [] });
    expect(told.at(-1)).to.match(/^This means: .+ \(jwt-wrong-audience\)\.$/u);
    expect(likeliest).to.deep.equal([]);
  });

  it('says that a known key is not yet a login, and is silent of that once one was granted', () => {
    const known: Try = { ...good, reason: 'key-known' };
    expect(end({ outcome: 'known', tries: [known] }).told[0]).to.include('a blocked app');
    expect(end({ outcome: 'ready', tries: [good] }).told[0]).not.to.include('blocked');
    expect(end({ outcome: 'ready', tries: [good] }).verdict).to.match(/^Ready after /u);
  });

  it('says when it was good, but not stable', () => {
    const { verdict, likeliest } = end({ goodInARow: 1, tries: [refused, good] });
    expect(verdict).to.match(/^Not steady after /u);
    expect(likeliest).to.deep.equal([]);
  });

  it('says which limit it was, and when nothing was heard', () => {
    const few = end({ limit: 'tries', wanted: { ...result.wanted, stable: 2, budget: 2 } });
    expect(few.told[0]).to.include('too few for 2 good answers in a row');
    const all = end({ limit: 'tries', wanted: { ...result.wanted, budget: 1 } });
    expect(all.told[0]).to.include('No more tries are allowed.');
    expect(end({ outcome: 'interrupted', tries: [] })).to.deep.equal({
      verdict: 'Interrupted before the first answer.',
      told: [],
      likeliest: [],
    });
  });

  it('has words for every outcome, reason and class, without a hole', () => {
    for (const outcome of Object.keys(exitCodesOfWaiting) as WaitOutcome[])
      for (const reason of waitReasons)
        for (const kind of ['good', 'transient', 'fatal', 'unknown'] as const)
          for (const answer of [{}, { status: 503 }, { code: 'x' }, { code: 'x', description: 'y' }]) {
            const tried: Try = { ...refused, answer, class: kind, reason };
            const ended: WaitResult = { ...result, outcome, tries: [tried] };
            expect(JSON.stringify(waitEnd(ended, undefined, words))).to.not.match(holes);
          }
    for (const outcome of Object.keys(exitCodesOfWaiting))
      expect(words.text('waiting', `exit.${outcome}`)).to.not.equal('');
  });
});
