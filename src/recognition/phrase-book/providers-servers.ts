import type { Provider } from './provider.ts';

/**
 * What servers and gateways say of themselves that stand before somebody's own services, and the frameworks that those are written
 * in. Their wordings are nobody's name: where Salesforce is named, a vendor may have used them for it.
 */
export const serverProviders: readonly Provider[] = [
  {
    name: 'a server that asks for a password or Windows login',
    texts: [
      'WWW-Authenticate: Basic',
      'WWW-Authenticate: Digest',
      'WWW-Authenticate: NTLM',
      'WWW-Authenticate: Negotiate',
    ],
    marks: [],
    source: 'https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml',
  },
  {
    name: 'a web server',
    texts: [
      'This server could not verify that you are authorized to access the document requested',
      '401 - Unauthorized: Access is denied due to invalid credentials',
      'You do not have permission to view this directory or page using the credentials that you supplied',
      'because it lacks valid authentication credentials for that resource',
      'because it lacks valid authentication credentials for the target resource',
      'From RFC 2068 Hypertext Transfer Protocol',
    ],
    marks: [],
    anybodys: ['401 Authorization Required'],
    source: 'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
  },
  {
    name: 'a service in Spring',
    texts: [
      'Full authentication is required to access this resource',
      'No subject confirmation methods were met for assertion',
      '[invalid_assertion] Invalid assertion',
    ],
    marks: ['org.springframework.security*'],
    anybodys: ['Access token expired:', 'but no saved authentication request was found'],
    source: 'https://docs.spring.io/spring-security/reference/servlet/architecture.html',
  },
  {
    name: 'a site in ASP.NET, or NetSuite',
    marks: [],
    texts: ['Authorization has been denied for this request'],
    anybodys: ['Invalid login attempt'],
    source: 'https://learn.microsoft.com/aspnet/core/security/authentication/identity',
  },
  {
    name: 'a service in Django',
    signs: ['token_not_valid', 'CSRF verification failed. Request aborted'],
    texts: ['Given token not valid for any token type', 'No active account found with the given credentials'],
    marks: ['rest_framework*'],
    anybodys: ['Authentication credentials were not provided'],
    source: 'https://www.django-rest-framework.org/api-guide/authentication/',
  },
  {
    name: 'a site in Rails',
    signs: ['ActionController::InvalidAuthenticityToken'],
    texts: ['You need to sign in or sign up before continuing'],
    marks: [],
    anybodys: ['Invalid Email or password'],
    source: 'https://github.com/heartcombo/devise/blob/main/config/locales/en.yml',
  },
  {
    name: 'an API gateway (Kong)',
    signs: ['No API key found in request'],
    marks: ['Server: kong'],
    source: 'https://developer.konghq.com/plugins/key-auth/',
  },
  {
    name: 'an API gateway (WSO2)',
    signs: ['code: 90090*'],
    marks: ['wso2*'],
    source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
  },
  {
    name: 'an API gateway (IBM)',
    signs: ['httpCode: 401 httpMessage', 'httpCode: 403 httpMessage'],
    marks: [],
    source: 'https://www.ibm.com/docs/en/api-connect',
  },
  {
    name: 'Kubernetes',
    signs: ['kind: Status, apiVersion: v1'],
    marks: [],
    source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/',
  },
  {
    name: 'Jenkins',
    marks: ['X-Jenkins', 'X-You-Are-Authenticated-As'],
    source: 'https://www.jenkins.io/doc/book/using/remote-access-api/',
  },
  {
    name: 'HashiCorp Consul',
    marks: [],
    anybodys: ['ACL not found'],
    source: 'https://developer.hashicorp.com/consul/docs/reference/acl',
  },
  {
    name: 'Splunk',
    signs: [
      'response messages msg type="WARN">Login failed',
      'response messages msg type="WARN">call not properly authenticated',
    ],
    marks: ['splunk*'],
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing',
  },
  {
    name: 'a message broker',
    signs: [
      'JMSSecurityException',
      'MQRC_NOT_AUTHORIZED',
      'CONNACK return code 4',
      'CONNACK return code 5',
      'Connection Refused: not authorised',
      'Connection Refused: bad user name or password',
      'nats: Authorization Violation',
      'nats: authentication expired',
    ],
    marks: ['mqtt://', 'mqtts://', 'paho.mqtt*', 'javax.jms*', 'jakarta.jms*', 'com.ibm.mq*', 'activemq*'],
    source: 'https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html',
  },
  {
    name: 'a database',
    marks: [
      'java.sql.SQL*',
      'ODBC Driver*',
      'pyodbc*',
      'SQLSTATE',
      'HY000',
      'jdbc:db2',
      'jdbc:hive2',
      'jdbc:mariadb',
      'jdbc:mysql',
      'jdbc:oracle',
      'jdbc:postgresql',
      'jdbc:redshift',
      'jdbc:snowflake',
      'jdbc:sqlserver',
    ],
    source: 'https://learn.microsoft.com/sql/odbc/reference/appendixes/appendix-a-odbc-error-codes',
  },
];
