import { expect } from 'chai';
import { isPrivate } from '../../src/oauth/index.ts';

describe('a way that nobody else can read', () => {
  for (const url of [
    'https://login.salesforce.com',
    'http://localhost:1717',
    'http://127.0.0.1:80',
    'http://[::1]:8080/',
  ])
    it(`is ${url}`, () => expect(isPrivate(url)).to.equal(true));

  for (const url of [
    'http://login.salesforce.com',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://127.1@evil.example',
    'ftp://acme.my.salesforce.com',
    'acme.my.salesforce.com',
  ])
    it(`is not ${url}`, () => expect(isPrivate(url)).to.equal(false));
});
