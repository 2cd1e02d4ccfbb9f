import { known, valueOf } from '../../model/index.ts';
import type { Change, Evidence } from '../../model/index.ts';
import type { Identity } from './identity.ts';
import { shapeHiders } from './patterns.ts';
import { redactor } from './redactor.ts';

/** Of what Salesforce's own sentences in the Setup Audit Trail are made. What is no such word may name anybody. */
const vocabulary: ReadonlySet<string> = new Set([
  ...['a', 'all', 'an', 'and', 'any', 'are', 'as', 'at', 'be', 'been', 'by', 'for', 'from', 'has', 'have', 'in', 'is'],
  ...['it', 'its', 'mode', 'new', 'no', 'not', 'now', 'of', 'off', 'old', 'on', 'only', 'or', 'out', 'own', 'per', 's'],
  ...['that', 'the', 'this', 'through', 'to', 'via', 'was', 'were', 'when', 'which', 'will', 'with', 'without', 'yes'],
  ...['activated', 'activation', 'add', 'added', 'allow', 'allowed', 'approve', 'approved', 'assign', 'assigned'],
  ...[
    'assignment',
    'authorize',
    'authorized',
    'block',
    'blocked',
    'change',
    'changed',
    'changes',
    'created',
    'deactivated',
  ],
  ...[
    'delete',
    'deleted',
    'disable',
    'disabled',
    'edit',
    'edited',
    'enable',
    'enabled',
    'enforce',
    'enforced',
    'expire',
  ],
  ...['expired', 'expires', 'expiring', 'froze', 'frozen', 'generate', 'generated', 'grant', 'granted', 'insert'],
  ...['inserted', 'installed', 'locked', 'logged', 'manage', 'modified', 'permitted', 'relax', 'relaxed', 'remove'],
  ...[
    'removed',
    'renamed',
    'request',
    'requested',
    'require',
    'required',
    'requires',
    'reset',
    'restrict',
    'restricted',
  ],
  ...['revoke', 'revoked', 'rotated', 'set', 'switched', 'turned', 'unassigned', 'unblocked', 'unfroze', 'unfrozen'],
  ...[
    'uninstalled',
    'unlocked',
    'unverified',
    'update',
    'updated',
    'upgraded',
    'upload',
    'uploaded',
    'use',
    'used',
    'verified',
  ],
  ...[
    'access',
    'account',
    'accounts',
    'action',
    'address',
    'addresses',
    'admin',
    'administrator',
    'api',
    'app',
    'apps',
  ],
  ...['application', 'applications', 'attempts', 'authentication', 'authorization', 'basic', 'box', 'callback', 'ca'],
  ...[
    'certificate',
    'certificates',
    'chain',
    'client',
    'code',
    'connected',
    'consumer',
    'control',
    'cors',
    'credential',
  ],
  ...[
    'credentials',
    'custom',
    'date',
    'day',
    'days',
    'default',
    'device',
    'digital',
    'domain',
    'e-mail',
    'email',
    'end',
  ],
  ...[
    'exchange',
    'expiration',
    'expiry',
    'external',
    'factor',
    'feature',
    'federation',
    'file',
    'flow',
    'flows',
    'forever',
  ],
  ...[
    'group',
    'groups',
    'high',
    'history',
    'hour',
    'hours',
    'id',
    'identity',
    'inactive',
    'integration',
    'invalid',
    'ip',
  ],
  ...['ips', 'key', 'keys', 'length', 'level', 'license', 'licenses', 'list', 'lockout', 'login', 'logins', 'logout'],
  ...[
    'lower',
    'max',
    'maximum',
    'mfa',
    'minimum',
    'minute',
    'minutes',
    'months',
    'multi-factor',
    'my',
    'name',
    'never',
  ],
  ...['network', 'none', 'number', 'oauth', 'openid', 'connect', 'optional', 'org', 'organization', 'owner', 'package'],
  ...['password', 'passwords', 'period', 'permission', 'permissions', 'phone', 'pkce', 'policies', 'policy', 'profile'],
  ...[
    'profiles',
    'proof',
    'provider',
    'range',
    'ranges',
    'read',
    'redirect',
    'refresh',
    'relaxation',
    'remote',
    'role',
  ],
  ...[
    'rotation',
    'run',
    'saml',
    'sandbox',
    'scope',
    'scopes',
    'secret',
    'security',
    'self',
    'self-authorize',
    'server',
  ],
  ...['session', 'sessions', 'setting', 'settings', 'sign-on', 'single', 'sites', 'sso', 'standard', 'start', 'status'],
  ...[
    'system',
    'temporary',
    'time',
    'timeout',
    'token',
    'tokens',
    'trusted',
    'two-factor',
    'type',
    'uri',
    'url',
    'urls',
  ],
  ...['user', 'username', 'users', 'value', 'verification', 'weeks', 'window', 'year', 'years'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
]);

const hidden = '[…]';

/** Stand around a name that is known, and in no text. */
const [opened, closed] = ['\uE000', '\uE001'] as const;

const isPlain = (word: string): boolean => /^\d{1,2}$/u.test(word) || vocabulary.has(word.toLowerCase());

/** What lies between known names. */
const ownWords = (text: string): string =>
  text
    .replaceAll(/[\p{L}\p{N}](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}])?/gu, (word) => (isPlain(word) ? word : hidden))
    .replaceAll(/\[…\](?:[^\p{L}\p{N}[\]]{0,3}\[…\])+/gu, hidden);

/** A sentence of the trail with nothing in it but names that are known, for which there are pseudonyms, and Salesforce's own words. */
const spoken = (sentence: string, names: readonly Identity[]): string => {
  const by = redactor([], (_kind, name) => `${opened}${name}${closed}`, shapeHiders);
  by.learn(names);
  let depth = 0;
  return by
    .text(sentence.replaceAll(new RegExp(`[${opened}${closed}]`, 'gu'), ''))
    .split(new RegExp(`([${opened}${closed}])`, 'u'))
    .map((piece) => {
      if (piece === opened || piece === closed) {
        depth += piece === opened ? 1 : -1;
        return '';
      }
      return depth > 0 ? piece : ownWords(piece);
    })
    .join('');
};

/** A change whose sentence names nobody that we do not know. Where it has none, its kind stands there. */
export const spokenChange = (change: Change, names: readonly Identity[]): Change =>
  change.display === change.action ? change : { ...change, display: spoken(change.display, names) };

/** Evidence in which the sentences of the audit trail name nobody that we do not know: what is judged of it can be given pseudonyms. */
export const spokenEvidence = (evidence: Evidence, names: readonly Identity[]): Evidence => {
  const changes = valueOf(evidence.changes);
  if (evidence.changes.state !== 'known' || changes === undefined) return evidence;
  const told = changes.map((change) => spokenChange(change, names));
  return { ...evidence, changes: known(told, evidence.changes.source) };
};
