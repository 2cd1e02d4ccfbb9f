export { speakGatesFrom } from './gates.ts';
export { speakFrom } from './speaker.ts';
export { loadWords, parseSection, type Filling, type Section, type Words } from './words.ts';
