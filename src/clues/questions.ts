import { flows } from '../model/index.ts';
import type { CauseId, Flow, FoundOut } from '../model/index.ts';

type Excludes = {
  /** It cannot have been these then. */
  readonly causes?: readonly CauseId[];
  /** Nor these, where the login goes by that flow. */
  readonly inFlow?: Partial<Readonly<Record<Flow, readonly CauseId[]>>>;
};

type Values = Readonly<Record<string, Excludes>>;

const salesforce: Excludes = { causes: ['not-salesforce'] };

/** What may be answered to each question, and what each answer excludes. An answer that excludes nothing may be true as well. */
const values: Readonly<Record<Exclude<FoundOut['question'], 'flow'>, Values>> = {
  // Whether the app has exactly the key that is sent, in the org that the login should reach. With another one the request is as it was meant.
  'consumer-key': {
    same: { causes: ['app-wrong-consumer-key', 'app-not-installed'] },
    different: { causes: ['client-request-malformed', 'cli-bug'] },
    'no-app': {},
  },
  // Since the login last worked: another org stands there now, which never issued a token of before. Of a token nothing is looked at but that.
  'sandbox-refreshed': {
    yes: {
      causes: ['refresh-token-policy-expired', 'refresh-token-rotated', 'refresh-token-limit-exceeded'],
      inFlow: { 'refresh-token': ['app-blocked-or-uninstalled', 'user-frozen', 'user-inactive'] },
    },
    no: {},
  },
  // Where the login is sent: to the My Domain of the very org that it should reach, to a host that all orgs share, or to another.
  'login-host': {
    'my-domain': { causes: ['wrong-endpoint', 'not-salesforce'] },
    login: salesforce,
    test: salesforce,
    other: {},
  },
};

/** What may be answered. */
export const valuesOf = (question: FoundOut['question']): readonly string[] =>
  question === 'flow' ? flows : Object.keys(values[question]);

const excludesOf = ({ question, saw }: FoundOut): Excludes =>
  question === 'flow' ? {} : (values[question][saw] ?? {});

/** Whether an answer excludes nothing, whatever the text is. A flow is read as one that was given, and excludes by the flows of each cause. */
export const tellsNothing = (answer: FoundOut): boolean =>
  answer.question !== 'flow' && Object.keys(excludesOf(answer)).length === 0;

/** Whether a cause is out by an answer. */
export const isExcluded = (answer: FoundOut, id: CauseId, flow: Flow | undefined): boolean => {
  const { causes = [], inFlow = {} } = excludesOf(answer);
  return causes.includes(id) || (flow !== undefined && inFlow[flow]?.includes(id) === true);
};

/** Whether any answer excludes a cause. */
export const isExcludable = (id: CauseId): boolean =>
  Object.values(values).some((all) =>
    Object.values(all).some(({ causes = [], inFlow = {} }) => [causes, ...Object.values(inFlow)].flat().includes(id)),
  );
