import { acceptanceOf, defined } from '../model/index.ts';
import type { AllAppsCheck, AppCheckResult, BaselineEntry, CheckedApp, GateWarning } from '../model/index.ts';

type Accepting = {
  readonly baseline: readonly BaselineEntry[];
  readonly now: string;
};

type Login = {
  readonly users: ReadonlyArray<string | undefined>;
  readonly app: CheckedApp;
  /** What the person called the app. */
  readonly called?: string | undefined;
};

const accepted = (
  warnings: readonly GateWarning[],
  { users, app, called }: Login,
  { baseline, now }: Accepting,
): readonly GateWarning[] => {
  const login = { users, apps: [app.name, app.developerName, app.consumerKey, called] };
  return warnings.map((warning) =>
    warning.kind === 'later'
      ? { ...warning, ...defined({ accepted: acceptanceOf(baseline, warning.cause, login, now) }) }
      : warning,
  );
};

/** Marks what will break later and somebody accepted, of every app. Whoever is named alone is none of an app. */
export const acceptInAll = (check: AllAppsCheck, by: Accepting): AllAppsCheck => ({
  ...check,
  apps: check.apps.map((one) => ({ ...one, warnings: accepted(one.warnings, { users: [], app: one.app }, by) })),
});

/** The same of one app, or of every one. */
export const acceptWarnings = (check: AppCheckResult, by: Accepting): AppCheckResult => {
  if ('apps' in check) return acceptInAll(check, by);
  const { integration, app, warnings } = check;
  const login = { users: [integration.username, integration.runAs], app, called: integration.app };
  return { ...check, warnings: accepted(warnings, login, by) };
};
