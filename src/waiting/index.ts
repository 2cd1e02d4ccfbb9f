/** Waiting until Salesforce knows an app: classify an answer, how long to pause, when to stop. Only `asks` sends anything. */
export { allowance, usualBudget } from './allowance.ts';
export { attemptAsk } from './asks/attempt.ts';
export { probeAsk } from './asks/probe.ts';
export { classify, type Reading } from './classify.ts';
export type { Ask, Heard } from './heard.ts';
export { interruptBy } from './interrupt.ts';
export { pace } from './pace.ts';
export { sleep } from './sleep.ts';
export { usualStable, waitFor, type OnTry, type Waiting } from './wait-for.ts';
