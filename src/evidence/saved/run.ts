import { withoutSecrets } from '../../recognition/index.ts';
import { defined, factNames, known, Trouble, unknown } from '../../model/index.ts';
import type { Cost, Evidence, Fact, TargetOrg } from '../../model/index.ts';

/** What one look at a login has shown: all that is needed to judge it again, anywhere, without asking anybody. Plain data, no secret. */
export type Run = {
  readonly evidence: Evidence;
  readonly targetOrg?: TargetOrg;
  readonly cost: Cost;
  /** Its names are pseudonyms. */
  readonly redacted?: true;
};

/** Version of what stands in a file of evidence. */
export const schemaVersion = 1;

const clean = (_key: string, value: unknown): unknown => (typeof value === 'string' ? withoutSecrets(value) : value);

/** Never a secret in it, whatever put it there. Ends with a line break. */
export const asText = (run: object): string => `${JSON.stringify({ schemaVersion, ...run }, clean, 1)}\n`;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFact = (value: unknown): value is Fact<unknown> =>
  isObject(value) && ['known', 'denied', 'unknown'].includes(String(value.state));

/** What an older version could not be given nobody gave. */
const notGiven = known(undefined, { place: 'asked' });
const sinceGiven: Readonly<Record<string, Fact<unknown>>> = {
  assertion: notGiven,
  accessToken: notGiven,
  introspection: notGiven,
};

/** A fact that an older version did not gather was not asked for. */
export const withEveryFact = (evidence: Readonly<Record<string, unknown>>): Record<string, Fact<unknown>> =>
  Object.fromEntries(
    factNames.map((name) => {
      const fact = evidence[name] ?? sinceGiven[name] ?? unknown('not-asked');
      if (!isFact(fact)) throw new TypeError(`${name} is no fact`);
      return [name, fact];
    }),
  );

const parse = (text: string): Run => {
  const run: unknown = JSON.parse(text);
  if (!isObject(run) || !isObject(run.evidence) || !isObject(run.cost)) throw new TypeError('no evidence');
  if (run.schemaVersion !== schemaVersion) throw new RangeError(`version ${String(run.schemaVersion)}`);
  const { cost, targetOrg, redacted } = run;
  const seen = { evidence: withEveryFact(run.evidence), cost, ...defined({ targetOrg, redacted }) };
  return seen as unknown as Run;
};

/** Throws `Trouble` where a text is not what `asText` wrote. */
export const fromText = (text: string, path: string): Run => {
  try {
    return parse(text);
  } catch {
    throw new Trouble('evidence-unreadable', { path });
  }
};
