/**
 * How far the waiter is from the earliest possible moment, and what it asks of the login host, over a thousand random propagation times each,
 * on a clock that runs only when someone waits. `node bench/waiting.ts [seed]`: the same seed gives the same numbers.
 */
import {
  evenly,
  evenlyInOrder,
  measure,
  never,
  oneByOne,
  overshootRatios,
  quantile,
  type Draw,
  type Run,
} from './waiting/measure.ts';

const runs = 1000;
const minutes = 15;
const seed = Number(process.argv[2] ?? 1);

const percent = (share: number): string => (Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`);

const seconds = (ms: number): string => (Number.isNaN(ms) ? '-' : `${(ms / 1000).toFixed(0)} s`);

const row = (name: string, measured: readonly Run[]): string => {
  const ratios = overshootRatios(measured);
  const over = measured
    .filter(({ ready, overshootMs }) => ready && overshootMs >= 0)
    .map(({ overshootMs }) => overshootMs);
  const requests = measured.map((one) => one.requests);
  const early = measured.filter(({ ready, overshootMs }) => ready && overshootMs < 0).length;
  return [
    name.padEnd(44),
    percent(quantile(ratios, 0.5)).padStart(8),
    percent(quantile(ratios, 0.9)).padStart(8),
    seconds(quantile(over, 0.5)).padStart(8),
    String(quantile(requests, 0.5)).padStart(8),
    String(Math.max(...requests)).padStart(6),
    String(measured.filter(({ ready }) => !ready).length).padStart(8),
    String(early).padStart(7),
  ].join('');
};

const cases: ReadonlyArray<readonly [string, Draw, number | undefined]> = [
  ['evenly between 0 and 15 minutes', evenly(0, 15), undefined],
  ['evenly between 2 and 10 minutes', evenly(2, 10), undefined],
  ['10 s to 15 min, each order alike', evenlyInOrder(1 / 6, 15), undefined],
  ['never', never, undefined],
  ['hosts disagree from half of 2 to 10 min, 1 good', oneByOne(2, 10), 1],
  ['hosts disagree from half of 2 to 10 min, 2 good', oneByOne(2, 10), 2],
  ['hosts disagree from half of 2 to 10 min, 4 good', oneByOne(2, 10), 4],
];

console.log(
  `${runs} waits of at most ${minutes} minutes each, seed ${seed}. Goals: median overshoot under 20 %, at most 25 requests.\n`,
);
console.log(
  ['propagation', 'median', 'p90', 'median', 'requests', 'most', 'in vain', 'early']
    .map((head, at) => (at === 0 ? head.padEnd(44) : head.padStart([0, 8, 8, 8, 9, 5, 8, 7][at] ?? 0)))
    .join(''),
);
for (const [name, draw, stable] of cases)
  console.log(row(name, await measure(draw, { runs, seed, minutes, ...(stable === undefined ? {} : { stable }) })));
