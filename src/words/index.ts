export { speakOfPreview } from './preview-speaker.ts';
export { speakFrom } from './speaker.ts';
export { loadWords, type Filling, type Words } from './words.ts';
