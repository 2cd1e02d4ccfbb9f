import { valueOf, defined } from '../model/index.ts';
import type { App, AppOrigin, CheckedApp, Evidence } from '../model/index.ts';
import { nearNames } from '../clues/near.ts';

/** External client apps say it themselves. Of connected apps, metadata that comes back empty is that of another org. */
const ofListed = (app: App, { appOauth }: Evidence): AppOrigin => {
  if (appOauth.state === 'known') return 'own';
  if (app.distribution !== undefined)
    return app.distribution === 'Local' || app.distribution === 'Packaged' ? 'own' : 'packaged';
  return appOauth.state === 'unknown' && appOauth.reason === 'not-in-this-org' ? 'packaged' : 'not-seen';
};

const originOf = (evidence: Evidence): AppOrigin => {
  if (evidence.app.state !== 'known') return 'not-seen';
  if (evidence.app.value !== undefined) return ofListed(evidence.app.value, evidence);
  return (valueOf(evidence.appTokens)?.total ?? 0) > 0 ? 'only-authorised' : 'not-here';
};

/** Names that are like the one given, where the org has no app of that name. */
const nearTo = (evidence: Evidence, origin: AppOrigin): readonly string[] => {
  const { app, consumerKey } = valueOf(evidence.integration) ?? {};
  const given = app ?? consumerKey;
  return origin === 'not-here' && given !== undefined ? nearNames(given, valueOf(evidence.appNames) ?? []) : [];
};

/** The app as the org has it; where none is called so, the names that are like it. */
export const checkedApp = (evidence: Evidence): CheckedApp => {
  const { name, kind, id, developerName } = valueOf(evidence.app) ?? {};
  const { app: given, consumerKey } = valueOf(evidence.integration) ?? {};
  const origin = originOf(evidence);
  const oauth = valueOf(evidence.appOauth);
  const key = oauth?.consumerKey ?? consumerKey;
  return {
    ...defined({ name: name ?? given, kind, id, developerName, consumerKey: key }),
    ...defined({ certificateEnds: oauth?.certificate?.notAfter }),
    origin,
    near: nearTo(evidence, origin),
  };
};
