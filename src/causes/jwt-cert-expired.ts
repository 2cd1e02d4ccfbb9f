import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { soonMs, span, wholeDays } from '../clues/times.ts';
import { cause, clue, foretells, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'jwt-cert-expired';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'jwt'),
    clue('validity', ['integration', 'appOauth', 'now'], ({ integration: { flow }, appOauth, now }) => {
      const certificate = appOauth?.certificate;
      if (certificate === undefined || (flow !== undefined && flow !== 'jwt')) return undefined;
      const { notAfter: on, subject } = certificate;
      const left = span(now, on);
      if (left > soonMs) return rulesOut({ on, subject });
      if (left > 0) return foretells(on, { on, subject, days: wholeDays(now, on) });
      return flow === 'jwt' ? proves({ on, subject }, on) : suggests({ on, subject }, on);
    }),
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
