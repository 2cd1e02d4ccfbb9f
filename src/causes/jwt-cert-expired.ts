import { cause } from '../clues/cause.ts';
import { dayMs, soonMs, span, wholeDays } from '../clues/times.ts';
import { clue, foretells, proves, rulesOut, untold } from '../model/index.ts';

const id = 'jwt-cert-expired';

export default cause({
  id,
  gate: 'certificate',
  blocks: true,
  flows: ['jwt'],
  sources: ['jwt-bearer-flow', 'cli-jwt-login'],
  clues: [
    clue('validity', ['integration', 'appOauth', 'now'], ({ integration: { client }, appOauth, now }) => {
      const certificate = appOauth?.certificate;
      if (certificate === undefined) return undefined;
      const { notAfter: on, subject } = certificate;
      const left = span(now, on);
      const days = wholeDays(now, on);
      const warnMs = client?.certWarnDays === undefined ? soonMs : client.certWarnDays * dayMs;
      if (left > warnMs) return rulesOut({ on, subject, days });
      if (left > 0) return foretells(on, { on, subject, days });
      return proves({ on, subject }, on);
    }),
    // A connected app without one lets no JWT in at all; an external client app may only not have told of it.
    clue('certificate', ['app', 'appOauth'], ({ app, appOauth }) =>
      app?.kind === 'external-client-app' && appOauth !== undefined && appOauth.certificate === undefined
        ? untold({ app: app.name })
        : undefined,
    ),
  ],
  remedies: [
    {
      id: 'replace-certificate',
      who: 'org-admin',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
