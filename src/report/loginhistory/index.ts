export { failuresBrief } from './brief/terminal.ts';
export { followEnd, followIntro, followLine } from './follow.ts';
export { failuresRedactor, pseudonymisedFailures } from './redact.ts';
export { failuresScreen } from './screen.ts';
