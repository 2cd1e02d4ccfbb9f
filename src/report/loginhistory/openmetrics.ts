import type { LoginFailures } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { allPrintable } from '../printable.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

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

/** A gauge: the numbers are those of a window, and go up and down with it. */
const gauge = (name: string, help: string, samples: readonly Sample[]): readonly string[] =>
  samples.length === 0
    ? []
    : [
        `# TYPE ${prefix}_${name} gauge`,
        `# HELP ${prefix}_${name} ${help.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`)}`,
        ...samples.map(([labels, value]) => `${prefix}_${name}${labelled(labels)} ${value}`),
      ];

const seconds = (iso: string): number => Date.parse(iso) / 1000;

const sourceOf = ({ from }: LoginFailures): Labels =>
  from.kind === 'org' ? { org: from.targetOrg.orgId } : { file: from.name };

/** Failures by cause and status: each row in one sample, whatever the groups are. */
const byStatus = ({ statuses }: LoginFailures, common: Labels): readonly Sample[] =>
  statuses.map(({ status, decides = '', rows }) => [{ ...common, cause: decides, status }, rows] as const);

/**
 * OpenMetrics text, which is at once the text format that the textfile collector of Prometheus' node exporter reads: gauges only, no
 * time stamps. Ends with `# EOF` and a line break.
 */
export const failuresMetrics = (counted: LoginFailures, exitCode: number, words: Words): string => {
  const result = allPrintable(counted);
  const common = sourceOf(result);
  const { totals, window, threshold, groups, completeness } = result;
  const help = (key: string): string => words.text('loginhistory', `metric.${key}`);
  const one = (value: number): readonly Sample[] => [[common, value]];
  const last = groups.map((group) => seconds(group.last)).toSorted((a, b) => b - a)[0];
  return [
    ...gauge('rows', help('rows'), [
      [{ ...common, result: 'failure' }, totals.failures],
      [{ ...common, result: 'success' }, totals.successes],
    ]),
    ...gauge('failures', help('failures'), byStatus(result, common)),
    ...gauge('incidents', help('incidents'), one(totals.incidents.atLeast)),
    ...gauge('window_seconds', help('window'), one((Date.parse(window.to) - Date.parse(window.from)) / 1000)),
    ...gauge('window_end_timestamp_seconds', help('window-end'), one(seconds(window.to))),
    ...gauge('last_failure_timestamp_seconds', help('last-failure'), last === undefined ? [] : one(last)),
    ...(threshold === undefined
      ? []
      : [
          ...gauge('threshold_failures', help('threshold'), one(threshold.limit)),
          ...gauge('threshold_window_seconds', help('threshold-window'), one(threshold.windowMs / 1000)),
          ...gauge('threshold_exceeded', help('threshold-exceeded'), one(threshold.state === 'exceeded' ? 1 : 0)),
          ...gauge('threshold_highest_failures', help('threshold-rows'), one(threshold.highest?.rows ?? 0)),
          ...gauge(
            'threshold_highest_start_timestamp_seconds',
            help('threshold-start'),
            threshold.highest === undefined ? [] : one(seconds(threshold.highest.from)),
          ),
        ]),
    ...gauge('spikes', help('spikes'), result.spiking === undefined ? [] : one(result.spikes.length)),
    ...gauge('storms', help('storms'), one(result.storms.length)),
    ...gauge('silent_integrations', help('silent'), one(result.silences.length)),
    ...gauge('complete', help('complete'), one(completeness.whole ? 1 : 0)),
    ...gauge('exit_code', help('exit-code'), one(exitCode)),
    '# EOF',
    '',
  ].join('\n');
};
