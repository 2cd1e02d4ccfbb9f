import { causes } from '../causes/index.ts';
import { plan } from '../diagnosis/index.ts';
import { askThrough } from '../evidence/org-ask.ts';
import { openOrg } from '../evidence/org-port.ts';
import type { OrgPort } from '../evidence/org-wire.ts';
import { readLogins, saveEvidence, type SavedLogins } from '../evidence/saved/index.ts';
import { lookedIn } from './look.ts';
import { defined, Trouble, valueOf } from '../model/index.ts';
import type { BaselineEntry, Edit, FactName, Preview, PreviewLint } from '../model/index.ts';
import type { ReadChange } from '../preview/files/read-change.ts';
import type { ChangeFiles } from '../preview/files/resolve.ts';
import { lookAtIntegrations, notOfEach, type Looked } from '../preview/look/org.ts';
import { fromRun } from '../preview/from-run.ts';
import { previewOf, type PreviewCase } from '../preview/preview.ts';
import { loadWords, speakOfPreview, type Words } from '../words/index.ts';

export type PreviewRequest = {
  readonly files: ChangeFiles;
  /** Settings that were given by hand. */
  readonly edits: readonly Edit[];
  readonly targetOrg?: string;
  readonly apiVersion?: string;
  /** Path of a file with evidence. */
  readonly evidence?: string;
  /** Path of a file to keep what was seen in. */
  readonly saveEvidence?: string;
  /** What of it is kept there: with pseudonyms, where it is to be handed on. */
  readonly toSave?: (logins: SavedLogins) => SavedLogins;
  /** ms, UTC. */
  readonly since: number;
  /** UTC, ISO 8601. */
  readonly at?: string;
  readonly people: boolean;
  /** Whether tokens that nobody used in the window are judged too. */
  readonly tokens?: boolean;
  readonly baseline: readonly BaselineEntry[];
  readonly signal?: AbortSignal;
};

/** What was changed before says nothing of what will be. */
const notAsked: ReadonlySet<FactName> = new Set(['changes', ...notOfEach]);

const wanted = (): ReadonlySet<FactName> => new Set([...plan(causes)].filter((name) => !notAsked.has(name)));

/** A query of Salesforce may take two minutes. Source: limits sheet, section 3. */
const timeoutMs = 150_000;

/** `lint`: what stands in the files alone; by the names of the org's apps, where they were seen. */
type Read = ReadChange & { readonly lint: (apps: readonly string[] | undefined) => readonly PreviewLint[] };

/** The library that resolves the files is heavy, and loaded where there are files. */
const readFiles = async (files: ChangeFiles, now: string, words: Words): Promise<Read> => {
  const isAny = Object.values(files).some((one) => one !== undefined);
  if (!isAny) return { edits: [], files: [], unreadable: [], keys: [], lint: () => [] };
  const [{ readChange }, { lintOf }] = await Promise.all([
    import('../preview/files/read-change.ts'),
    import('../preview/files/lint.ts'),
  ]);
  const read = await readChange(files);
  const say = (rule: string, values: Readonly<Record<string, string>>): string =>
    words.text('preview', `lint.${rule}`, values);
  return { ...read, lint: (apps) => lintOf(read, { now, say, apps }) };
};

const blindSpotsOf = ({ tally, trail }: Looked, words: Words): readonly string[] => {
  const { sight, permission, gaps, untold } = tally;
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    words.text('preview', key, values);
  return [
    ...(sight === 'partial' ? [say('blind.history', { permission: permission ?? '' })] : []),
    ...(sight === 'unsure' ? [say('blind.history-unsure')] : []),
    ...(gaps.length > 0 ? [say('blind.gaps')] : []),
    ...(trail ? [] : [say('blind.trail')]),
    ...untold
      .filter(({ dimension }) => dimension === 'user' || dimension === 'sourceIp' || dimension === 'application')
      .map(({ dimension }) => say('blind.untold', { what: dimension })),
  ];
};

type SeenLogins = Pick<PreviewCase, 'integrations' | 'people' | 'tokens' | 'window' | 'targetOrg' | 'blindSpots'> & {
  readonly port?: OrgPort;
  /** Its names are pseudonyms, which no file and nobody names. */
  readonly redacted?: true;
};

const nothingSeen: SeenLogins = { integrations: [], people: 0, blindSpots: [] };

/** Every login of the window, as the org shows it. */
export const lookInto = async (
  org: string,
  request: PreviewRequest,
  now: string,
  words: Words,
): Promise<SeenLogins> => {
  const port = await openOrg(org, request.apiVersion, { timeoutMs, signal: request.signal });
  const { since, people, tokens = false } = request;
  const until = Date.parse(now);
  const keyInUse = words.text('preview', 'key-in-use');
  const looked = await askThrough(
    port,
    lookAtIntegrations(port, { since, until, now, wanted: wanted(), people, tokens, keyInUse }),
  );
  return {
    integrations: looked.integrations,
    people: looked.people,
    tokens: looked.tokens,
    window: { since: new Date(since).toISOString(), until: now },
    blindSpots: blindSpotsOf(looked, words),
    ...lookedIn(port),
    port,
  };
};

const readSaved = async (path: string): Promise<SeenLogins> => {
  const saved = await readLogins(path);
  if ('logins' in saved) {
    const { logins: integrations, ...seen } = saved;
    return { ...seen, integrations };
  }
  const { evidence, targetOrg, redacted } = saved;
  return { ...nothingSeen, integrations: fromRun(evidence), ...defined({ targetOrg, redacted }) };
};

/** What of it is kept. */
export const savedOf = ({ integrations, targetOrg, window, people, tokens, blindSpots }: SeenLogins): SavedLogins => ({
  logins: integrations.map(({ seen, times, evidence, roads, namesakes, either }) => ({
    seen,
    times,
    evidence,
    roads,
    namesakes,
    either,
  })),
  targetOrg,
  window,
  people,
  tokens,
  blindSpots,
});

/** What the org's apps are called: every login by an app was seen beside the same list. */
const appsOf = ({ integrations }: SeenLogins): readonly string[] | undefined =>
  integrations.map(({ evidence }) => valueOf(evidence.appNames)).find((names) => names !== undefined);

/** Which logins a change would refuse. Reads only. Throws `Trouble` where the tool itself cannot go on. */
export const previewChange = async (request: PreviewRequest): Promise<Preview> => {
  const started = performance.now();
  const words = loadWords();
  const now = new Date().toISOString();
  const { targetOrg, evidence, files, edits, at, baseline } = request;
  const read = await readFiles(files, now, words);
  const looked =
    evidence !== undefined
      ? await readSaved(evidence)
      : targetOrg === undefined
        ? nothingSeen
        : await lookInto(targetOrg, request, now, words);
  const changed = [...read.edits, ...edits];
  if (looked.redacted === true && changed.length > 0) throw new Trouble('evidence-redacted', { path: evidence ?? '' });
  const { saveEvidence: file, toSave = (logins: SavedLogins) => logins } = request;
  if (file !== undefined) await saveEvidence(file, toSave(savedOf(looked)));
  const { port, ...seen } = looked;
  const { roundTrips: orgRoundTrips = 0, requests = 0 } = port?.spent() ?? {};
  return previewOf({
    now,
    ...seen,
    edits: changed,
    causes,
    speaker: speakOfPreview(words),
    at,
    baseline,
    lint: read.lint(appsOf(looked)),
    cost: { orgRoundTrips, requests, milliseconds: Math.round(performance.now() - started) },
  });
};
