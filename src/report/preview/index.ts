export { renderPreviewBrief } from './brief.ts';
export { composePreview } from './document.ts';
export { pseudonymisedPreview } from './redact.ts';
