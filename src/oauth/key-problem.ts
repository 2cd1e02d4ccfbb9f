import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import type { KeyProblem } from '../model/index.ts';
import { base64Of, endsTooSoon, pemBlocks, rewrap, type PemBlock } from './pem.ts';

const works = (attempt: () => unknown): boolean => {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
};

const problemOfPrivateKey = (block: PemBlock): KeyProblem => {
  if (block.label === 'OPENSSH PRIVATE KEY') return 'openssh-format';
  if (block.label === 'ENCRYPTED PRIVATE KEY' || block.body.includes('4,ENCRYPTED')) return 'needs-passphrase';
  if (!block.closed) return 'truncated';
  if (works(() => createPrivateKey(rewrap(block)))) return 'line-breaks-lost';
  // The last line stands and the middle is short, or bytes were lost on the way.
  const der = Buffer.from(base64Of(block.body), 'base64');
  return der.length === 0 || endsTooSoon(der) ? 'truncated' : 'not-a-private-key';
};

const problemOfBlock = (block: PemBlock): KeyProblem => {
  if (block.label.endsWith('PRIVATE KEY')) return problemOfPrivateKey(block);
  if (block.label.endsWith('PUBLIC KEY')) return 'public-key-instead';
  if (block.label.endsWith('CERTIFICATE')) return 'certificate-instead';
  return 'not-a-private-key';
};

/** Without a first line: the bare base64 of a key, of a certificate, or of a whole PEM file (as secrets are often kept in CI). */
const problemOfBase64 = (base64: string): KeyProblem => {
  const bytes = Buffer.from(base64, 'base64');
  if (works(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }))) return 'base64-only';
  if (works(() => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs1' }))) return 'base64-only';
  if (works(() => new X509Certificate(bytes))) return 'certificate-instead';
  if (works(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' }))) return 'public-key-instead';
  const decoded = bytes.toString('utf8');
  if (decoded.includes('PRIVATE KEY-----')) return 'base64-only';
  return endsTooSoon(bytes) ? 'truncated' : 'not-a-private-key';
};

/** Why a text that OpenSSL refuses as a private key is none. The first private key in it is meant, whatever stands round it. */
export const keyProblem = (text: string): KeyProblem => {
  const trimmed = text.replaceAll('\uFEFF', '').trim();
  if (trimmed === '') return 'empty';
  const blocks = pemBlocks(trimmed);
  const meant = blocks.find(({ label }) => label.endsWith('PRIVATE KEY')) ?? blocks[0];
  if (meant !== undefined) return problemOfBlock(meant);
  if (/^(?:ssh-|ecdsa-|---- BEGIN SSH2 PUBLIC KEY)/u.test(trimmed)) return 'public-key-instead';
  if (/-----END [A-Z ]*PRIVATE KEY-----/u.test(trimmed)) return 'truncated';
  const base64 = base64Of(trimmed);
  return /^[A-Za-z0-9+/_-]+=*$/u.test(base64) ? problemOfBase64(base64) : 'not-a-private-key';
};
