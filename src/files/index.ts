export { addTo } from './add-to.ts';
export { codeOf } from './code-of.ts';
export { secretsFoundIn } from './secrets-found.ts';
export { writeWhole } from './write-file.ts';
