import type { Provider } from './provider.ts';

/** Systems that people log in to beside an integration: clouds, databases, mail, code. Their refusals stand in the same logs. */
export const systemProviders: readonly Provider[] = [
  {
    name: 'Amazon Web Services',
    signs: [
      'The security token included in the request is',
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'ExpiredTokenException',
      'because no identity-based policy allows',
      'The AWS Access Key Id you provided does not exist in our records',
      'The request signature we calculated does not match',
      'Unable to locate credentials. You can configure credentials by running aws',
    ],
    marks: ['sts.amazonaws.com', 'botocore', 'aws sts', 'AWS SDK'],
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html',
  },
  {
    name: 'Firebase',
    signs: ['FirebaseError', 'FirebaseAuthError', 'INVALID_LOGIN_CREDENTIALS'],
    marks: ['identitytoolkit.googleapis.com', 'securetoken.googleapis.com', 'firebase'],
    source: 'https://firebase.google.com/docs/auth/admin/errors',
  },
  {
    name: 'PostgreSQL',
    signs: ['password authentication failed for user', 'no pg_hba.conf entry for host'],
    marks: ['psycopg2', 'postgresql', 'postgres'],
    source: 'https://www.postgresql.org/docs/current/client-authentication-problems.html',
  },
  {
    name: 'MySQL',
    signs: ['(using password: YES)', '(using password: NO)', 'ER_ACCESS_DENIED_ERROR'],
    marks: ['mysql', 'mariadb'],
    source: 'https://dev.mysql.com/doc/refman/en/problems-connecting.html',
  },
  {
    name: 'SQL Server',
    signs: ['Error: 18456, Severity', 'Cannot open server requested by the login'],
    marks: ['sqlcmd', 'System.Data.SqlClient', 'Microsoft.Data.SqlClient'],
    source:
      'https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-18456-database-engine-error',
  },
  {
    name: 'Oracle Database',
    signs: ['ORA-01017', 'ORA-28000', 'ORA-28001', 'ORA-12154'],
    marks: ['sqlplus', 'ojdbc'],
    source: 'https://docs.oracle.com/error-help/db/',
  },
  {
    name: 'MongoDB',
    signs: ['MongoServerError', 'MongoNetworkError', 'SCRAM authentication failed'],
    marks: ['mongodb'],
    source: 'https://www.mongodb.com/docs/manual/reference/error-codes/',
  },
  {
    name: 'Snowflake',
    marks: ['snowflakecomputing.com', 'snowflake.connector', 'net.snowflake.client'],
    texts: ['Incorrect username or password was specified'],
    source: 'https://docs.snowflake.com/en/user-guide/key-pair-auth-troubleshooting',
  },
  {
    name: 'a mail server',
    signs: [
      '5.7.8 Username and Password not accepted',
      'Authentication unsuccessful, basic authentication is disabled',
      'SmtpClientAuthentication is disabled for the Tenant',
      'SMTPAuthenticationError',
      'Application-specific password required',
    ],
    marks: ['smtp.gmail.com', 'smtp.office365.com', 'imap.gmail.com'],
    source: 'https://datatracker.ietf.org/doc/html/rfc4954#section-6',
  },
  {
    name: 'a Git server',
    signs: [
      'Support for password authentication was removed',
      'fatal: Authentication failed for',
      'remote: Invalid username or',
      'Permission denied (publickey)',
      'could not read Username for',
    ],
    marks: ['git push', 'git clone', 'git fetch'],
    source: 'https://docs.github.com/authentication/troubleshooting-ssh/error-permission-denied-publickey',
  },
  {
    name: 'a package or image registry',
    signs: [
      'npm ERR! code E401',
      'npm error code E401',
      'unauthorized: authentication required',
      'denied: requested access to the resource is denied',
    ],
    marks: ['registry.npmjs.org', 'docker login', 'docker.io', 'ghcr.io'],
    source: 'https://docs.npmjs.com/common-errors',
  },
  {
    name: 'a directory (LDAP, Kerberos)',
    signs: ['LDAP: error code 49', 'AcceptSecurityContext error', 'KDC_ERR_*', 'kinit: *'],
    marks: ['ldap://', 'ldaps://'],
    source: 'https://ldap.com/ldap-result-code-reference/',
  },
  {
    name: 'ServiceNow',
    texts: ['Required to provide Auth information'],
    marks: ['service-now.com', 'servicenow'],
    source: 'https://www.servicenow.com/docs/',
  },
  {
    name: 'Adobe Marketo Engage',
    texts: ['Client credentials provided do not match', 'Client not found with this clientId'],
    marks: ['mktorest.com'],
    source: 'https://experienceleague.adobe.com/docs/marketo-developer/marketo/rest/error-codes.html',
  },
];
