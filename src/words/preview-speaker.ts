import type {
  Alteration,
  Edit,
  FactName,
  IpRange,
  Path,
  PreviewSpeaker,
  RefreshTokenPolicy,
  UntoldEdit,
} from '../model/index.ts';
import { speakFrom } from './speaker.ts';
import type { Words } from './words.ts';

const file = 'preview';

const stateOf = (setting: Extract<Alteration, { readonly value: boolean }>): string => {
  const blocks = ['app-blocked', 'password-flow-blocked', 'user-agent-flow-blocked'].includes(setting.set);
  return blocks ? (setting.value ? 'state.blocked' : 'state.allowed') : setting.value ? 'state.on' : 'state.off';
};

const rangeText = ({ start, end }: IpRange): string => (start === end ? start : `${start} - ${end}`);

const policy = ({ kind, period, unit }: RefreshTokenPolicy): string =>
  period === undefined ? kind : `${kind} ${period} ${unit ?? ''}`.trim();

/** What a setting becomes, as text. */
const valueOf = (setting: Alteration, words: Words): string => {
  const listed = (texts: readonly string[]): string =>
    texts.length === 0 ? words.text(file, 'none') : texts.join(', ');
  switch (setting.set) {
    case 'refresh-token-policy':
      return policy(setting.value);
    case 'certificate':
      return setting.value?.subject ?? '';
    case 'login-ranges':
    case 'trusted-ranges':
    case 'token-ranges':
      return listed(setting.value.map(rangeText));
    case 'scopes':
    case 'callback-urls':
      return listed(setting.value);
    case 'permitted-users':
    case 'ip-relaxation':
    case 'run-as':
      return setting.value;
    default:
      return '';
  }
};

const carrier = ({ via, name }: Path, words: Words): string => words.text(file, `carrier.${via}`, { name });

const variantOf = (setting: Alteration): string => {
  if (setting.set === 'certificate' && setting.value === undefined) return '.none';
  if (setting.set === 'login-ranges' && setting.value.length === 0) return '.none';
  return setting.set === 'app-in-carrier' && !setting.value ? '.off' : '';
};

const isSwitch = (setting: Alteration): setting is Extract<Alteration, { readonly value: boolean }> =>
  'value' in setting && typeof setting.value === 'boolean';

const settingText = ({ setting, element, perhaps }: Edit, words: Words): string => {
  if (perhaps === true) return words.text(file, 'perhaps', { app: 'app' in setting ? setting.app : '', element });
  if (setting.set === 'untold') return words.text(file, `why.${setting.why}`, { element });
  return words.text(file, `setting.${setting.set}${variantOf(setting)}`, {
    app: 'app' in setting ? setting.app : '',
    profile: 'profile' in setting ? setting.profile : '',
    group: 'group' in setting ? setting.group : '',
    name: 'name' in setting ? setting.name : '',
    carrier: 'path' in setting ? carrier(setting.path, words) : '',
    state: isSwitch(setting) ? words.text(file, stateOf(setting)) : '',
    value: valueOf(setting, words),
  });
};

const untoldText = ({ edit, because }: UntoldEdit, words: Words): string => {
  const text = settingText(edit, words);
  return because === undefined ? text : words.text(file, `because.${because}`, { text });
};

/** Speaks of a change, and of what becomes of logins. */
export const speakOfPreview = (words: Words): PreviewSpeaker => ({
  ...speakFrom(words),
  edit: (edit) => settingText(edit, words),
  untold: (edit) => untoldText(edit, words),
  unanswered: (text) => words.text(file, 'unanswered', { text }),
  inFlow: (flow, text) =>
    flow === undefined ? words.text(file, 'in-other-flow', { text }) : words.text(file, 'in-flow', { flow, text }),
  inApp: ({ kind, developerName, id }, text) => words.text(file, `in-app.${kind}`, { app: developerName ?? id, text }),
  unseen: (fact: FactName) => words.text(file, 'unseen', { fact: words.text('facts', fact) }),
  seemedShut: (text) => words.text(file, 'seemed-shut', { text }),
  someDay: (text) => words.text(file, 'later', { text }),
  unsure: (why, text) => words.text(file, `unsure.${why}`, { text }),
});
