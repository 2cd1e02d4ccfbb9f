import { cause } from '../clues/cause.ts';
import { clue, notes, proves, rulesOut, tells } from '../model/index.ts';

const id = 'jwt-wrong-key-or-cert';

/** Below this a key counts as weak, whoever asks for the signature. */
const fewBits = 2048;

export default cause({
  id,
  gate: 'certificate',
  blocks: true,
  flows: ['jwt'],
  sources: ['jwt-bearer-flow', 'cli-jwt-login'],
  clues: [
    clue('pair', ['keyFile', 'appOauth'], ({ keyFile, appOauth }) => {
      const certificate = appOauth?.certificate;
      if (keyFile?.state !== 'usable' || certificate?.keyType !== 'rsa') return undefined;
      const values = { path: keyFile.path, subject: certificate.subject };
      return keyFile.spki === certificate.spki ? rulesOut(values) : proves(values);
    }),
    clue('signature', ['assertion'], ({ assertion }) => {
      const signature = assertion?.state === 'decoded' ? assertion.signature : undefined;
      if (signature === undefined) return undefined;
      return signature === 'matches' ? rulesOut() : proves();
    }),
    // JWT bearer takes RSA keys only.
    clue('kind', ['appOauth'], ({ appOauth }) => {
      const certificate = appOauth?.certificate;
      if (certificate === undefined) return undefined;
      const { keyType, bits } = certificate;
      if (keyType !== 'rsa') return proves({ keyType });
      return bits === undefined || bits >= fewBits ? undefined : notes({ bits });
    }),
    clue('size', ['appOauth'], ({ appOauth }) => {
      const { keyType, bits } = appOauth?.certificate ?? {};
      return keyType === 'rsa' && bits !== undefined ? tells({ bits }) : undefined;
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
