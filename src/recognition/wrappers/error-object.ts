/** So far round a place are the braces of its object looked for. */
const reach = 1200;

/** An object that stands round a place: the names of its own members, none of those within. */
type Around = { readonly start: number; readonly end: number };

/** The object in the text that directly holds a place, if its braces are near. Quotes are not looked at: they are escaped in too many ways. */
const holderOf = (source: string, start: number, end: number): Around | undefined => {
  let depth = 0;
  let open = start - 1;
  for (const least = Math.max(0, start - reach); open >= least; open -= 1) {
    const char = source.charAt(open);
    if (char === '}') depth += 1;
    else if (char === '{' && depth === 0) break;
    else if (char === '{') depth -= 1;
  }
  if (source.charAt(open) !== '{') return undefined;
  depth = 0;
  for (let close = end; close < Math.min(source.length, end + reach); close += 1) {
    const char = source.charAt(close);
    if (char === '{') depth += 1;
    else if (char === '}' && depth === 0) return { start: open, end: close + 1 };
    else if (char === '}') depth -= 1;
  }
  return undefined;
};

const nested = /[{[][^{}[\]]*[}\]]/gu;
const mostNested = 8;

/** An object without what its members hold in turn. */
const shallow = (text: string): string => {
  let flat = text;
  for (let depth = 0; depth < mostNested && /[{[]/u.test(flat); depth += 1) flat = flat.replaceAll(nested, '0');
  return flat;
};

const member = /["']([\w:.-]{1,40})\\{0,4}["'][ \t]{0,4}(?::|=>)[ \t]{0,4}(?:\\{0,4}["']([^"'\\]{0,160}))?/gu;

/** The members of an object by name; those that hold a text with it. */
type Members = ReadonlyMap<string, string | undefined>;

const membersOf = (source: string, { start, end }: Around): Members =>
  new Map(
    [...shallow(source.slice(start + 1, end - 1)).matchAll(member)].flatMap(([, name, value]) =>
      name === undefined ? [] : [[name, value]],
    ),
  );

/** Salesforce answers so: an OAuth error, a code of its APIs with its message, the two of Bulk; and its CLI wraps it with its own. */
const isOurs = (members: Members): boolean => {
  const code = members.get('errorCode');
  const error = members.get('error');
  return (
    (code !== undefined && /^[A-Z][A-Z_]+$/u.test(code)) ||
    members.has('error_description') ||
    members.has('exceptionCode') ||
    (error !== undefined && /^\w+$/u.test(error) && members.size === 1)
  );
};

const ofLogs =
  /^(?:level|severity|logger|loggerName|@timestamp|ts|time|lvl|stack|stackTrace|stack_trace|exitCode|commandName|hostname|pid|service)$/u;

/** A line of a log, or an error that a program printed with its name and all that it holds: not what a server answered. */
const isPrinted = (members: Members): boolean =>
  (members.has('name') && members.has('message')) || [...members.keys()].some((name) => ofLogs.test(name));

/** So many objects round each other are looked at. */
const mostLevels = 5;

const speaks =
  /^(?:error|errors|message|Message|detail|Detail|details|title|Title|status|code|reason|fault|errorMessages|error_message|errmsg|msg|Description|errorMessage|errorSummary|httpMessage|Error|text|type|summary)$/u;

const element = /<(?:message|error|msg|description|detail|reason|summary)>[^<]{1,300}<\//giu;
const aroundElement = 400;

/** What Salesforce's XML has where it refuses, and its SOAP, and any page. */
const oursInXml = /<(?:errorCode|exceptionCode|faultcode|html|body)\b/iu;

/** Whether what stands at a place is the text of an element of errors in XML as Salesforce's core sends none. */
export const isAnotherElement = (source: string, start: number, end: number): boolean => {
  const from = Math.max(0, start - aroundElement);
  const around = source.slice(from, end + aroundElement);
  const isHere = ({ index, 0: text }: RegExpExecArray): boolean =>
    from + index < end && from + index + text.length > start;
  return !oursInXml.test(around) && [...around.matchAll(element)].some(isHere);
};

/**
 * Whether what stands at a place was answered in an object of errors as Salesforce's core sends none: `{"statusCode":401,"message":...}`,
 * `{"errors":[...]}`, `{"detail":...}`.
 */
export const isAnotherObject = (source: string, start: number, end: number): boolean => {
  let another = false;
  let around = holderOf(source, start, end);
  for (let level = 0; around !== undefined && level < mostLevels; level += 1) {
    const members = membersOf(source, around);
    if (isOurs(members) || isPrinted(members)) return false;
    another ||= [...members.keys()].some((name) => speaks.test(name));
    around = holderOf(source, around.start, around.end);
  }
  return another;
};
