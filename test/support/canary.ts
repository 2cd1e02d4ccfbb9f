import { named } from '../../simulator/scenarios/variations/names.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import userNotPreauthorized from '../../simulator/scenarios/user-not-preauthorized.ts';

export const canary = 'Quuxly';

/** Acme under another name, wherever it has one. */
export const elsewhere: Scenario = {
  ...named(userNotPreauthorized, canary),
  prepare: (setting) => {
    named(userNotPreauthorized, canary).prepare?.(setting);
    setting.org.name = `${canary} Ltd`;
    setting.admin.username = `admin@${canary}.example`;
    setting.admin.firstName = canary;
    setting.client.sourceIp = '198.51.100.77';
  },
};

/** Whatever of it nobody else may know. */
export const namesOfElsewhere = /quuxly|198\.51\.100|00D5e/iu;

/** A log in which everything is named. */
export const log = [
  `2026-11-30 10:00:00 ${canary} user (ci@${canary}.example) from 198.51.100.77`,
  `getaddrinfo ENOTFOUND sso.${canary}.example; POST https://${canary}.my.salesforce.com/services/oauth2/token`,
  `at sign (/srv/${canary}/login.js:1:1) with /home/${canary}/keys/${canary}.pem, CN=${canary}`,
  `{"display_name":"${canary} Smith","organization_id":"00D5e000001AbCdEAK"}`,
  `Reported by: ${canary} Smith (ci@${canary}.example); invalid_grant: user hasn't approved this consumer, user="${canary} Smith"`,
].join('\n');
