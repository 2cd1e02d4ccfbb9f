import { causes } from './causes/index.ts';
import { diagnose, plan } from './diagnosis/index.ts';
import type { Run } from './evidence/saved/index.ts';
import { namedIn } from './gates/index.ts';
import { look, lookedIn, type LookRequest } from './look.ts';
import type { Diagnosis } from './model/index.ts';
import { loadWords, speakFrom } from './words/index.ts';

export { namedIn };

/** Gathers the evidence that the causes need. Throws `Trouble` where the tool itself cannot go on. */
export const gatherLogin = async (request: LookRequest): Promise<Run> => {
  const started = performance.now();
  const { evidence, port, spent } = await look(request, { wanted: plan(causes), variables: process.env });
  return { evidence, ...lookedIn(port), cost: { ...spent, milliseconds: Math.round(performance.now() - started) } };
};

/** Judges what was gathered, now or earlier, and says it in words. Asks nobody. */
export const judgeLogin = (run: Run): Diagnosis => diagnose({ ...run, causes, speaker: speakFrom(loadWords()) });
