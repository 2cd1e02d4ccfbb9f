import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'not-authentication',
  title: 'The login is granted; the query asks for a field that is not there',
  flow: 'jwt',
  breaks: ({ client }) => {
    client.soql = 'SELECT Id, Region__c FROM User';
  },
  prints: body,
  leaves: { told: 'INVALID_FIELD', row: 'Success' },
});
