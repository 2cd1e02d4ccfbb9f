import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import { interruptBy, sleep } from '../../src/waiting/index.ts';

describe('interruptBy', () => {
  it('turns the first Ctrl+C into a signal, and gives the second one to whoever listened before', () => {
    const source = new EventEmitter();
    let before = 0;
    source.on('SIGINT', () => {
      before += 1;
    });
    const { signal } = interruptBy(source);
    source.emit('SIGINT');
    expect([signal.aborted, before]).to.deep.equal([true, 0]);
    source.emit('SIGINT');
    expect(before).to.equal(1);
  });

  it('leaves no trace once it is released', () => {
    const source = new EventEmitter();
    const listener = (): void => undefined;
    source.on('SIGINT', listener);
    const { signal, release } = interruptBy(source);
    release();
    release();
    expect(source.listeners('SIGINT')).to.deep.equal([listener]);
    source.emit('SIGINT');
    expect(signal.aborted).to.equal(false);
  });
});

describe('sleep', () => {
  it('ends when it is stopped, long before its time', async () => {
    const stop = new AbortController();
    const sleeping = sleep(1_000_000, stop.signal);
    stop.abort();
    await sleeping;
    await sleep(1_000_000, stop.signal);
    await sleep(0);
    expect(stop.signal.aborted).to.equal(true);
  });
});
