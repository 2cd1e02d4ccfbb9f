import { sayFrom } from '../say.ts';
import { levels } from './judgement.ts';
import type { Sheet, Written } from './sheet.ts';

export type Labels = Readonly<Record<string, string>>;
export type Sample = readonly [labels: Labels, value: number];

/** A gauge: its numbers go up and down with what they count. `name`: without the prefix. */
export type Metric = { readonly name: string; readonly help: string; readonly samples: readonly Sample[] };

const prefix = 'salesforce_login';

const escape = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);

const labelled = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const gauge = ({ name, help, samples }: Metric): readonly string[] =>
  samples.length === 0
    ? []
    : [
        `# TYPE ${prefix}_${name} gauge`,
        `# HELP ${prefix}_${name} ${help.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`)}`,
        ...samples.map(([labels, value]) => `${prefix}_${name}${labelled(labels)} ${value}`),
      ];

/**
 * OpenMetrics text, which is at once the text format that the textfile collector of Prometheus' node exporter reads: gauges only, no
 * time stamps. Ends with `# EOF` and a line break.
 */
export const exposition = (metrics: readonly Metric[]): string => [...metrics.flatMap(gauge), '# EOF', ''].join('\n');

/** Seconds since 1970, as Prometheus counts time. */
export const epoch = (iso: string): number => Date.parse(iso) / 1000;

/** How many things of each level, when what ends will end, and how the command ended; each with the labels of the org. */
export const judged = (
  { judgements }: Pick<Sheet, 'judgements'>,
  common: Labels,
  exitCode: number,
  words: Written['words'],
): readonly Metric[] => {
  const say = sayFrom(words, 'formats');
  const count = (level: string): number => judgements.filter((one) => one.level === level).length;
  return [
    {
      name: 'judgements',
      help: say('metric.judgements'),
      samples: levels.map((level) => [{ ...common, level }, count(level)] as const),
    },
    {
      name: 'ends_timestamp_seconds',
      help: say('metric.ends'),
      samples: judgements.flatMap(({ on, rule, about }) =>
        on === undefined ? [] : [[{ ...common, about, rule }, epoch(on)] as const],
      ),
    },
    { name: 'exit_code', help: say('metric.exit-code'), samples: [[common, exitCode]] },
  ];
};
