/** Programs whose command lines stand in what people read. */
const programs = '(?:sf|openssl|curl|npx)';

const found = (text: string, pattern: string): readonly string[] =>
  [...text.matchAll(new RegExp(pattern, 'gmu'))].map(({ groups }) => groups?.line ?? '');

/** Command lines of a text: lines of their own that are no sentence, what stands behind a colon or a pipe, and what is in quotes or backticks. */
export const linesOf = (text: string): readonly string[] => [
  ...found(text, String.raw`^(?:\$ |- )?(?<line>${programs} [a-z].*[^.\n])$`),
  ...found(text, String.raw`^.*(?:: |\| )(?<line>${programs} [a-z][^:|]*?)(?:, read it through.*)?$`),
  ...found(text, String.raw`[\x60"](?<line>${programs} [@a-z-][^\x60"]*)[\x60"]`),
];
