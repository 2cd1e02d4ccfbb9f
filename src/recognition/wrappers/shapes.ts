import type { Mark } from '../reading/mark.ts';

/** How one other system alone words a refusal, where words alone do not tell it. */
type Shape = {
  readonly name: string;
  readonly pattern: RegExp;
  readonly source: string;
};

const shapes: readonly Shape[] = [
  {
    name: 'Amazon Web Services',
    pattern: /\bAn error occurred \(\w{3,60}\) when calling the \w{3,60} operation\b/gu,
    source: 'https://docs.aws.amazon.com/boto3/latest/guide/error-handling.html',
  },
  {
    name: 'Amazon Web Services',
    pattern: /\boperation error [\w ]{2,40}: \w{3,60}, https response error StatusCode: \d{3}\b/gu,
    source: 'https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/handle-errors.html',
  },
  {
    name: 'a package or image registry',
    pattern:
      /\bCould not (?:transfer|find) artifact [^\n]{3,300}? (?:from\/to|in) [^\n]{1,300}?\b(?:Unauthorized|Forbidden|status(?: code)?:? 40[13]|authentication failed|authorization failed)\b/giu,
    source: 'https://cwiki.apache.org/confluence/display/MAVEN/DependencyResolutionException',
  },
  {
    name: 'a package or image registry',
    pattern: /\bnpm (?:ERR!|error) (?:code E40[13]\b|40[13] [A-Z])/gu,
    source: 'https://github.com/npm/cli/blob/latest/lib/utils/error-message.js',
  },
  {
    name: 'Marketing Cloud Engagement',
    pattern: /["']errorcode["']\s{0,4}:\s{0,4}\d{1,6}\s{0,4},\s{0,40}["']documentation["']/gu,
    source: 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide/error-handling.html',
  },
  {
    name: 'a cloud store',
    pattern: /<Error>\s{0,8}<Code>(?:\w{3,60})<\/Code>\s{0,8}<Message>/gu,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html',
  },
  {
    name: 'Microsoft',
    pattern: /^[^\n]{0,200}\(\w{3,40}\) [^\n]{3,300}\sCode: \w{3,40}\sMessage: /gmu,
    source: 'https://github.com/Azure/azure-sdk-for-python/blob/main/sdk/core/azure-core/azure/core/exceptions.py',
  },
  {
    name: 'Snowflake',
    pattern: /\b\d{6} \(\d{2}[0-9A-Z]{3}\): /gu,
    source: 'https://docs.snowflake.com/en/developer-guide/python-connector/python-connector-api',
  },
  {
    name: 'MySQL',
    pattern: /\bAccess denied for user (?=["'])/gu,
    source: 'https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html',
  },
  {
    name: 'SQL Server',
    pattern: /\bLogin failed for user '[^'@\n]{0,80}'\./gu,
    source:
      'https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-18456-database-engine-error',
  },
  {
    name: 'a web server',
    pattern: /<(?:title|h1)>401 Authorization Required<\//gu,
    source: 'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
  },
  {
    name: 'PostgreSQL',
    pattern: /\b(?:ERROR|FATAL): {1,3}permission denied for (?:table|relation|schema|sequence|database)\b/gu,
    source: 'https://www.postgresql.org/docs/current/ddl-priv.html',
  },
  {
    name: 'PostgreSQL',
    pattern: /\bFATAL: {1,3}(?:role|database) "[^"\n]{1,80}" does not exist/gu,
    source: 'https://www.postgresql.org/docs/current/client-authentication-problems.html',
  },
  {
    name: 'a mail server',
    pattern: /\b(?:4[25]|5[0-5])\d[ -][45]\.7\.\d{1,3}\b/gu,
    source: 'https://datatracker.ietf.org/doc/html/rfc3463#section-3.8',
  },
  {
    name: 'Snowflake',
    pattern: /\bJWT token is invalid\. \[[0-9a-f-]{3,40}\]/gu,
    source: 'https://docs.snowflake.com/en/user-guide/key-pair-auth-troubleshooting',
  },
  {
    name: 'Telegram',
    pattern: /["']ok["']\s{0,4}:\s{0,4}[Ff]alse,\s{0,8}["']error_code["']/gu,
    source: 'https://core.telegram.org/bots/api#making-requests',
  },
  {
    name: 'Microsoft',
    pattern: /\bmissing prv[A-Z]\w{3,60} privilege\b/gu,
    source: 'https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes',
  },
  {
    name: 'B2C Commerce',
    pattern: /"fault"\s{0,4}:\s{0,4}\{\s{0,40}"(?:arguments|type)"[^\n]{0,300}?Exception"/gu,
    source:
      'https://developer.salesforce.com/docs/commerce/b2c-commerce/references/b2c-commerce-ocapi/httpstatuscodes.html',
  },
  {
    name: 'Elasticsearch',
    pattern: /\bunable to authenticate user \[[^\]\n]{1,80}\] for REST request\b/gu,
    source: 'https://www.elastic.co/docs/troubleshoot/elasticsearch/security',
  },
  {
    name: 'Stripe',
    pattern: /\bInvalid API Key provided: (?:sk|rk|pk)_/gu,
    source: 'https://docs.stripe.com/error-codes',
  },
  {
    name: 'an API gateway (Apigee)',
    pattern: /["']fault["']\s{0,4}:\s{0,4}\{\s{0,40}["']faultstring["']/gu,
    source: 'https://docs.cloud.google.com/apigee/docs/api-platform/fundamentals/fault-handling',
  },
  {
    name: 'a mail server',
    pattern: /\[AUTHENTICATIONFAILED\]|^[A-Za-z\d.]{1,12} NO LOGIN failed\b|-ERR \[AUTH\]/gmu,
    source: 'https://datatracker.ietf.org/doc/html/rfc5530',
  },
  {
    name: 'another SOAP service (WS-Security)',
    pattern:
      /\b[a-z]\w{0,12}:(?:InvalidSecurity(?:Token)?|FailedAuthentication|FailedCheck|SecurityTokenUnavailable|UnsupportedSecurityToken)\b/gu,
    source: 'https://docs.oasis-open.org/wss/v1.1/wss-v1.1-spec-os-SOAPMessageSecurity.pdf',
  },
  {
    name: 'Account Engagement (Pardot)',
    pattern: /\bstat\W{1,8}fail\b[^\n]{0,120}\b(?:err_code|err\W{1,4}code)\b/gu,
    source: 'https://developer.salesforce.com/docs/marketing/pardot/guide/error-codes',
  },
  {
    name: 'Workday',
    pattern: /\bSOAP-ENV:Client\.authenticationError\b/gu,
    source: 'https://community.workday.com/sites/default/files/file-hosting/productionapi/index.html',
  },
  {
    name: 'Google',
    pattern: /"status":\s{0,4}"(?:UNAUTHENTICATED|PERMISSION_DENIED)"|"reason":\s{0,4}"authError"/gu,
    source: 'https://docs.cloud.google.com/apis/design/errors',
  },
];

/** One of these stands in each of the shapes: most texts have none, and are gone over once. */
const any =
  /An error occurred \(|\d{6} \(\d|https response error|[Aa]rtifact |npm (?:ERR!|error) |rrorcode["']|<Error>|Access denied for user |Login failed for user '|>401 Authorization Required|: {1,3}permission denied for |FATAL: {1,3}(?:role|database) |\d[ -][45]\.7\.\d|JWT token is invalid\. \[|error_code["']|missing prv[A-Z]|"fault"|unable to authenticate user \[|Invalid API Key provided: |\sCode: \w|faultstring|\[AUTHENTICATIONFAILED\]| NO LOGIN failed|-ERR \[AUTH\]|:(?:InvalidSecurity|FailedAuthentication|FailedCheck|SecurityTokenUnavailable|UnsupportedSecurityToken)|\bstat\W{1,8}fail|:Client\.authenticationError|"(?:UNAUTHENTICATED|PERMISSION_DENIED|authError)"/u;

/** Where another system's shape stands in a text, with its name. */
export const readShapes = (source: string): Array<Mark<string>> =>
  any.test(source)
    ? shapes.flatMap(({ name, pattern }) =>
        [...source.matchAll(pattern)].map((found) => ({
          value: name,
          start: found.index,
          end: found.index + found[0].length,
        })),
      )
    : [];
