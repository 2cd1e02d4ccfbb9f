const hidden = '[hidden]';

/** What names a secret in a sentence, and the blank after it: "my password hunter2", "the token is abc123def". */
const spoken =
  /(?<![A-Za-z0-9_-])(?<!\bunexpected )(?:(?:client|consumer|app|connected app) secret|secret|pass(?:word|wd|phrase|code)|pwd|(?:(?:access|refresh|id|security|bearer|session|oauth|auth)[_ -])?token|session[_ -]?id|api[_ -]key|consumer[_ -]secret|client[_ -]secret|(?:auth|authori[sz]ation) code|code[_ -]verifier)[ \t]{1,3}(?:(?:is|was)[ \t]{1,3})?(["'`“‘]?)/giu;

/** One word: up to a blank, a quote, or a mark that ends a clause. */
const word = /[^\s"'`“”‘’<>()[\]{},;\\]{6,200}/uy;

const sentenceEnd = /[.!?:…]+$/u;

/** Words with a digit in them that stand there in sentences: dates, addresses, paths, names of methods, values of other names. */
const ordinary =
  /^(?:\d{1,4}[-/.:]\d.*|[./~].*|[^@]+@[^@]+\.[a-z]{2,}|(?:[a-z0-9-]+\.)+[a-z]{2,}|[a-z_.-]+[=:].*|(?:oauth|saml|sha|hmac|pbkdf|base|utf|rs|hs|es|ps|aes|tls|md|http|ipv|web|api|id|v)[-_]?\d[\d.]*(?:[-_/][a-z0-9]+)*|[a-z]+[-_]\d{1,3}|\d+(?:st|nd|rd|th|ms|s|m|h|d|min|mins|hours?|days?|x|kb|mb))$/iu;

/** A letter and a digit, or a letter and a mark inside the word, or many digits. */
const looksSecret = (value: string): boolean =>
  (/[A-Za-z]/u.test(value) && (/\d/u.test(value) || /[A-Za-z][#$%^*!+?][A-Za-z]/u.test(value))) ||
  /^\d{8,}$/u.test(value);

/** The text without what stands after the name of a secret in a sentence and looks like one. Pure, linear. */
export const withoutSpoken = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const found of text.matchAll(spoken)) {
    word.lastIndex = found.index + found[0].length;
    const whole = word.exec(text)?.[0] ?? '';
    const value = whole.replace(sentenceEnd, '');
    if (looksSecret(value) && !ordinary.test(value)) {
      const from = found.index + found[0].length;
      pieces.push(text.slice(done, from), hidden);
      done = from + value.length;
    }
  }
  return pieces.join('') + text.slice(done);
};
