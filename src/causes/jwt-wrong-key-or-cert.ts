import { cause } from '../clues/cause.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

const id = 'jwt-wrong-key-or-cert';

export default cause({
  id,
  gate: 'certificate',
  blocks: true,
  flows: ['jwt'],
  doubtedBySuccess: true,
  sources: ['jwt-bearer-flow', 'cli-jwt-login'],
  clues: [
    clue('pair', ['keyFile', 'appOauth'], ({ keyFile, appOauth }) => {
      const certificate = appOauth?.certificate;
      if (keyFile?.state !== 'usable' || certificate === undefined) return undefined;
      const values = { path: keyFile.path, subject: certificate.subject };
      return keyFile.spki === certificate.spki ? rulesOut(values) : proves(values);
    }),
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
