import { defined } from '../../model/index.ts';
import type { PasswordPolicy } from '../../model/index.ts';
import { text } from './rows.ts';
import { settingsQuestion } from './settings.ts';

const numbers: Readonly<Record<string, number>> = { three: 3, five: 5, ten: 10, fifteen: 15, thirty: 30, sixty: 60 };

/** `FiveAttempts`, `ThirtyMinutes`; a figure where an org should write one. */
const numberIn = (value: unknown): number | undefined => {
  const word = text(value)?.toLowerCase() ?? '';
  const figure = /^\d+/u.exec(word)?.[0];
  return figure === undefined ? numbers[word.replace(/attempts$|minutes$/u, '')] : Number(figure);
};

/** Org-wide; a profile may have a policy of its own. */
export const passwordPolicy = settingsQuestion<PasswordPolicy>(
  {
    object: 'PasswordPolicies',
    columns: { LockoutInterval: 'lockoutInterval', MaxLoginAttempts: 'maxLoginAttempts' },
    component: { type: 'SecuritySettings', fullName: 'Security', within: 'passwordPolicies' },
    checked: '2026-11-30',
  },
  (row) =>
    defined({
      maxLoginAttempts: numberIn(row.MaxLoginAttempts),
      lockoutMinutes:
        text(row.LockoutInterval)?.toLowerCase() === 'forever' ? 'forever' : numberIn(row.LockoutInterval),
    } as const),
);
