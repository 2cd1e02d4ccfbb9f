import { aheadAt } from '../clues/ahead.ts';
import { cause } from '../clues/cause.ts';
import { ownSuccesses } from '../clues/own-rows.ts';
import { clueWith } from '../model/index.ts';

/** Versions up to the first number are gone, up to the second they end. Source: the article of each. */
const newestGone = 30;
const newestEnding = 40;

export default cause({
  id: 'api-version-retired',
  gate: 'flow',
  blocks: true,
  sources: ['api-end-of-life', 'api-versions-21-to-30', 'api-versions-31-to-40', 'login-event-statuses'],
  clues: [
    // Only login() tells Login History by which version it came: of the other flows there is nothing to read, and nothing to miss.
    clueWith('recorded-version', { needs: ['now'], also: ['loginRows', 'integration'] }, (facts) => {
      const { now, loginRows, integration } = facts;
      if (loginRows === undefined || integration === undefined) return undefined;
      const version = ownSuccesses({ loginRows, integration })[0]?.apiVersion;
      return version !== undefined && version > newestGone && version <= newestEnding
        ? aheadAt('api-versions-31-to-40-end', now, { version })
        : undefined;
    }),
  ],
  remedies: [{ id: 'raise-version', who: 'developer', effect: 'changes-client' }],
});
