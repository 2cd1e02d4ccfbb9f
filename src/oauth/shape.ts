import type { Shape } from '../model/index.ts';

/**
 * Values that are told by their shape. Sources: facts on generated consumer keys and refresh tokens; the CLI's pattern of access
 * tokens. A key that was set by metadata may look like anything, so a shape tells what a value is, never what it is not.
 */
const shapes: ReadonlyArray<readonly [Shape, RegExp]> = [
  ['private-key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/u],
  ['certificate', /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/u],
  ['auth-url', /^force:\/\//iu],
  ['url', /^https?:\/\//iu],
  ['access-token', /^00D\w{12,15}!/u],
  ['refresh-token', /^5Aep[\w.]{10,}/iu],
  ['assertion', /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/u],
  ['consumer-key', /^3MVG[\w.]{20,}$/u],
  ['consumer-secret', /^[0-9A-F]{64}$/u],
  ['username', /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u],
];

/** What a value is by its shape; undefined where it could be anything. */
export const shapeOf = (value: string): Shape | undefined => {
  const text = value.trim().replace(/^(["'])(.*)\1$/su, '$2');
  return shapes.find(([, pattern]) => pattern.test(text))?.[0];
};

const secrets: ReadonlySet<Shape | undefined> = new Set<Shape>([
  'access-token',
  'assertion',
  'auth-url',
  'consumer-secret',
  'private-key',
  'refresh-token',
]);

/** A secret by its shape: it must go no further, not to an org in a query, not into the evidence. */
export const isSecret = (value: string): boolean => secrets.has(shapeOf(value));
