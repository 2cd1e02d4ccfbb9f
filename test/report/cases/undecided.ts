import type { Diagnosis } from '../../../src/model/index.ts';

/** Only a text: two causes are suspected, nothing was looked at. */
export const undecided: Diagnosis = {
  schemaVersion: 1,
  outcome: 'inconclusive',
  integration: { sourceIps: [] },
  absent: [],
  refusals: [
    {
      channel: 'token-endpoint',
      origin: 'text',
      code: 'invalid_grant',
      description: 'authentication failure',
      text: 'invalid_grant: authentication failure',
      line: 1,
      count: 1,
      phrase: 'authentication-failure',
      suspects: ['wrong-username-or-password', 'user-locked-out'],
    },
  ],
  findings: [
    {
      cause: 'wrong-username-or-password',
      role: 'root',
      standing: 'suspected',
      gate: 'user',
      title: 'The username or the password is wrong.',
      meaning: 'Salesforce knows no such pair.',
      signs: [
        {
          clue: 'said',
          kind: 'suggests',
          text: 'The text "authentication failure" is often this.',
          sources: [{ place: 'error-text' }],
        },
      ],
      unread: [{ clue: 'row', facts: ['loginRows'] }],
      remedies: [
        {
          id: 'reset',
          who: 'integration-owner',
          effect: 'changes-credential',
          title: 'Put the right password into the client.',
          steps: ['Reset it.'],
        },
      ],
    },
    {
      cause: 'user-locked-out',
      role: 'root',
      standing: 'suspected',
      gate: 'user-state',
      title: 'The user is locked out.',
      meaning: 'Too many wrong passwords lock a user out for a while.',
      signs: [
        {
          clue: 'said',
          kind: 'suggests',
          text: 'The text "authentication failure" can be this.',
          sources: [{ place: 'error-text' }],
        },
      ],
      unread: [
        { clue: 'row', facts: ['loginRows'] },
        { clue: 'locked', facts: ['userLogin'] },
      ],
      remedies: [
        {
          id: 'unlock',
          who: 'org-admin',
          effect: 'restores-user',
          title: 'Unlock the user.',
          steps: ['Setup, Users, Unlock.'],
          setup: '/lightning/setup/ManageUsers/home',
        },
      ],
    },
  ],
  question: {
    id: 'login-history',
    choices: [
      { answer: 'Invalid Password', causes: ['wrong-username-or-password'] },
      { answer: 'Password Lockout', causes: ['user-locked-out'] },
    ],
  },
  changes: [],
  ruledOut: ['login-hours'],
  blindSpots: [
    {
      fact: 'loginRows',
      why: 'not-asked',
      cure: '--target-org',
      text: 'We did not look at Login History: --target-org would show it.',
      causes: ['user-locked-out', 'wrong-username-or-password', 'password-expired', 'ip-restricted'],
    },
    {
      fact: 'userLogin',
      why: 'not-asked',
      cure: '--target-org',
      text: 'We did not look at whether the user is frozen or locked out: --target-org would show it.',
      causes: ['user-frozen', 'user-locked-out'],
    },
    {
      fact: 'keyFile',
      why: 'not-asked',
      cure: '--jwt-key-file',
      text: 'We did not look at the private key file: --jwt-key-file would show it.',
      causes: ['jwt-wrong-key-or-cert'],
    },
  ],
  cost: { orgRoundTrips: 0, requests: 0, milliseconds: 41 },
};
