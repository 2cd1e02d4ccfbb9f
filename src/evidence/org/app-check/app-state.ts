import { dayMs, defined, known, unknown, type AppState, type Fact } from '../../../model/index.ts';
import { blindTo, lookAt, refused, whyNot } from '../../denial.ts';
import type { OrgAnswer } from '../../org-wire.ts';
import { externalClientAppNeeds } from '../app-metadata.ts';
import { isCutOff } from '../cut-off.ts';
import { ownRow, type ListedApp } from '../listed-app.ts';
import type { Rights } from '../permissions.ts';
import { answerAt, appText, type Question } from '../question.ts';
import { records, sameText, text, time, truth, type OneRow } from '../rows.ts';
import { query, quoted } from '../soql.ts';
import { internalSobject, sobject } from '../documents.ts';

/** The Setup Audit Trail keeps at least this. */
const keptMs = 180 * dayMs;

/** Since when, to the day: the trail may be kept longer, never shorter. */
const keptSince = (now: string): string =>
  new Date(Math.ceil((Date.parse(now) - keptMs) / dayMs) * dayMs).toISOString();

/** Rows enough: blocking is rare. */
const page = 200;

/** Who blocked which connected app, and who let it in again. */
export const blockings = query(
  `SELECT CreatedDate, Action, Display FROM SetupAuditTrail WHERE Action IN ('blockConnectedApplication', 'unblockConnectedApplication') ORDER BY CreatedDate DESC LIMIT ${page}`,
);

/** `Unblocked Connected App <App> to Salesforce`; the text of the other one is inferred from it. */
const names = (display: string | undefined, app: string): boolean =>
  sameText(/^(?:un)?blocked connected app (.+) to \S+$/iu.exec(display ?? '')?.[1], app);

export const externalStateColumns = ['IsEnabled', 'OauthPluginStatus'];

/** Two values of the picklist in a describe of API 64. The third, `Notinstalled`, was never explained: it says nothing. */
const isOff = (status: unknown): boolean | undefined => {
  const word = text(status)?.toLowerCase();
  if (word === 'enabled') return false;
  return word === 'disabled' ? true : undefined;
};

const external = (policy: OneRow, rights: Fact<Rights>): Fact<AppState> => {
  const look = lookAt(rights, {
    name: 'ExtlClntAppPlcyCnfg',
    needs: externalClientAppNeeds,
    always: false,
  });
  if (!policy.ok) return refused(policy, look);
  const enabled = truth(policy.row?.IsEnabled);
  return enabled === undefined
    ? (blindTo(look) ?? unknown('not-in-this-org', undefined, look.source))
    : known({ enabled, ...defined({ oauthOff: isOff(policy.row?.OauthPluginStatus) }) }, look.source);
};

type When = { readonly rights: Fact<Rights>; /** UTC, ISO 8601. */ readonly now: string };

const connected = (answer: OrgAnswer, app: string, { rights, now }: When): Fact<AppState> => {
  const look = lookAt(rights, { name: 'SetupAuditTrail', needs: [['ViewSetup']] });
  const own = look.sight === 'whole' && !answer.ok && ['not-there', 'no-permission'].includes(whyNot(answer));
  if (!answer.ok) return refused(answer, own ? { ...look, permission: 'View Setup Audit Trail' } : look);
  const blind = blindTo(look);
  if (blind !== undefined) return blind;
  const rows = records(answer).filter((row) => names(text(row.Display), app));
  const newest = (action: string): string | undefined =>
    time(rows.find((row) => text(row.Action)?.toLowerCase() === action)?.CreatedDate);
  const cut = records(answer).length >= page || isCutOff(answer);
  return known(
    defined({
      blockedAt: newest('blockconnectedapplication'),
      unblockedAt: newest('unblockconnectedapplication'),
      trailFrom: cut ? undefined : keptSince(now),
    }),
    look.source,
  );
};

/** Of an app of the lists, from the answer to `ask`, or to the same question about all apps. */
export const readAppState = (app: ListedApp, answer: OrgAnswer, when: When): Fact<AppState> =>
  app.kind === 'external-client-app' ? external(ownRow(answer, app), when.rights) : connected(answer, app.name, when);

/**
 * Whether the app is switched off. External client apps have a column for it; of connected apps no object tells, only the
 * Setup Audit Trail, as far back as it goes.
 */
export const appState: Question<AppState> = {
  documents: [sobject('SetupAuditTrail', '2026-11-30'), internalSobject('ExtlClntAppPlcyCnfg', '2026-11-30')],
  after: ['rights', 'listed'],
  ask: (seen) => {
    if (appText(seen.asked.integration) === undefined) return unknown('not-asked', '--app');
    const found = seen.fact('listed');
    if (found.state !== 'known') return unknown('depends-on-unknown');
    return found.value?.kind === 'external-client-app'
      ? {
          send: [
            query(
              `SELECT ${externalStateColumns.join(', ')} FROM ExtlClntAppPlcyCnfg WHERE ExternalClientApplicationId = ${quoted(found.value.id)} LIMIT 1`,
            ),
          ],
        }
      : { send: [blockings] };
  },
  read: (answers, seen) => {
    const found = seen.fact('listed');
    const listed = found.state === 'known' ? found.value : undefined;
    const answer = answerAt(answers, 0);
    const when = { rights: seen.fact('rights'), now: seen.asked.now };
    return listed === undefined
      ? connected(answer, appText(seen.asked.integration) ?? '', when)
      : readAppState(listed, answer, when);
  },
};
