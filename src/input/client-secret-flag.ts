import { Flags } from '@oclif/core';
import { related, type Relations } from './relations.ts';

/** The secret is named by its file: a flag's value stands in the history of the shell and in the list of processes. */
export const clientSecretFlag = (
  worded: { readonly summary: string; readonly description?: string; readonly helpGroup: string },
  { needsOneOf = ['attempt'], notWith = [] }: Pick<Relations, 'needsOneOf' | 'notWith'> = {},
) => Flags.string(related(worded, { needsOneOf, notWith: ['jwt-key-file', 'login', ...notWith] }));
