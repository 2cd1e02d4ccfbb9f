import { dayMs, span, wholeDays } from '../../clues/times.ts';
import { check, closed, notSeen, open } from '../check.ts';
import type { GateRule } from '../gate.ts';

const present = check('present', { needs: ['app', 'appOauth'] }, ({ app, appOauth }) => {
  if (app === undefined || appOauth?.certificate !== undefined) return undefined;
  return app.kind === 'connected-app' ? closed('flow-not-enabled', 'none') : notSeen('none-seen');
});

const expiry = check('expiry', { needs: ['appOauth'] }, ({ appOauth, now }, { certWarnDays }) => {
  const certificate = appOauth?.certificate;
  if (certificate === undefined) return undefined;
  const { notAfter: on, subject } = certificate;
  const values = { on, subject, days: wholeDays(now, on) };
  const left = span(now, on);
  if (left <= 0) return closed('jwt-cert-expired', 'expired', values);
  return left <= certWarnDays * dayMs ? open('soon', values, { on, cause: 'jwt-cert-expired' }) : open('valid', values);
});

/** Below this a key counts as weak, whoever asks for the signature. */
const fewBits = 2048;

/** JWT bearer takes RSA keys only. */
const kind = check('kind', { needs: ['appOauth'] }, ({ appOauth }) => {
  const certificate = appOauth?.certificate;
  if (certificate === undefined) return undefined;
  const { keyType, bits } = certificate;
  if (keyType !== 'rsa') return closed('jwt-wrong-key-or-cert', 'not-rsa', { keyType });
  if (bits === undefined) return open('rsa');
  return bits < fewBits ? open('small', { bits }, { note: true }) : open('rsa-bits', { bits });
});

const keyFile = check('key-file', { needs: ['keyFile'] }, ({ keyFile: file }) => {
  if (file?.state !== 'unusable') return undefined;
  const { path, problem } = file;
  return closed(
    'jwt-key-file-unreadable',
    'unusable',
    { path },
    { parts: { problem: [{ say: `problem.${problem}` }] } },
  );
});

const pair = check('pair', { needs: ['appOauth', 'keyFile'] }, ({ appOauth, keyFile: file }) => {
  const certificate = appOauth?.certificate;
  if (file?.state !== 'usable' || certificate === undefined) return undefined;
  const values = { path: file.path, subject: certificate.subject, bits: file.bits };
  return file.spki === certificate.spki ? open('pairs', values) : closed('jwt-wrong-key-or-cert', 'apart', values);
});

/** Is a certificate there, is it valid, and does the private key pair with it? All of it is compared on this machine. */
export const certificate: GateRule = {
  id: 'certificate',
  flows: ['jwt'],
  checks: [present, expiry, kind, keyFile, pair],
};
