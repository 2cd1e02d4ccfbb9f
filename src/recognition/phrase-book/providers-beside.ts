import type { Provider } from './provider.ts';

/** Systems that the jobs of an integration log in to beside Salesforce: stores, queues, file servers, services of the pipeline. */
export const besideProviders: readonly Provider[] = [
  {
    name: 'an SSH or SFTP server',
    signs: [
      'Permission denied (publickey,password)',
      'Permission denied (password)',
      'paramiko.ssh_exception.AuthenticationException',
      'JSchException: Auth fail',
      'JSchException: Auth cancel',
      'All configured authentication methods failed',
      'Too many authentication failures',
    ],
    marks: ['paramiko', 'com.jcraft.jsch', 'ssh2-sftp-client', 'sftp://', 'sshd'],
    source: 'https://datatracker.ietf.org/doc/html/rfc4252',
  },
  {
    name: 'an FTP server',
    signs: ['530 Login incorrect', '530 User cannot log in', '530 Login authentication failed', '530 Not logged in'],
    marks: ['ftp://', 'ftps://', 'ftplib', 'org.apache.commons.net.ftp'],
    source: 'https://datatracker.ietf.org/doc/html/rfc959',
  },
  {
    name: 'ClickHouse',
    signs: ['AUTHENTICATION_FAILED) (version', 'DB::Exception*'],
    marks: ['clickhouse*'],
    source: 'https://clickhouse.com/docs/troubleshooting',
  },
  {
    name: 'Databricks',
    signs: ['databricks.sdk.errors', 'default auth: cannot configure default credentials'],
    marks: ['databricks-sdk', 'databricks.sql'],
    source: 'https://docs.databricks.com/aws/en/dev-tools/auth/',
  },
  {
    name: 'Elasticsearch',
    signs: ['unable to authenticate user', 'missing authentication credentials for REST request'],
    marks: ['elasticsearch', 'elastic-cloud', 'security_exception', 'opensearch'],
    source: 'https://www.elastic.co/docs/troubleshoot/elasticsearch/security',
  },
  {
    name: 'Neo4j',
    signs: ['Neo.ClientError.Security*'],
    marks: ['neo4j*', 'bolt://'],
    source: 'https://neo4j.com/docs/status-codes/current/',
  },
  {
    name: 'Apache Cassandra',
    signs: ['com.datastax.driver.core.exceptions.AuthenticationException', 'Failed to authenticate to Cassandra'],
    marks: ['com.datastax*', 'cassandra*'],
    source: 'https://docs.datastax.com/en/developer/java-driver/4.17/manual/core/authentication/',
  },
  {
    name: 'RabbitMQ',
    signs: ['ACCESS_REFUSED - Login was refused using authentication mechanism'],
    marks: ['amqp://', 'amqps://', 'amqplib', 'rabbitmq', 'pika.exceptions'],
    source: 'https://www.rabbitmq.com/docs/access-control',
  },
  {
    name: 'SAP',
    signs: ['RFC_ERROR_LOGON_FAILURE', 'RFC_LOGON_FAILURE', 'Name or password is incorrect (repeat logon)'],
    marks: ['com.sap.conn.jco', 'pyrfc', 'sapjco*'],
    source: 'https://help.sap.com/docs/SAP_JCO',
  },
  {
    name: 'NetSuite',
    signs: ['INVALID_LOGIN_ATTEMPT', 'INVALID_LOGIN_CREDENTIALS_NETSUITE', 'platformCore:code'],
    marks: ['netsuite*', 'suitetalk*'],
    source: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/chapter_N3444904.html',
  },
  {
    name: 'OpenAI',
    signs: ['Incorrect API key provided', 'invalid_api_key', 'openai.AuthenticationError'],
    marks: ['api.openai.com', 'openai.azure.com'],
    source: 'https://platform.openai.com/docs/guides/error-codes',
  },
  {
    name: 'Anthropic',
    signs: ['invalid x-api-key', 'anthropic.AuthenticationError'],
    marks: ['api.anthropic.com'],
    source: 'https://docs.anthropic.com/en/api/errors',
  },
  {
    name: 'Datadog',
    signs: ['API key invalid, dropping transaction', 'datadog_api_client.exceptions'],
    marks: ['datadoghq.com', 'datadoghq.eu', 'datadog_api_client'],
    source: 'https://docs.datadoghq.com/api/latest/authentication/',
  },
  {
    name: 'Sentry',
    signs: ['sentry-cli error', 'error: API request failed caused by: sentry reported an error'],
    marks: ['sentry.io', 'sentry-cli'],
    source: 'https://docs.sentry.io/cli/configuration/',
  },
  {
    name: 'Twilio',
    signs: ['TwilioRestException', 'com.twilio.exception'],
    marks: ['api.twilio.com', 'sendgrid*'],
    source: 'https://www.twilio.com/docs/api/errors/20003',
  },
  {
    name: 'Cloudflare',
    signs: ['Authentication error (10000)', 'Authentication error [code: 10000]'],
    marks: ['api.cloudflare.com', 'wrangler*'],
    source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
  },
  {
    name: 'a database',
    marks: ['teradata*', 'com.ibm.db2*', 'hana-client', 'vertica*', 'org.apache.hive*'],
    texts: ['SQLState 28000', 'SQLSTATE 28000', 'SQLSTATE[28000]', 'SQLCODE=-4214', 'SQL30082N', 'ERRORCODE=-4214'],
    source: 'https://learn.microsoft.com/sql/odbc/reference/appendixes/appendix-a-odbc-error-codes',
  },
  {
    name: 'Trino',
    signs: ['TrinoUserError', 'TrinoQueryError', 'trino.exceptions'],
    marks: ['io.trino*', 'trino*'],
    source: 'https://trino.io/docs/current/client/python.html',
  },
  {
    name: 'Jenkins',
    signs: ['Could not find credentials entry with ID'],
    marks: ['CredentialNotFoundException'],
    source: 'https://plugins.jenkins.io/credentials-binding/',
  },
  {
    name: 'Airtable',
    signs: ['AUTHENTICATION_REQUIRED', 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND'],
    marks: ['api.airtable.com'],
    source: 'https://airtable.com/developers/web/api/errors',
  },
  {
    name: 'WordPress',
    signs: ['rest_forbidden', 'rest_cannot_create', 'incorrect_password', 'rest_not_logged_in'],
    marks: ['/wp-json/', 'wp-login.php'],
    source: 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
  },
];
