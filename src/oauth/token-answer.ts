import { defined } from '../model/index.ts';
import type { Answer } from './exchange.ts';

/** What a token endpoint granted. Secret: never part of evidence. */
export type Grant = {
  readonly accessToken: string;
  readonly instanceUrl?: string;
  /** Who logged in. */
  readonly userId?: string;
  readonly scopes?: readonly string[];
  /** Comes with a refresh only where rotation is on: then the one that was sent is dead. */
  readonly refreshToken?: string;
};

/** The JSON object in a body, if it is one. Never throws. */
export const jsonObject = (body: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** An object that begins and cannot be read: the answer broke off on its way. */
export const isCut = ({ body }: { readonly body: string }): boolean =>
  body.trimStart().startsWith('{') && jsonObject(body) === undefined;

/** A member that is a text and not an empty one. */
export const textMember = (object: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined => {
  const value = object?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The scopes of an answer, which stand in one text. */
export const scopesMember = (object: Readonly<Record<string, unknown>> | undefined): readonly string[] | undefined =>
  textMember(object, 'scope')
    ?.split(/\s+/u)
    .filter((name) => name !== '');

/** The grant in an answer of the token endpoint; undefined where nothing was granted. */
export const readGrant = (answer: Answer): Grant | undefined => {
  if (!answer.reached || answer.status !== 200) return undefined;
  const granted = jsonObject(answer.body);
  const accessToken = textMember(granted, 'access_token');
  if (accessToken === undefined) return undefined;
  const instanceUrl = textMember(granted, 'instance_url');
  const refreshToken = textMember(granted, 'refresh_token');
  const userId = /\/id\/00D\w+\/(005\w{12,15})$/u.exec(textMember(granted, 'id') ?? '')?.[1];
  return {
    accessToken,
    ...defined({ instanceUrl, userId }),
    ...defined({ scopes: scopesMember(granted), refreshToken }),
  };
};
