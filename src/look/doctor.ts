import { causes } from '../causes/index.ts';
import { acceptLater, diagnose, plan, whyNot, withAnswer, withNearNamesOnly } from '../diagnosis/index.ts';
import { readEvidence, type Run } from '../evidence/saved/index.ts';
import { namedIn } from '../gates/index.ts';
import { idMeant, noSuchCause } from '../input/cause-id.ts';
import { look, lookedIn, type LookRequest } from './look.ts';
import { Trouble } from '../model/index.ts';
import type { Answer, Diagnosis, WhyNot } from '../model/index.ts';
import { loadWords, speakFrom } from '../words/index.ts';

export { acceptLater, namedIn, withNearNamesOnly };

/** Gathers the evidence that the causes need. Throws `Trouble` where the tool itself cannot go on. */
export const gatherLogin = async (request: LookRequest): Promise<Run> => {
  const started = performance.now();
  const { evidence, port, spent } = await look(request, { wanted: plan(causes), variables: process.env });
  return { evidence, ...lookedIn(port), cost: { ...spent, milliseconds: Math.round(performance.now() - started) } };
};

/** The same evidence, with what a person answered. */
export const answered = (run: Run, answers: readonly Answer[]): Run => ({
  ...run,
  evidence: answers.reduce(withAnswer, run.evidence),
});

/** Judges what was gathered, now or earlier, and says it in words. Asks nobody. */
export const judgeLogin = (run: Run): Diagnosis => diagnose({ ...run, causes, speaker: speakFrom(loadWords()) });

/** How the cause of that name stands in what was gathered, clue by clue. Throws `Trouble` where there is no such cause. */
export const explainStanding = (name: string, { evidence }: Pick<Run, 'evidence'>): WhyNot => {
  const ids = causes.map(({ id }) => id);
  const id = idMeant(name, ids);
  const cause = causes.find((one) => one.id === id);
  if (cause === undefined) throw noSuchCause(name, ids);
  return whyNot(cause, evidence, speakFrom(loadWords()));
};

/** Evidence from a file. One that was changed by hand may hold facts of any type: what cannot be judged is none. Throws `Trouble`. */
export const readRun = async (path: string): Promise<Run> => {
  const run = await readEvidence(path);
  try {
    judgeLogin(run);
  } catch {
    throw new Trouble('evidence-unreadable', { path });
  }
  return run;
};
