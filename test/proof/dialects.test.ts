import { expect } from 'chai';
import type { Dialect } from '../../simulator/state/types.ts';
import { scenarioIds } from '../../simulator/scenarios/index.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { dishonesty, judged } from '../support/honest.ts';

/** `npm run proof:dialects`: every scenario, and everything that it asks for refused in turn. Else a sample of both. */
const isWhole = process.env.PROOF === 'whole';
const sample = ['healthy', 'user-frozen', 'api-access-control'];

/** Each nth refusal in a sample. */
const step = isWhole ? 1 : 13;

type Enveloped = { readonly batchRequests?: readonly Part[]; readonly compositeRequest?: readonly Part[] };
type Part = { readonly url: string };

const envelopes: readonly Dialect[] = ['composite', 'composite/batch', 'tooling/composite'].map((envelope) => ({
  name: 'hostile',
  envelope,
}));

/** The queries that a look sent, whatever they travelled in. */
const queriesOf = ({ sim }: Started): readonly string[] =>
  sim.log.entries.flatMap(({ path, body }) => {
    if (!path.includes('composite')) return [];
    const { batchRequests = [], compositeRequest = [] } = JSON.parse(body) as Enveloped;
    return [...batchRequests, ...compositeRequest].flatMap(({ url }) => {
      const soql = /query\?q=(.*)$/u.exec(url)?.[1];
      return soql === undefined ? [] : [decodeURIComponent(soql)];
    });
  });

/** Each object that was asked for, and each column of it, refused in turn. */
const refusals = (queries: readonly string[]): readonly Dialect[] => {
  const found = new Map<string, Dialect>();
  for (const soql of queries) {
    const [, list = '', object = ''] = /^SELECT (.+?) FROM (\w+)/u.exec(soql) ?? [];
    found.set(object, { name: 'hostile', object });
    for (const column of list.split(', ').filter((one) => /^\w+$/u.test(one)))
      found.set(`${object}.${column}`, { name: 'hostile', object, column });
  }
  return [...found.values()];
};

const lookIn = async (started: Started, dialect: Dialect): Promise<Diagnosis> => {
  started.sim.world.dialect = dialect;
  return judged((await gatherFor(started)).evidence);
};

/** Looks at an org that refused something, in all scenarios. */
let looks = 0;

const nameOf = (dialect: Dialect): string => Object.values(dialect).join(' ');

describe('law: the dialects of an org', function () {
  this.timeout(isWhole ? 3_600_000 : 180_000);

  after(() => {
    if (isWhole) process.stdout.write(`${looks} looks\n`);
  });

  for (const id of isWhole ? scenarioIds : sample)
    it(`${id}: the same root in each, or an honest "undecided" that names what was not seen`, () =>
      withScenario(id, {}, async (started) => {
        started.sim.log.clear();
        const all = await lookIn(started, { name: 'documented' });
        const hostile = refusals(queriesOf(started)).filter((_one, index) => index % step === 0);
        expect(hostile).to.not.have.lengthOf(0);
        const faults: string[] = [];
        for (const dialect of [{ name: 'measured' } as const, ...envelopes, ...hostile]) {
          const fault = dishonesty(await lookIn(started, dialect), all);
          if (fault !== undefined) faults.push(`${nameOf(dialect)}: ${fault}`);
        }
        looks += hostile.length + envelopes.length + 1;
        expect(faults, id).to.deep.equal([]);
      }));
});
