import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import type { KeyProblem } from '../../src/model/index.ts';
import { openSigningKey, readCertificate, readPrivateKey } from '../../src/oauth/index.ts';
import {
  bodyOf,
  certificatePem,
  ecPem,
  rsa,
  rsaEncryptedPem,
  rsaEncryptedPemPkcs1,
  rsaPem,
  rsaPemPkcs1,
  rsaPublicPem,
} from './keys.ts';

const spki = createHash('sha256')
  .update(rsa.publicKey.export({ type: 'spki', format: 'der' }))
  .digest('hex');

const usable: Readonly<Record<string, string>> = {
  'PKCS#8': rsaPem,
  'PKCS#1': rsaPemPkcs1,
  'Windows line ends': rsaPem.replaceAll('\n', '\r\n'),
  'a byte order mark': `\uFEFF${rsaPem}`,
  'a certificate before the key': certificatePem + rsaPem,
  'words before the key': `Bag Attributes\n  friendlyName: server\n${rsaPem}`,
};

const middle = bodyOf(rsaPem);
const half = rsaPem.slice(0, rsaPem.length / 2);
const unusable: ReadonlyArray<readonly [string, string, KeyProblem]> = [
  ['nothing', '', 'empty'],
  ['blanks and a byte order mark', '\uFEFF \n\t', 'empty'],
  ['a certificate', certificatePem, 'certificate-instead'],
  ['the base64 of a certificate', bodyOf(certificatePem), 'certificate-instead'],
  ['a public key', rsaPublicPem, 'public-key-instead'],
  ['the base64 of a public key', bodyOf(rsaPublicPem), 'public-key-instead'],
  ['an ssh public key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB ci@build', 'public-key-instead'],
  [
    'an OpenSSH key',
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n',
    'openssh-format',
  ],
  ['a key with a passphrase', rsaEncryptedPem, 'needs-passphrase'],
  ['a PKCS#1 key with a passphrase', rsaEncryptedPemPkcs1, 'needs-passphrase'],
  ['only the base64', middle, 'base64-only'],
  ['only the base64 of PKCS#1', bodyOf(rsaPemPkcs1), 'base64-only'],
  ['the base64 of the whole file', Buffer.from(rsaPem).toString('base64'), 'base64-only'],
  ['one line', rsaPem.replaceAll('\n', ' '), 'line-breaks-lost'],
  ['one line without blanks', rsaPem.replaceAll('\n', ''), 'line-breaks-lost'],
  ['\\n written out', rsaPem.replaceAll('\n', '\\n'), 'line-breaks-lost'],
  ['\\r\\n written out, in quotes', `"${rsaPem.replaceAll('\n', '\\r\\n')}"`, 'line-breaks-lost'],
  ['a first line that was indented', rsaPem.replaceAll(/^/gmu, '  '), 'line-breaks-lost'],
  ['the first half', half, 'truncated'],
  ['the first half, and the last line', `${half}\n-----END PRIVATE KEY-----\n`, 'truncated'],
  ['the second half', rsaPem.slice(rsaPem.length / 2), 'truncated'],
  ['the first line alone', '-----BEGIN PRIVATE KEY-----\n', 'truncated'],
  ['half of the first line', '-----BEGIN PRIVATE KEY', 'truncated'],
  ['half of the base64', middle.slice(0, middle.length / 2), 'truncated'],
  ['a key that is not RSA', ecPem, 'not-rsa'],
  [
    'a request for a certificate',
    '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
    'not-a-private-key',
  ],
  ['an HTML page', '<!DOCTYPE html><html></html>', 'not-a-private-key'],
  ['a placeholder', 'changeme', 'not-a-private-key'],
];

describe('readPrivateKey', () => {
  for (const [name, pem] of Object.entries(usable)) {
    it(`takes ${name}`, () => {
      expect(readPrivateKey(pem)).to.deep.equal({ state: 'usable', spki, bits: 2048 });
      expect(openSigningKey(pem)?.asymmetricKeyType).to.equal('rsa');
    });
  }

  it('pairs with its certificate', () => {
    expect(readPrivateKey(rsaPem)).to.have.property('spki', readCertificate(certificatePem)?.spki);
  });

  for (const [name, text, problem] of unusable) {
    it(`says ${problem} of ${name}`, () => {
      expect(readPrivateKey(text)).to.deep.equal({ state: 'unusable', problem });
      expect(openSigningKey(text)).to.equal(undefined);
    });
  }

  it('never throws, and calls no random text usable', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.constantFrom(
        '-----BEGIN ',
        '-----',
        'PRIVATE KEY',
        '-----END PRIVATE KEY-----',
        '-----BEGIN RSA PRIVATE KEY-----',
        '\n',
        '\\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(readPrivateKey(pieces.join('')).state).to.equal('unusable');
      }),
    );
  });

  it('says of a damaged key what is damaged, and never a byte of it', () => {
    const positions = fc.integer({ min: 0, max: rsaPem.length });
    fc.assert(
      fc.property(positions, positions, (from, to) => {
        const read = readPrivateKey(rsaPem.slice(Math.min(from, to), Math.max(from, to)));
        if (read.state === 'usable') expect(read).to.deep.equal({ state: 'usable', spki, bits: 2048 });
        else expect(Object.keys(read)).to.deep.equal(['state', 'problem']);
      }),
    );
  });

  it('is quick on a long hostile text', () => {
    expect(readPrivateKey('-----BEGIN '.repeat(100_000))).to.deep.include({ state: 'unusable' });
    expect(readPrivateKey('A'.repeat(1_000_000) + '=')).to.deep.include({ state: 'unusable' });
  });
});
