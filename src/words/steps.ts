import type { Values } from '../model/index.ts';
import type { Words } from './words.ts';

/** Steps for one kind of app, or for one flow, begin with its name. Key of the name in `messages/steps.md` -> what must have been seen. */
const only = {
  'connected-app': ['appKind', 'connected-app'],
  'external-client-app': ['appKind', 'external-client-app'],
  jwt: ['flow', 'jwt'],
  'client-credentials': ['flow', 'client-credentials'],
} as const;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** A step as it stands for the login that was seen: gone where it is for another kind, without the name where it is for this one. */
const stepFor = (step: string, words: Words, values: Values): readonly string[] => {
  for (const [key, [what, wanted]] of Object.entries(only)) {
    const name = words.text('steps', key);
    const seen = values[what];
    if (step.startsWith(name) && seen !== undefined)
      return seen === wanted ? [capital(step.slice(name.length).trim())] : [];
  }
  return [step];
};

/** What a step is for, where it is for one kind alone: `appKind` or `flow`. */
const about = (step: string, words: Words): string | undefined =>
  Object.entries(only).find(([key]) => step.startsWith(words.text('steps', key)))?.[1][0];

/** Roads that part by what was not seen are one step with two ways, and never steps 1 and 2. */
const withWays = (steps: readonly string[], words: Words): readonly string[] =>
  steps.reduce<readonly string[]>((all, step) => {
    const last = all.at(-1);
    const kind = about(step, words);
    return last === undefined || kind === undefined || about(last, words) !== kind
      ? [...all, step]
      : [...all.slice(0, -1), `${last} ${step}`];
  }, []);

/** One road for the app and the flow that were seen; all roads, as ways of one step, where they were not. */
export const stepsFor = (steps: readonly string[], words: Words, values: Values): readonly string[] =>
  withWays(
    steps.flatMap((step) => stepFor(step, words, values)),
    words,
  );
