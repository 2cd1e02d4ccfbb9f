import type { AppFacts, Denied, Gate, GateBlindSpot, Speaker } from '../../model/index.ts';

/** The gates on which each fact of an app bears. */
const bearsOn = {
  app: ['permitted-users', 'refresh-token', 'run-as-user'],
  appOauth: ['flow', 'certificate', 'scopes'],
  ipRelaxation: ['ip'],
  appState: ['app'],
} as const satisfies Readonly<Partial<Record<keyof AppFacts, readonly Gate[]>>>;

const deniedOf = (apps: readonly AppFacts[], name: keyof typeof bearsOn) =>
  apps.flatMap((app): ReadonlyArray<{ readonly app: string; readonly fact: Denied }> => {
    const fact = app[name];
    return fact.state === 'denied' ? [{ app: app.name, fact }] : [];
  });

/** What this session may not see of some apps, once for each right that it lacks: without it no app of them is called calm. */
export const unseenOfApps = (apps: readonly AppFacts[], speaker: Speaker): readonly GateBlindSpot[] =>
  (Object.keys(bearsOn) as ReadonlyArray<keyof typeof bearsOn>).flatMap((name) =>
    [...Map.groupBy(deniedOf(apps, name), ({ fact }) => fact.permission)].map(([permission, some]): GateBlindSpot => {
      const spot = { fact: name, why: 'denied', permission } as const;
      const text = speaker.ofApps(
        speaker.blindSpot(spot),
        some.map(({ app }) => app),
      );
      return { ...spot, text, hides: bearsOn[name] };
    }),
  );
