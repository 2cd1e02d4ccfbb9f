import { cause } from '../clues/cause.ts';
import { flowsBut } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { rowsOf } from '../clues/refresh.ts';
import { clue, clueAboutFailure, proves, suggests } from '../model/index.ts';
import type { Flow } from '../model/index.ts';

const id = 'app-wrong-secret';

const newSecret = 'generateoauthstagedcredential';

/** Flows in which a client cannot do without its secret: one that worked has sent it. */
const alwaysSent: ReadonlyArray<Flow | undefined> = ['client-credentials', 'password'];

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  flows: flowsBut('jwt', 'soap-login'),
  sources: ['oauth-errors'],
  clues: [
    // The secret itself is read by nobody, on purpose. That a new one was made since it was last taken can be seen.
    clueAboutFailure('new-secret', ['integration', 'app', 'changes', 'loginRows', 'refusals'], (facts) => {
      const { integration, app, changes, loginRows, refusals } = facts;
      const lastSuccess =
        app === undefined ? undefined : rowsOf(loginRows, app.name).find(({ success }) => success)?.at;
      const change = changes.find(({ action, about }) => action.toLowerCase() === newSecret && about === 'app');
      if (lastSuccess === undefined || change === undefined || change.at <= lastSuccess || !isNamed(refusals, id))
        return undefined;
      const values = { at: change.at, by: change.by ?? '-', lastSuccess };
      return alwaysSent.includes(integration.flow) ? proves(values, change.at) : suggests(values);
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
      id: 'copy-secret',
      who: 'integration-owner',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
