import fc from 'fast-check';
import { expect } from 'chai';
import { textOf } from '../../src/library/text-of.ts';

const throwing = (): object =>
  Object.defineProperty({ name: 'Error' }, 'message', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });

const hostile = (): object =>
  new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no keys');
      },
      get: () => {
        throw new Error('no members');
      },
      getPrototypeOf: () => {
        throw new Error('no prototype');
      },
    },
  );

describe('what a client threw, as text', () => {
  it('a string as it is', () => expect(textOf('invalid_grant')).to.equal('invalid_grant'));

  it('an Error with its name and message, once', () => {
    const text = textOf(new TypeError('fetch failed'));
    expect(text).to.match(/^TypeError: fetch failed\n {4}at /u);
    expect(text.match(/fetch failed/gu)).to.have.lengthOf(1);
  });

  it('an Error whose stack was cut or changed, with its message all the same', () => {
    const error = Object.assign(new Error('invalid_grant: ip restricted'), { stack: 'at somewhere' });
    expect(textOf(error)).to.equal('Error: invalid_grant: ip restricted');
  });

  it('the chain of causes, and all errors of an AggregateError', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' });
    const text = textOf(new Error('outer', { cause: new AggregateError([cause], 'all failed') }));
    expect(text).to.include('outer').and.include('all failed').and.include('connect ECONNREFUSED');
    expect(text).to.include('"code": "ECONNREFUSED"');
  });

  it('the body of the answer, parsed, as text, as bytes, or hidden from the keys', () => {
    const body = { error: 'invalid_grant', error_description: 'inactive user' };
    const bytes = Buffer.from(JSON.stringify(body));
    const own = Object.defineProperty(new Error('HTTP 400'), 'response', { enumerable: false, value: { body } });
    for (const thrown of [
      Object.assign(new Error('HTTP 400'), { response: { data: body } }),
      Object.assign(new Error('HTTP 400'), { data: { payload: bytes } }),
      { statusCode: 400, data: JSON.stringify(body) },
      own,
    ])
      expect(textOf(thrown)).to.match(/"error_description":\s?"inactive user"/u);
  });

  it('nothing of the request: it holds secrets', () => {
    const error = Object.assign(new Error('HTTP 400'), {
      config: { data: 'password=hunter2' },
      request: { body: 'password=hunter2' },
      options: { form: { password: 'hunter2' } },
    });
    expect(textOf(error)).not.to.include('hunter2');
  });

  it('reads six objects deep, and so many values of one that its own counts as the first of 300', () => {
    const nested = (objects: number): object =>
      Array.from({ length: objects - 1 }).reduce<object>((inner) => ({ inner }), { error: 'invalid_grant' });
    expect(textOf(nested(6))).to.include('invalid_grant');
    expect(textOf(nested(7))).not.to.include('invalid_grant');
    const lines = textOf(Array.from({ length: 400 }, (_none, index) => `line ${index}`)).split('\n');
    expect(lines.at(-1)).to.equal('line 298');
  });

  it('keeps 100,000 characters of a text, and 8,000 of a stack', () => {
    expect(textOf({ body: 'x'.repeat(1_000_000) })).to.have.lengthOf(100_000);
    const error = Object.assign(new Error('refused'), { stack: `Error: refused\n${'x'.repeat(20_000)}` });
    expect(textOf(error)).to.have.lengthOf(8000);
  });

  it('ends where an object holds itself, is deep, or is large', () => {
    const self: Record<string, unknown> = { message: 'round', name: 'Error' };
    self.cause = self;
    expect(textOf(self)).to.equal('Error: round');
    const large = Array.from({ length: 100_000 }, (_none, index) => `line ${index}`);
    expect(textOf(large).length).to.be.at.most(100_000);
    expect(textOf({ body: 'x'.repeat(1_000_000) }).length).to.be.at.most(100_000);
  });

  it('never throws: not on members that throw, not on a proxy', () => {
    expect(textOf(throwing())).to.be.a('string');
    expect(textOf(hostile())).to.be.a('string');
    expect(textOf({ cause: hostile() })).to.be.a('string');
  });

  it('never throws: not on anything', () =>
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), (thing) => {
        expect(textOf(thing)).to.be.a('string');
      }),
      { numRuns: 300 },
    ));
});
