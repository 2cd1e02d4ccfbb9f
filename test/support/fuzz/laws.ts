import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import escape from 'escape-string-regexp';
import { outgoingData } from '../../../src/output/outgoing.ts';

/** Secrets that are known by their own shape, wherever they stand. */
export const canaries = {
  session: '00D5e000001AbCd!AQEAQCanaryCanaryCanaryCanaryCanary.Canary_Canary',
  refresh: '5Aep861CanaryCanaryCanaryCanaryCanary_CanaryCanary',
} as const;

const whole = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(canaries).map(escape).join('|')})`, 'u');

const stringsIn = (data: unknown): readonly string[] => {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
};

/** Throws where data, as it is printed, holds a secret. */
export const holdsNoSecret = <T>(data: T, printed: (data: T) => unknown = outgoingData): T => {
  const leak = stringsIn(printed(data)).find((text) => whole.test(text));
  if (leak !== undefined) throw new Error(`a secret is printed: ${leak.slice(0, 300)}`);
  return data;
};

export type SchemaName = 'auth-doctor' | 'auth-explain' | 'auth-loginhistory-failures';

const ajv = new Ajv({ strict: false });

/** Throws where data is not what the schema of a command says. */
export const fits = (name: SchemaName): ((data: unknown) => void) => {
  const validate = ajv.compile(JSON.parse(readFileSync(`schemas/${name}.json`, 'utf8')) as object);
  return (data) => {
    if (!validate(JSON.parse(JSON.stringify(data)))) throw new Error(`no ${name}: ${ajv.errorsText(validate.errors)}`);
  };
};
