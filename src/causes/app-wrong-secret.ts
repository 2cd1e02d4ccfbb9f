import { cause } from '../clues/cause.ts';
import { flowsBut } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { rowsOf } from '../clues/refresh.ts';
import { dayMs, span } from '../clues/times.ts';
import { clue, clueAboutFailure, proves, suggests } from '../model/index.ts';
import type { Facts, Flow } from '../model/index.ts';

const id = 'app-wrong-secret';

const newSecret = 'generateoauthstagedcredential';

/** Flows in which a client cannot do without its secret: one that worked has sent it. */
const alwaysSent: ReadonlyArray<Flow | undefined> = ['client-credentials', 'password'];

/** So long new credentials may lie ready, before somebody applies them or takes them for the ones that count. */
const stagedMs = 30 * dayMs;

/** When new credentials were last made for the app, and when it last let the integration in. */
const renewal = ({ app, changes, loginRows }: Pick<Facts, 'app' | 'changes' | 'loginRows'>) => {
  const lastSuccess = app === undefined ? undefined : rowsOf(loginRows, app.name).find(({ success }) => success)?.at;
  const change = changes.find(({ action, about }) => action.toLowerCase() === newSecret && about === 'app');
  if (lastSuccess === undefined || change === undefined) return undefined;
  return { at: change.at, by: change.by ?? '-', lastSuccess };
};

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  flows: flowsBut('jwt', 'soap-login'),
  sources: ['oauth-errors', 'rotating-credentials'],
  clues: [
    // The secret itself is read by nobody, on purpose. That a new one was made since it was last taken can be seen.
    clueAboutFailure('new-secret', ['integration', 'app', 'changes', 'loginRows', 'refusals'], (facts) => {
      const values = renewal(facts);
      if (values === undefined || values.at <= values.lastSuccess || !isNamed(facts.refusals, id)) return undefined;
      return alwaysSent.includes(facts.integration.flow) ? proves(values, values.at) : suggests(values);
    }),
    // Those of a connected app wait until they are applied, of which no entry is known: before it only the old ones are taken, then only the new.
    clueAboutFailure('staged-secret', ['app', 'changes', 'loginRows', 'refusals'], (facts) => {
      const values = renewal(facts);
      if (facts.app?.kind !== 'connected-app' || values === undefined || !isNamed(facts.refusals, id)) return undefined;
      const waited = span(values.at, values.lastSuccess);
      return waited >= 0 && waited <= stagedMs ? suggests(values) : undefined;
    }),
    // Which secret the integration sends is not known: whoever asks may have copied another.
    clue('refused-to-introspect', ['introspection'], ({ introspection }) =>
      introspection?.state === 'refused' && introspection.code === 'invalid_client'
        ? suggests({ host: introspection.host })
        : undefined,
    ),
  ],
  actions: ['generateOauthStagedCredential'],
  remedies: [
    {
      id: 'apply-or-wait',
      who: 'org-admin',
      effect: 'changes-credential',
      onlyBy: ['staged-secret'],
      setup: '/lightning/setup/{appSettings}/home',
    },
    {
      id: 'copy-secret',
      who: 'integration-owner',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
