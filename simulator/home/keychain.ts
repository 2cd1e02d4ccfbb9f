import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where the CLI keeps its logins, in a home. */
export const stateFolder = (home: string): string => path.join(home, '.sfdx');

/** The key by which a home's logins are encrypted, in the CLI's generic Unix keychain; made where there is none. */
export const homeKey = (home: string): string => {
  const file = path.join(stateFolder(home), 'key.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { key: string }).key;
  const key = randomBytes(16).toString('hex');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ account: 'local', key, service: 'sfdx' }), { mode: 0o600 });
  // The CLI refuses a key file that others may read; the mode above is cut by the umask, this one is not.
  chmodSync(file, 0o600);
  return key;
};

/**
 * Encrypts as `@salesforce/core` does. A key of 32 characters is its first format (key and IV are the characters
 * themselves), one of 64 its second (key and IV are the bytes that the hex stands for).
 */
export const encrypt = (text: string, key: string): string => {
  const second = key.length === 64;
  const iv = randomBytes(second ? 12 : 6).toString('hex');
  const cipher = createCipheriv(
    'aes-256-gcm',
    Buffer.from(key, second ? 'hex' : 'utf8'),
    Buffer.from(iv, second ? 'hex' : 'utf8'),
  );
  const sealed = cipher.update(text, 'utf8', 'hex') + cipher.final('hex');
  return `${iv}${sealed}:${cipher.getAuthTag().toString('hex')}`;
};

/** Opens what `encrypt` sealed with a key of the first format. Throws what Node throws where the key is another. */
export const decrypt = (sealed: string, key: string): string => {
  const [text = '', tag = ''] = sealed.split(':');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(text.slice(0, 12), 'utf8'));
  decipher.setAuthTag(Buffer.from(tag, 'hex'));
  return decipher.update(text.slice(12), 'hex', 'utf8') + decipher.final('utf8');
};
