import { createHash, randomBytes } from 'node:crypto';
import { id15 } from './ids.ts';
import type { Id } from './types.ts';

/** Word characters and dots only, as in Salesforce's tokens. */
const words = (bytes: Buffer): string => bytes.toString('base64url').replaceAll('-', '.');

const derived = (...parts: string[]): Buffer => createHash('sha512').update(parts.join('\n')).digest();

/** The same name in the same org gives the same key, so that a scenario is the same on every run. */
export const consumerKeyFor = (orgId: Id, name: string): string =>
  '3MVG9' + words(Buffer.concat([derived('key', orgId, name), derived('more', orgId, name)])).slice(0, 80);

export const consumerSecretFor = (orgId: Id, name: string): string =>
  derived('secret', orgId, name).toString('hex').toUpperCase().slice(0, 64);

/** 15-character org id, `!`, token. */
export const newAccessToken = (orgId: Id): string => `${id15(orgId)}!AQ${words(randomBytes(60))}`;

export const newRefreshToken = (): string => `5Aep861${words(randomBytes(54))}`;

export const newAuthorizationCode = (): string => `aPrx${words(randomBytes(45))}==`;
