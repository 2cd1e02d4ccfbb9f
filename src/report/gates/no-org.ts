import type { AppCheck, GateBlindSpot, GateResult } from '../../model/index.ts';
import { commandLine } from '../brief/command-line.ts';
import type { Words } from '../../words/index.ts';

/** Who only waited, without an org to look in, has nothing of its gates to be told. */
export const onlyWaited = ({ wait, targetOrg }: AppCheck): boolean => wait !== undefined && targetOrg === undefined;

/** What the check calls all that only an org would have shown. */
const isOrgs = ({ fact }: GateBlindSpot): boolean => fact === 'targetOrg';

/** Gates that hang on an org where none was looked in: told in one line. Where a login was refused, each is told, as a place to look. */
export const unlooked = ({ refusals, gates }: AppCheck): readonly GateResult[] =>
  refusals.length > 0 ? [] : gates.filter(({ state, blindSpots }) => state === 'not-seen' && blindSpots.some(isOrgs));

/** The check without what only an org would show. */
export const lookedAt = (check: AppCheck): AppCheck => {
  const out = new Set(unlooked(check));
  return out.size === 0
    ? check
    : {
        ...check,
        gates: check.gates.filter((gate) => !out.has(gate)),
        blindSpots: check.blindSpots.filter((spot) => !isOrgs(spot)),
      };
};

/** The same check in an org. */
export const orgCommand = ({ app, integration }: AppCheck, words: Words): string =>
  commandLine(`sf auth connectedapp check -o ${words.text('check-screen', 'an-alias')}`, [
    ['--app', integration.app ?? app.name ?? app.consumerKey],
    ['--username', integration.username],
    ['--flow', integration.flow],
    ['--login-url', integration.loginUrl],
  ]);
