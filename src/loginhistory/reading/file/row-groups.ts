import { dimensions, type Dimension, type Untold } from '../tally/group.ts';

/** Rows that are alike in every dimension and lie in the same span of the same hour. Times: ms from the start of the hour. */
export type RowGroup = {
  readonly values: Readonly<Partial<Record<Dimension, string>>>;
  readonly status: string;
  readonly success: boolean;
  readonly hour: string;
  readonly spanStart: number;
  count: number;
  first: number;
  last: number;
};

type Step = { readonly success: boolean; readonly dimensions: readonly Dimension[] };

/** What is left out, step by step, where there are too many groups: what has the most values, of what matters least. */
const steps: readonly Step[] = [
  { success: true, dimensions: ['sourceIp', 'countryIso'] },
  { success: true, dimensions: ['user', 'loginSubType'] },
  { success: false, dimensions: ['sourceIp', 'countryIso'] },
  { success: false, dimensions: ['user', 'loginSubType'] },
];

const separator = '\u0000';

/** Rows, counted in groups. With more than `most` groups they are made coarser. */
export class RowGroups {
  private readonly most: number;
  private groups = new Map<string, RowGroup>();
  private taken = 0;
  private readonly dropped = { successes: [] as Dimension[], failures: [] as Dimension[] };

  public constructor(most: number) {
    this.most = most;
  }

  public get all(): Iterable<RowGroup> {
    return this.groups.values();
  }

  /** What is not told, of all rows that succeeded or of all that failed. */
  public untold(successes: number, failures: number): readonly Untold[] {
    return steps
      .slice(0, this.taken)
      .flatMap(({ success, dimensions: left }) =>
        left.map((dimension) => ({ dimension, rows: success ? successes : failures })),
      );
  }

  /** Counts a group of rows, mostly one. False where there is no room for it, however coarse. */
  public add(group: RowGroup): boolean {
    while (!this.put(group)) {
      if (this.taken === steps.length) return false;
      this.coarsen();
    }
    return true;
  }

  private put(group: RowGroup): boolean {
    const values = this.leftOf(group);
    let key = `${group.hour}${separator}${group.spanStart}`;
    for (const name of dimensions) key += separator + (values[name] ?? '');
    const known = this.groups.get(key);
    if (known === undefined) {
      const room = this.taken === steps.length ? this.most * 2 : this.most;
      if (this.groups.size >= room) return false;
      this.groups.set(key, { ...group, values });
      return true;
    }
    known.count += group.count;
    known.first = Math.min(known.first, group.first);
    known.last = Math.max(known.last, group.last);
    return true;
  }

  private leftOf({ values, success }: RowGroup): RowGroup['values'] {
    const dropped = success ? this.dropped.successes : this.dropped.failures;
    if (dropped.length === 0) return values;
    return Object.fromEntries(Object.entries(values).filter(([name]) => !dropped.some((one) => one === name)));
  }

  private coarsen(): void {
    const before = this.groups;
    const step = steps[this.taken];
    if (step === undefined) return;
    this.taken += 1;
    this.dropped[step.success ? 'successes' : 'failures'].push(...step.dimensions);
    this.groups = new Map();
    for (const group of before.values()) this.put(group);
  }
}
