const hidden = '[hidden]';

/** What names a secret in a sentence: the last word of the name, and the one before where without it that word says too little. */
const names = [
  String.raw`(?:(?:client|consumer)[_-])?secret`,
  String.raw`pass(?:word|wd|phrase|code)`,
  String.raw`pwd`,
  String.raw`(?:(?:access|refresh|id|security|bearer|session|oauth|auth)[_-])?token`,
  String.raw`session[_ -]?id`,
  String.raw`api[_ -]key`,
  String.raw`(?:auth|authori[sz]ation) code`,
  String.raw`code[_ -]verifier`,
];

/** Such a name, and the blank after it: "my password hunter2", "the token is abc123def". */
const spoken = new RegExp(
  String.raw`(?<![A-Za-z0-9_-])(?<!\bunexpected )(?:${names.join('|')})[ \t]{1,3}(?:(?:is|was)[ \t]{1,3})?(["'\x60“‘]?)`,
  'giu',
);

/** One word: up to a blank, a quote, or a mark that ends a clause. */
const word = /[^\s"'`“”‘’<>()[\]{},;\\]{6,200}/uy;

const sentenceEnd = /[.!?:…]+$/u;

/** Words with a digit in them that stand there in sentences: dates, addresses, paths, names of methods, values of other names. */
const ordinary: readonly RegExp[] = [
  /^\d{1,4}[-/.:]\d/u,
  /^[./~]/u,
  /^[^@]+@[^@]+\.[a-z]{2,}$/iu,
  /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/iu,
  /^[a-z_.-]+[=:]/iu,
  /^(?:oauth|saml|sha|hmac|pbkdf|base|utf|rs|hs|es|ps|aes|tls|md|http|ipv|web|api|id|v)[-_]?\d[\d.]*(?:[-_/][a-z0-9]+)*$/iu,
  /^[a-z]+[-_]\d{1,3}$/iu,
  /^\d+(?:st|nd|rd|th|ms|s|m|h|d|min|mins|hours?|days?|x|kb|mb)$/iu,
];

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
    if (looksSecret(value) && !ordinary.some((form) => form.test(value))) {
      const from = found.index + found[0].length;
      pieces.push(text.slice(done, from), hidden);
      done = from + value.length;
    }
  }
  return pieces.join('') + text.slice(done);
};
