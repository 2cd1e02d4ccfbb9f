import { defined } from '../../model/index.ts';
import { loginLine } from '../loginhistory/login.ts';
import { sayFrom } from '../say.ts';
import type { Words } from '../../words/index.ts';

/** `marketing@acme.com by Marketing Sync`: what a judgement is about. */
export const aboutLogin = (user: string | undefined, app: string | undefined, words: Words): string =>
  loginLine(defined({ user, app }), sayFrom(words, 'loginhistory'));
