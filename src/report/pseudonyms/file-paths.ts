/** What a part of a path holds; a path ends with the text, a quote, a colon before a line number. */
const part = String.raw`[^\s"'\x60<>():;,|/\\]{1,200}`;

/** Folders at the root of a machine. What else begins with a slash is a path on a host. */
const roots = [
  ...['Library', 'Users', 'Volumes', 'app', 'build', 'builds', 'code', 'etc', 'github', 'home', 'media', 'mnt', 'opt'],
  ...['private', 'project', 'repo', 'root', 'runner', 'srv', 'tmp', 'usr', 'var', 'workspace'],
].join('|');

/** What files are called that a login is made of, or that tell of one. */
const kinds = 'key|pem|p12|pfx|p8|jks|keystore|crt|cer|der|csr';
const others = 'csv|env|gz|json|log|txt|ya?ml';

const begins = String.raw`(?<=^|[\s"'\x60(=<,;:[])`;

export const fileUrl = new RegExp(String.raw`(?<=file:\/\/)(?:\/${part}){1,40}`, 'giu');

/** By its root, by its ending, or by the letter of its drive. */
export const filePath = new RegExp(
  [
    String.raw`${begins}\/(?:${roots})(?:\/${part}){1,40}`,
    String.raw`${begins}(?:~|\.{1,2})?(?:\/${part}){0,40}?\/${part}\.(?:${kinds}|${others})(?![\w-])`,
    String.raw`(?<!\w)[A-Z]:\\{1,4}(?:${part}\\{1,4}){0,40}${part}`,
    String.raw`${begins}~(?:\/${part}){1,40}`,
  ].join('|'),
  'giu',
);

/** The name of a key's or a certificate's file, in whatever folder. */
export const namedFile = new RegExp(
  String.raw`(?<![\w./\\-])(?:[\w.-]{1,100}[/\\]){0,20}[\w-][\w.-]{0,100}\.(?:${kinds})(?![\w-]|\.\w|\()`,
  'giu',
);
