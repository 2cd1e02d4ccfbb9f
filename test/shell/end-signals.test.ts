import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import { endingBySignal } from '../../src/shell/end-signals.ts';

/** A process that tells with which codes it was ended. */
const ended = () => {
  const codes: number[] = [];
  return { codes, source: Object.assign(new EventEmitter(), { exit: (code: number) => codes.push(code) }) };
};

describe('endingBySignal', () => {
  it('takes the place of what was put there by the start, and of nothing else', () => {
    const { codes, source } = ended();
    const heard: string[] = [];
    source.on('SIGTERM', () => heard.push('other'));
    const begun = endingBySignal(
      source,
      () => heard.push('left'),
      () => {
        source.on('SIGTERM', () => heard.push('SfCommand'));
        return 'begun';
      },
    );
    expect(begun).to.equal('begun');
    source.emit('SIGTERM');
    source.emit('SIGINT');
    expect(heard).to.deep.equal(['other', 'left', 'left']);
    expect(codes).to.deep.equal([143, 130]);
  });
});
