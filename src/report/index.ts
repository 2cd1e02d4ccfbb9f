export { mapStrings } from './map-strings.ts';
export { renderMarkdown } from './markdown.ts';
export { pseudonymised } from './pseudonyms/index.ts';
export { renderTerminal, type TerminalOptions } from './terminal.ts';
