export { renderBrief } from './brief/terminal.ts';
export type { Reader } from './brief/when.ts';
export { composeExplanation } from './explain/compose.ts';
export { composeAllApps, composeCheck } from './gates/index.ts';
export { mapStrings } from './map-strings.ts';
export { renderMarkdown, showPage } from './markdown.ts';
export { pseudonymisedCheck } from './pseudonyms/check-identities.ts';
export { pseudonymised } from './pseudonyms/index.ts';
export { renderTerminal, showDocument } from './terminal.ts';
