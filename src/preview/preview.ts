import { defined } from '../model/index.ts';
import type {
  BaselineEntry,
  Cause,
  Cost,
  Edit,
  Preview,
  PreviewedEdit,
  PreviewedIntegration,
  PreviewLint,
  Verdict,
} from '../model/index.ts';
import { acceptBy } from './baseline.ts';
import type { Watched } from './integrations.ts';
import { judgeLogin } from './every-flow.ts';
import { showsEnglish, type Standing } from './person.ts';
import { tellOf, type Telling } from './tell.ts';

export type PreviewCase = Telling & {
  readonly integrations: ReadonlyArray<Standing & Pick<Watched, 'seen' | 'times'>>;
  readonly edits: readonly Edit[];
  readonly causes: readonly Cause[];
  /** UTC, ISO 8601. */
  readonly now: string;
  readonly at?: string | undefined;
  readonly window?: Preview['window'] | undefined;
  readonly people: number;
  /** Tokens that nobody used in the window, and that are not judged. */
  readonly tokens?: number | undefined;
  readonly baseline: readonly BaselineEntry[];
  readonly lint: readonly PreviewLint[];
  readonly blindSpots: readonly string[];
  readonly cost: Cost;
};

const order: readonly Verdict[] = ['refused', 'untold', 'works-again', 'refused-already', 'goes-on'];

const worstFirst = (a: PreviewedIntegration, b: PreviewedIntegration): number =>
  Number(a.accepted !== undefined) - Number(b.accepted !== undefined) ||
  order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
  b.integration.logins - a.integration.logins ||
  (a.integration.user < b.integration.user ? -1 : 1);

const countsOf = (
  all: readonly PreviewedIntegration[],
  { people, tokens }: Pick<PreviewCase, 'people' | 'tokens'>,
): Preview['counts'] => {
  const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length;
  return {
    integrations: all.length,
    refused: count('refused'),
    untold: count('untold'),
    'works-again': count('works-again'),
    'refused-already': count('refused-already'),
    'goes-on': count('goes-on'),
    accepted: all.filter(({ accepted }) => accepted !== undefined).length,
    people,
    ...defined({ tokens }),
  };
};

/** Where logins were not seen, nobody can say that none is refused. */
const outcomeOf = (all: readonly PreviewedIntegration[], blindSpots: readonly string[]): Preview['outcome'] => {
  const counting = all.filter(({ accepted }) => accepted === undefined);
  if (counting.some(({ verdict }) => verdict === 'refused')) return 'refused';
  return blindSpots.length > 0 || counting.some(({ verdict }) => verdict === 'untold') ? 'untold' : 'clear';
};

const keyOf = ({ text, at }: PreviewedEdit): string => JSON.stringify([text, at]);

/** What a change does to every integration, or what a day does. Pure. */
export const previewOf = (given: PreviewCase): Preview => {
  const { integrations, edits, causes, now, at, window, people, tokens, baseline, lint, blindSpots, cost, ...telling } =
    given;
  const inEnglish = integrations.some(showsEnglish);
  const told = integrations
    .map(({ seen, times, evidence, roads, namesakes, either }) =>
      tellOf(
        seen,
        judgeLogin({ evidence, roads, namesakes, either, inEnglish }, edits, { causes, times, at }),
        telling,
      ),
    )
    .map(acceptBy(baseline, now))
    .toSorted(worstFirst);
  const { targetOrg } = telling;
  return {
    schemaVersion: 1,
    outcome: outcomeOf(told, blindSpots),
    ...defined({ targetOrg, at, window }),
    counts: countsOf(told, { people, tokens }),
    integrations: told,
    edits: [...new Map(told.flatMap((one) => one.edits).map((edit) => [keyOf(edit), edit])).values()],
    lint,
    blindSpots,
    cost,
  };
};
