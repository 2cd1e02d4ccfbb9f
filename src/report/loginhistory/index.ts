export { failuresBrief } from './brief/terminal.ts';
export { failuresCsv } from './csv.ts';
export { followEnd, followIntro, followLine, type Told } from './follow.ts';
export { failuresHtml } from './html/page.ts';
export { failuresMetrics } from './openmetrics.ts';
export { pseudonymisedFailures, redactor } from './redact.ts';
export { failuresScreen } from './screen.ts';
