import { workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue, proves, rulesOut } from '../model/index.ts';

const id = 'jwt-wrong-key-or-cert';

export default cause({
  id,
  gate: 'assertion',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'jwt'),
    clue('pair', ['keyFile', 'appOauth', 'integration'], ({ keyFile, appOauth, integration: { flow } }) => {
      const certificate = appOauth?.certificate;
      if (keyFile?.state !== 'usable' || certificate === undefined) return undefined;
      if (flow !== undefined && flow !== 'jwt') return undefined;
      const values = { path: keyFile.path, subject: certificate.subject };
      return keyFile.spki === certificate.spki ? rulesOut(values) : proves(values);
    }),
    workedLately(),
  ],
  actions: ['changeApplicationCertificate', 'insertApplicationCertificate'],
  remedies: [
    { id: 'use-matching-key', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'upload-certificate',
      who: 'org-admin',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
