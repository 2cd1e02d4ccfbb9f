import type { Namer } from './namer.ts';

/** What another hider, or a name that is known by its place, left there. */
export const isPseudonym = (text: string): boolean => /^[a-z-]+-[\d.]+$/u.test(text);

const username = String.raw`(?<![\w.+-])\w[\w.!+'~-]*(?:@|%40)[\w-]+(?:\.[\w-]+)+`;

const capital = String.raw`\p{Lu}[\p{L}\p{M}'’-]*\.?`;
const particle = String.raw`(?:(?:van|von|zu|de|der|den|del|da|di|la|le|el|al|bin|ten|ter|dos) ){0,2}`;

/** A first name, with or without others: as people write them. */
const anyName = String.raw`${capital}(?: ${particle}${capital}){0,3}`;
const fullName = String.raw`${capital}(?: ${particle}${capital}){1,3}`;

/** In capitals too: a capital tells a name, so no pattern here can ignore the case. */
const anyCase = (words: string): string =>
  words.replaceAll(/[a-z]/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** Of those who did something: `Reported by`. */
const deeds = anyCase(
  [
    ...['approved', 'assigned', 'authored', 'changed', 'committed', 'created', 'edited', 'escalated', 'filed'],
    ...['handled', 'logged', 'modified', 'opened', 'owned', 'prepared', 'raised', 'reported', 'requested'],
    ...['resolved', 'sent', 'submitted', 'triggered', 'updated', 'written'],
  ].join('|'),
);
const roles = anyCase(
  [
    ...['approver', 'assignee', 'attendee', 'attn', 'author', 'caller', 'cc', 'colleague', 'contact', 'developer'],
    ...['employee', 'engineer', 'full name', 'manager', 'on-call', 'operator', 'owner', 'reporter', 'requester'],
    ...['requestor', 'sender', 'submitter'],
  ].join('|'),
);
const by = anyCase('by');
const user = anyCase('user');

const starts = String.raw`(?<![\p{L}\p{N}_-])`;
const ends = String.raw`(?![\p{L}\p{N}_])`;

/** Where nobody but a person has a name. */
const places = [
  // Reported by: Jane. Owner = "Jane Doe". For these one name is enough.
  String.raw`(?<=${starts}(?:(?:${deeds}) ${by}|${roles})["']?\s?[:=]\s?["'“]?)${anyName}${ends}`,
  // From: Jane Doe, User = Jane Doe: other things stand there too.
  String.raw`(?<=${starts}(?:${anyCase('from|to|user|username|user name|name|admin')})["']?\s?[:=]\s?["'“]?)${fullName}${ends}`,
  // created by Jane Doe, on behalf of Jane Doe, user Jane Doe, user 'Jane'.
  String.raw`(?<=${starts}(?:(?:${deeds}) by|on behalf of|[Uu]ser|[Cc]olleague) )${fullName}${ends}`,
  String.raw`(?<=${starts}(?:[Uu]sers?|[Cc]olleague|[Ee]mployee|[Aa]dmin|behalf of|by) ["'“‘])${anyName}(?=["'”’])`,
  // Hi Jane, ... Regards, Jane
  String.raw`(?<=(?:^|\n|["'“>] ?)(?:Hi|Hello|Hey|Dear|Hallo|Liebe|Lieber|Bonjour|Hola|Ciao|Thanks|Thank you|Danke|Merci),? )${anyName}(?=\s*(?:[,!.:;–-]|\n|$))`,
  String.raw`(?<=(?:[Rr]egards|[Ww]ishes|[Gg]rüße|[Gg]rüßen|Cheers|Thanks|Best|Sincerely|Cordialement|Saludos),?\s{0,2}\n\s{0,4})${anyName}(?=\s*(?:[,|]|\n|$))`,
  // Jane Doe wrote: [10:42] Jane Doe: ... Jane Doe  10:42 AM
  String.raw`${starts}${anyName}(?= (?:wrote|writes|said|says|schrieb|escribió|a écrit)\s?:)`,
  String.raw`(?<=(?:^|\n)\[?(?:\d{4}-\d\d-\d\d,? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\]? (?:[-–] )?)${fullName}(?=:\s)`,
  String.raw`(?<=^|\n)${fullName}(?= {1,3}(?:\[|at )?\d{1,2}:\d\d(?: ?[AP]M)?\]?(?:\n|$))`,
];

const quoted = String.raw`\\?["']\s?:\s?\\?["']`;

/** By the name of the member, as identity and user info answer and as logs are written; the account in a prompt and in a Windows domain. */
const records = [
  String.raw`(?<=(?:${anyCase('display|first|last|full|given|family|nick|preferred_user|user|owner|author|contact')})_?${anyCase('name')}${quoted})[^"'\\]{1,200}`,
  String.raw`(?<=["'](?:${anyCase('user|owner|author|reporter|assignee|contact|sender|requester')}|(?:${anyCase('created|modified|changed|updated|requested|reported')})_?${by})${quoted})[^"'\\]{1,200}`,
  String.raw`(?<=(?<![\w.-])(?:${user}|${user}_?${anyCase('name')}|${anyCase('owner|author|actor')})=)\p{L}[\p{L}\p{N}.\\_-]{1,60}(?![\w.@%-])`,
  String.raw`(?<=(?<![\w.-])(?:${user}|${user}_?${anyCase('name')}|${anyCase('owner|author|actor')})=")[^"\n]{1,100}(?=")`,
  String.raw`(?<![\w.@%-])[a-z_][\w-]{0,31}@[A-Za-z][\w-]{0,62}(?=:[~/]| [~/][^\n\]]{0,80}\]?[$#%])`,
  // After its backslash no letter by which texts escape a character.
  String.raw`(?<![\w\\/:.-])[A-Z][A-Z0-9-]{1,14}\\{1,2}(?![nrtubfx0])[a-z][\w.-]{1,40}(?![\w\\])`,
];

/** Words that stand where a name could, and are none. */
const noName = new Set([
  ...['account', 'admin', 'api', 'app', 'authentication', 'connected', 'disabled', 'error', 'exception', 'external'],
  ...['failed', 'failure', 'frozen', 'grant', 'history', 'id', 'inactive', 'integration', 'invalid', 'ip', 'license'],
  ...['locked', 'login', 'management', 'name', 'named', 'not', 'oauth', 'password', 'permission', 'permissions'],
  ...['profile', 'salesforce', 'security', 'session', 'settings', 'setup', 'system', 'team', 'token', 'unknown'],
  ...['user', 'users', 'agent', 'all', 'everyone', 'is', 'was', 'has', 'the', 'community', 'standard', 'platform'],
]);

const isName = (text: string): boolean => text.split(' ').every((word) => !noName.has(word.toLowerCase()));

/** `Jane Doe <jane@acme.com>`, `"Jane" (jane@acme.com)`. */
const beside = new RegExp(String.raw`${starts}(${anyName})("? ?[<(\[](?:mailto:)?)(${username})`, 'gu');

const anybody = new RegExp(`${username}|(?<placed>${places.join('|')})|${records.join('|')}`, 'gu');

/**
 * Hides whoever a text names: by a username, by the username that stands beside the name, or by its place in a sentence, a mail, a chat, a
 * record or a prompt. In one go, so that the numbers stand in the order of the text.
 */
export const people = (text: string, name: Namer): string =>
  text
    .replaceAll(beside, (whole: string, found: string, between: string, same: string) =>
      isName(found) ? `${same}${between}${same}` : whole,
    )
    .replaceAll(anybody, (found, placed: string | undefined) =>
      isPseudonym(found) || (placed !== undefined && !isName(placed)) ? found : name('user', found.replace('%40', '@')),
    );

/** Hides usernames alone. */
export const usernames = (text: string, name: Namer): string =>
  text.replaceAll(new RegExp(username, 'gu'), (found) => name('user', found.replace('%40', '@')));
