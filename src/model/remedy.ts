import type { Flow } from './flow.ts';

/** Who must act. */
export const actors = [
  'org-admin',
  'integration-owner',
  'developer',
  'user',
  'app-vendor',
  'salesforce',
  'nobody',
] as const;

export type Actor = (typeof actors)[number];

/** What cures a cause. Its words (title, steps, command, risk) are in `messages/cause.<id>.md` under `remedy.<id>.*`. */
export type Remedy = {
  readonly id: string;
  readonly who: Actor;
  readonly effect:
    'grants-access' | 'restores-user' | 'changes-credential' | 'changes-client' | 'relaxes-policy' | 'waits';
  /** Where one of these clues proves the cause, that one's remedies are the only ones that help. Absent: it always may. */
  readonly provedBy?: readonly string[];
  /** Where none of these clues speaks for the cause, or foretells it, it is no cure. */
  readonly onlyBy?: readonly string[];
  /** Where one of these clues speaks for the cause, it is no cure. */
  readonly notBy?: readonly string[];
  /** Where it helps nobody: a server that logs in by a key has no browser. */
  readonly notIn?: readonly Flow[];
  /** The permission that it gives the user of the integration, by its name in metadata. */
  readonly gives?: string;
  /** Path in Setup, from the org's own host; may hold `{userId}`, `{profileId}`, `{appId}`. */
  readonly setup?: string;
};
