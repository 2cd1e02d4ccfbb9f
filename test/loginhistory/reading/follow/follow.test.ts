import { expect } from 'chai';
import fc from 'fast-check';
import { addLoginRow } from '../../../../simulator/index.ts';
import {
  follow,
  type FollowCursor,
  type FollowOptions,
  type OpenHistory,
} from '../../../../src/loginhistory/reading/index.ts';
import { now, openDesk } from '../org/desk.ts';
import { smallOrg, type SmallOrg } from './small-org.ts';

const minute = 60_000;

/** What happens between two looks. `late`: seconds by which each new row is stamped before the org's clock. */
type Turn = {
  readonly late: readonly number[];
  readonly restart: boolean;
  readonly silent: boolean;
  /** Where the org's clock stands beside the true time, in ms. */
  readonly step: number;
};

const turns = (late: fc.Arbitrary<number>, step: fc.Arbitrary<number>) =>
  fc.array(
    fc.record({
      late: fc.array(late, { maxLength: 6 }),
      restart: fc.boolean(),
      silent: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      step,
    }),
    { minLength: 1, maxLength: 25 },
  );

type Followed = { readonly delivered: readonly string[]; readonly cursor: FollowCursor };

/** Follows until nothing is left to do; each wait lets the next turn happen. */
const run = async (history: OpenHistory, options: Partial<FollowOptions>, next: () => boolean): Promise<Followed> => {
  const end = new AbortController();
  const delivered: string[] = [];
  const ends: FollowCursor[] = [];
  const wait = (): Promise<void> => {
    if (!next()) end.abort();
    return Promise.resolve();
  };
  for await (const step of follow(history, { intervalMs: minute, ...options, wait, signal: end.signal })) {
    delivered.push(...step.rows.map(({ id }) => id));
    if (step.cursor !== undefined) ends[0] = step.cursor;
  }
  const [cursor = options.cursor] = ends;
  return { delivered, cursor: JSON.parse(JSON.stringify(cursor)) as FollowCursor };
};

/** Plays the turns, each a minute, restarting where a turn says so, and gives what was delivered. */
const play = async (
  org: SmallOrg,
  list: readonly Turn[],
  first: Partial<FollowOptions>,
): Promise<readonly string[]> => {
  let clock = now;
  const queue = [...list];
  const happen = (): Turn | undefined => {
    const turn = queue.shift();
    if (turn === undefined) return undefined;
    clock += minute;
    org.silent = turn.silent;
    for (const late of turn.late) {
      const stamp = Math.floor((clock + turn.step) / 1000 - late) * 1000;
      org.rows.push({ id: `0Ya${String(org.rows.length).padStart(12, '0')}AAA`, at: stamp });
    }
    return turn;
  };
  const delivered: string[] = [];
  let options = first;
  const state = { goesOn: true };
  while (state.goesOn) {
    let looks = 0;
    const { delivered: some, cursor } = await run(org.history, options, () => {
      looks += 1;
      const turn = happen();
      state.goesOn = turn !== undefined;
      // The last look finds an org that speaks.
      if (turn === undefined) org.silent = false;
      return state.goesOn && !(turn?.restart === true && looks > 1);
    });
    delivered.push(...some);
    options = { ...first, cursor };
  }
  const last = await run(org.history, options, () => false);
  return [...delivered, ...last.delivered];
};

const old = (org: SmallOrg, count: number): void => {
  for (let at = 0; at < count; at += 1)
    org.rows.push({ id: `0Yaold${String(at).padStart(9, '0')}AAA`, at: now - at * 7000 });
};

const newIds = (org: SmallOrg): readonly string[] =>
  org.rows.map(({ id }) => id).filter((id) => !id.startsWith('0Yaold'));

describe('following', () => {
  it('brings each row once, whatever comes late and however often it is restarted', async () => {
    await fc.assert(
      fc.asyncProperty(turns(fc.nat(95 * 60), fc.constant(0)), fc.integer({ min: 1, max: 8 }), async (list, page) => {
        const org = smallOrg();
        old(org, 40);
        org.page = page;
        expect((await play(org, list, {})).toSorted()).to.deep.equal(newIds(org).toSorted());
      }),
      { numRuns: 150 },
    );
  });

  it('brings each row once when the clock of the org steps, forwards and back', async () => {
    const step = fc.constantFrom(0, 0, 5 * minute, 60 * minute, 30 * 24 * 60 * minute, -5 * minute, -50 * minute);
    await fc.assert(
      fc.asyncProperty(turns(fc.nat(20 * 60), step), fc.integer({ min: 1, max: 2000 }), async (list, page) => {
        const org = smallOrg();
        old(org, 2000);
        org.page = page;
        expect((await play(org, list, {})).toSorted()).to.deep.equal(newIds(org).toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('starts where it is told, with what is there already', async () => {
    const org = smallOrg();
    old(org, 20);
    org.page = 3;
    const { delivered } = await run(org.history, { since: now - 7000 * 9 }, () => false);
    expect(delivered).to.deep.equal(
      org.rows
        .slice(0, 10)
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  it('remembers a bounded number of rows', async () => {
    const org = smallOrg();
    for (let at = 0; at < 130_000; at += 1)
      org.rows.push({ id: `0Ya${String(at).padStart(12, '0')}AAA`, at: now + at * 20 });
    const { delivered, cursor } = await run(org.history, { since: now }, () => false);
    expect(delivered).to.have.length(130_000);
    expect(new Set(delivered).size).to.equal(130_000);
    expect(cursor.seen.length).to.be.at.most(50_000);
    expect((await run(org.history, { cursor }, () => false)).delivered).to.deep.equal([]);
  });

  it('says that the org does not answer, and makes up for it', async () => {
    const org = smallOrg();
    old(org, 1);
    org.silent = true;
    const steps = follow(org.history, { intervalMs: minute, wait: () => Promise.resolve() });
    const first = (await steps.next()).value;
    expect(first).to.deep.include({ rows: [], trouble: { ok: false, status: 503, code: 'SERVER_UNAVAILABLE' } });
    expect(first).to.not.have.property('cursor');
    org.silent = false;
    expect((await steps.next()).value).to.deep.include({ rows: [] });
    org.rows.push({ id: '0Ya000000000001AAA', at: now });
    expect((await steps.next()).value).to.have.nested.property('rows[0].id', '0Ya000000000001AAA');
    await steps.return();
  });

  it('reads a real history: one request a look', async () => {
    const desk = await openDesk();
    try {
      const [user] = desk.org.users;
      desk.rows([{ status: 'Success', application: 'Browser', user: 0, sourceIp: '203.0.113.7', ago: 3600 }]);
      const history = await desk.history();
      const add = (ago: number, status: string): string =>
        addLoginRow(desk.org, { at: now - ago * 1000, userId: user?.id ?? '', status }).id;
      const wanted: string[] = [];
      const seen: string[] = [];
      const list = [
        () => wanted.push(add(60, 'User Is Frozen')),
        () => wanted.push(add(1800, 'Invalid Password')),
        () => 0,
      ];
      const end = new AbortController();
      const wait = (): Promise<void> => {
        const next = list.shift();
        if (next === undefined) end.abort();
        else next();
        return Promise.resolve();
      };
      for await (const { rows } of follow(history, { intervalMs: minute, wait, signal: end.signal })) {
        seen.push(...rows.map(({ id }) => id));
      }
      expect(seen).to.deep.equal(wanted);
    } finally {
      await desk.close();
    }
  });
});
