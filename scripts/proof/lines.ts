import type { Finding } from '../../src/model/index.ts';
import type { Staged } from './stage.ts';

/** In which line of a screen a person finds what is sought; undefined: not on it. */
type Found = {
  readonly cause: number | undefined;
  readonly fix: number | undefined;
  readonly link: number | undefined;
  readonly lines: number;
};

/** A title or a step may be wrapped: its beginning is sought. */
const beginning = (text: string): string => text.slice(0, 24);

const lineOf = (lines: readonly string[], test: (line: string) => boolean): number | undefined => {
  const index = lines.findIndex(test);
  return index === -1 ? undefined : index + 1;
};

const isLink = (line: string): boolean => /^\s*(?:(?:Command|Setup|NEXT)\s+)?(?:https:\/\/|sf |openssl )\S/u.test(line);

const foundIn = (screen: string, finding: Finding): Found => {
  const lines = screen.trimEnd().split('\n');
  const steps = finding.remedies[0]?.steps ?? [];
  return {
    cause: lineOf(lines, (line) => line.includes(beginning(finding.title)) || line.includes(finding.cause)),
    fix: lineOf(lines, (line) => steps.some((step) => line.includes(beginning(step)))),
    link: lineOf(lines, isLink),
    lines: lines.length,
  };
};

export type Compared = { readonly id: string; readonly before: Found; readonly after: Found };

/** The full screen, which was the only one, beside the short one. Of a login that is well there is nothing to find. */
export const compared = ({ id, diagnosis, brief, full }: Staged): readonly Compared[] => {
  const [first] = diagnosis.findings;
  if (first === undefined || diagnosis.outcome === 'healthy') return [];
  return [{ id, before: foundIn(full, first), after: foundIn(brief, first) }];
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const figures = ['cause', 'fix', 'link', 'lines'] as const;

const cells = (found: Found): string => figures.map((name) => String(found[name] ?? '-').padStart(6)).join('');

const summary = (
  all: readonly Compared[],
  which: 'before' | 'after',
  of: (values: readonly number[]) => number,
): string => figures.map((name) => String(of(all.flatMap((one) => one[which][name] ?? []))).padStart(6)).join('');

/** A table: for each scenario the line of the cause, of the fix, of the first link or command, and how many lines there are. */
export const tableOf = (all: readonly Compared[]): string => {
  const wide = Math.max(...all.map(({ id }) => id.length));
  const head = figures.map((name) => name.padStart(6)).join('');
  const line = (name: string, before: string, after: string): string => `${name.padEnd(wide)}  ${before}  |${after}`;
  const most = (values: readonly number[]): number => Math.max(...values);
  return [
    line('', 'before (--details)'.padEnd(24), '  after (default)'),
    line('', head, head),
    ...all.map(({ id, before, after }) => line(id, cells(before), cells(after))),
    line('median', summary(all, 'before', median), summary(all, 'after', median)),
    line('most', summary(all, 'before', most), summary(all, 'after', most)),
  ].join('\n');
};
