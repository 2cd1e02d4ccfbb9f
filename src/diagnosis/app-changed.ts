import { defined, valueOf } from '../model/index.ts';
import type { Change, Evidence, FactName, Speaker } from '../model/index.ts';
import type { Turn } from '../clues/enforced.ts';
import type { Ranked } from './rank.ts';

const ofApp: ReadonlySet<FactName> = new Set<FactName>(['app', 'appOauth', 'appState', 'ipRelaxation']);

/** What tells nothing of who changed what in the org. */
const beside: ReadonlySet<FactName> = new Set<FactName>([
  ...ofApp,
  'assertion',
  'failedAt',
  'integration',
  'keyFile',
  'keyProbe',
  'loginHost',
  'now',
  'organization',
  'refusals',
]);

/**
 * Proved by how the app is set today, and by no date. Where the proof rests on other settings too, the trail would tell of those: it must have
 * been read.
 */
const isBySettings = ({ signs, standing, since }: Ranked, { changes }: Evidence): boolean =>
  standing === 'confirmed' &&
  since === undefined &&
  signs.some(
    ({ clue, sign }) =>
      clue.about === 'state' &&
      sign.kind === 'proves' &&
      clue.needs.some((name) => ofApp.has(name)) &&
      (changes.state === 'known' || clue.needs.every((name) => beside.has(name))),
  );

/**
 * Who changed the app last, as its own record has it, where that was between the login that went well and the one that failed. The audit
 * trail has no action for many settings of apps, and none at all for those of external client apps.
 */
export const appChanged = (
  ranked: Ranked,
  {
    evidence,
    turn,
    speaker,
  }: { readonly evidence: Evidence; readonly turn?: Turn | undefined; readonly speaker: Speaker },
): Change | undefined => {
  const app = valueOf(evidence.app);
  const at = app?.changedAt;
  if (app === undefined || at === undefined || turn === undefined || !isBySettings(ranked, evidence)) return undefined;
  if (at < turn.lastSuccess || at > turn.firstFailure) return undefined;
  return {
    at,
    action: 'LastModifiedDate',
    display: speaker.appChanged(app.name),
    about: 'app',
    ...defined({ by: app.changedBy }),
  };
};
