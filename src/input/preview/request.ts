import { Trouble, dayMs, defined } from '../../model/index.ts';
import type { PreviewRequest } from '../../look/preview.ts';
import { checkRules } from '../flag-rules.ts';
import { durationIn } from '../loginhistory/duration.ts';
import { readTime } from '../time.ts';
import { readBaseline } from '../baseline.ts';
import { editByHand } from './by-hand.ts';
import type { PreviewGiven } from './given.ts';

/** So far back integrations are looked for, where nobody says. */
const usualMs = 30 * dayMs;

/** No calendar knows what is further ahead. */
const aheadMs = 3 * 366 * dayMs;

const since = (text: string | undefined, now: number): number => {
  if (text === undefined) return now - usualMs;
  const back = durationIn(text);
  return back === undefined ? Date.parse(readTime(text, now)) : now - back;
};

const day = (text: string | undefined, now: number): string | undefined => {
  if (text === undefined) return undefined;
  const at = readTime(text, now + aheadMs);
  if (Date.parse(at) <= now) throw new Trouble('at-past', { at: text });
  return at;
};

const changes = (given: PreviewGiven): boolean =>
  [given['source-dir'], given.manifest, given['metadata-dir'], given.set, given.at].some((one) => one !== undefined);

/** Flags in, request out. Throws `Trouble` on the first thing that is wrong. */
export const readPreviewRequest = async (
  given: PreviewGiven,
  { now, configuredOrg }: { readonly now: number; readonly configuredOrg: string | undefined },
): Promise<PreviewRequest> => {
  checkRules(given, []);
  if (!changes(given)) throw new Trouble('no-change');
  const { evidence } = given;
  const targetOrg = evidence === undefined ? (given['target-org'] ?? configuredOrg) : undefined;
  if (given.at !== undefined && targetOrg === undefined && evidence === undefined) throw new Trouble('no-logins');
  return {
    files: {
      sourceDirs: given['source-dir'],
      manifest: given.manifest,
      metadataDir: given['metadata-dir'],
      preDestructive: given['pre-destructive-changes'],
      postDestructive: given['post-destructive-changes'],
    },
    edits: (given.set ?? []).map(editByHand),
    since: since(given.since, now),
    people: given.include?.includes('people') === true,
    tokens: given.include?.includes('tokens') === true,
    baseline: await readBaseline(given.baseline),
    ...defined({
      targetOrg,
      apiVersion: given['api-version'],
      evidence,
      saveEvidence: given['save-evidence'],
      at: day(given.at, now),
    }),
  };
};
