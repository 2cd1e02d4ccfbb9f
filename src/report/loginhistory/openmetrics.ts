import type { LoginFailures } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { epoch, type Labels, type Metric, type Sample } from '../formats/openmetrics.ts';
import { orgLabels } from '../formats/org-labels.ts';

/** What every number is of: an org by its id and the name it has here, or a file. */
export const sourceOf = ({ from }: Pick<LoginFailures, 'from'>): Labels =>
  from.kind === 'org' ? orgLabels(from.targetOrg) : { file: from.name };

/** Failures by cause and status: each row in one sample, whatever the groups are. */
const byStatus = ({ statuses }: LoginFailures, common: Labels): readonly Sample[] =>
  statuses.map(({ status, decides = '', rows }) => [{ ...common, cause: decides, status }, rows] as const);

/** The numbers of a window. `result`: safe to show. */
export const failuresMetrics = (result: LoginFailures, words: Words): readonly Metric[] => {
  const common = sourceOf(result);
  const { totals, window, threshold, groups, completeness } = result;
  const metric = (name: string, help: string, samples: readonly Sample[]): Metric => ({
    name,
    help: words.text('loginhistory', `metric.${help}`),
    samples,
  });
  const one = (value: number | undefined): readonly Sample[] => (value === undefined ? [] : [[common, value]]);
  const last = groups.map((group) => epoch(group.last)).toSorted((a, b) => b - a)[0];
  const highest = threshold?.highest;
  return [
    metric('rows', 'rows', [
      [{ ...common, result: 'failure' }, totals.failures],
      [{ ...common, result: 'success' }, totals.successes],
    ]),
    metric('failures', 'failures', byStatus(result, common)),
    metric('incidents', 'incidents', one(totals.incidents.atLeast)),
    metric('window_seconds', 'window', one((Date.parse(window.to) - Date.parse(window.from)) / 1000)),
    metric('window_end_timestamp_seconds', 'window-end', one(epoch(window.to))),
    metric('last_failure_timestamp_seconds', 'last-failure', one(last)),
    ...(threshold === undefined
      ? []
      : [
          metric('threshold_failures', 'threshold', one(threshold.limit)),
          metric('threshold_window_seconds', 'threshold-window', one(threshold.windowMs / 1000)),
          metric('threshold_exceeded', 'threshold-exceeded', one(threshold.state === 'exceeded' ? 1 : 0)),
          metric('threshold_highest_failures', 'threshold-rows', one(highest?.rows ?? 0)),
          metric(
            'threshold_highest_start_timestamp_seconds',
            'threshold-start',
            one(highest === undefined ? undefined : epoch(highest.from)),
          ),
        ]),
    metric('spikes', 'spikes', one(result.spiking === undefined ? undefined : result.spikes.length)),
    metric('storms', 'storms', one(result.storms.length)),
    metric('rate_limit_users', 'rates', one(result.rates.length)),
    metric('silent_integrations', 'silent', one(result.silences.length)),
    metric('complete', 'complete', one(completeness.whole ? 1 : 0)),
  ];
};
