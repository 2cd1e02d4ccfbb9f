/**
 * How long the recogniser takes on texts of 1, 2, 4 and 8 MB: milliseconds (of processor time) a megabyte, which must not grow with the size.
 * `node bench/recognition.ts [words of a kind's name]`. The wordings of the book are tried at two sizes; the slowest are shown.
 */
import { recognizeRefusals, withoutSecrets } from '../src/recognition/index.ts';
import { kinds, wordings } from './recognition/texts.ts';
import type { TextKind } from './recognition/texts.ts';

const megabyte = 1_000_000;

/** Milliseconds of processor time: what else runs on the machine does not count. */
const once = (text: string, work: (text: string) => unknown): number => {
  const from = process.cpuUsage();
  work(text);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** Milliseconds a megabyte, the best of some runs. */
const pace = (kind: TextKind, megabytes: number, work: (text: string) => unknown, runs = 1): number => {
  const text = kind.make(megabytes * megabyte);
  return Math.min(...Array.from({ length: runs }, () => once(text, work))) / megabytes;
};

const works: ReadonlyArray<readonly [string, (text: string) => unknown]> = [
  ['recognizeRefusals', recognizeRefusals],
  ['withoutSecrets', withoutSecrets],
];

const sizes = [1, 2, 4, 8];
const grows = 1.8;

const line = (name: string, paces: readonly number[]): string => {
  const growth = (paces.at(-1) ?? 0) / Math.max(1, paces[0] ?? 0);
  return `${name.slice(0, 50).padEnd(52)}${paces.map((ms) => ms.toFixed(0).padStart(8)).join('')}${growth.toFixed(2).padStart(9)}${growth > grows ? '  GROWS' : ''}`;
};

const wanted = process.argv[2]?.toLowerCase() ?? '';
const fitting = (all: readonly TextKind[]): TextKind[] => all.filter(({ name }) => name.toLowerCase().includes(wanted));

recognizeRefusals(kinds.map(({ make }) => make(2000)).join('\n'));
for (const [name, work] of works) {
  console.log(
    `\n${`${name}: ms per MB at`.padEnd(52)}${sizes.map((size) => `${size} MB`.padStart(8)).join('')}${'growth'.padStart(9)}`,
  );
  for (const kind of fitting(kinds))
    console.log(
      line(
        kind.name,
        sizes.map((size) => pace(kind, size, work)),
      ),
    );
}

const small = [0.1, 0.4];
const slowest = 25;
const measured = fitting(wordings).map((kind) => ({
  name: kind.name,
  paces: small.map((size) => pace(kind, size, recognizeRefusals)),
}));
console.log(`\nEach of ${measured.length} wordings repeated, ms per MB at ${small.join(' and ')} MB; the slowest`);
for (const { name, paces } of measured
  .toSorted((a, b) => (b.paces.at(-1) ?? 0) - (a.paces.at(-1) ?? 0))
  .slice(0, slowest))
  console.log(line(name, paces));
console.log('The ones that grow most');
for (const { name, paces } of measured
  .toSorted((a, b) => (b.paces[1] ?? 0) / (b.paces[0] ?? 1) - (a.paces[1] ?? 0) / (a.paces[0] ?? 1))
  .slice(0, 10))
  console.log(line(name, paces));
