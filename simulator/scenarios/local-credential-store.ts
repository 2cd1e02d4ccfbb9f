import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decrypt, encrypt, stateFolder } from '../home/keychain.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

/** The keys of the machine that the file was copied from, and of this one. */
const [theirs, ours] = ['a1b2c3d4e5f60718293a4b5c6d7e8f90', '0f9e8d7c6b5a49382716f5e4d3c2b1a0'];

/** Seals the secrets of a stored login with another machine's key. */
const sealAnew = (file: string): void => {
  const login = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const name of ['accessToken', 'refreshToken', 'clientSecret'])
    if (name in login) login[name] = encrypt('sealed elsewhere', theirs);
  writeFileSync(file, JSON.stringify(login, undefined, 2));
};

export default scenario({
  id: 'local-credential-store',
  title: 'The stored login was copied from another machine, without the key that opens it',
  flow: 'refresh-token',
  breaks: ({ client }) => {
    client.before = () => {
      try {
        decrypt(encrypt('sealed elsewhere', theirs), ours);
      } catch (error) {
        const { message } = error as Error;
        throw new Error(`Error (AuthDecryptError): Failed to decipher auth data. reason: ${message}.`, {
          cause: error,
        });
      }
    };
  },
  spoils: (home, { client }) => sealAnew(path.join(stateFolder(home), `${client.username}.json`)),
  byLogin: true,
  prints: itself,
  leaves: { told: 'Unsupported state or unable to authenticate data' },
});
