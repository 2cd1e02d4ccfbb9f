import { expect } from 'chai';
import { loadWords, speakFrom } from '../../src/words/index.ts';

describe('a sentence about apps', () => {
  const told = (count: number): string => {
    const apps = Array.from({ length: count }, (_none, at) => `App${at + 1}`);
    return speakFrom(loadWords()).ofApps('Not seen.', apps);
  };

  it('names five of them at the most, and counts them', () => {
    expect(told(5)).to.include('App1, App2, App3, App4, App5').and.not.include('...');
    expect(told(6)).to.include('App1, App2, App3, App4, App5 ... (6)').and.not.include('App6');
    expect(told(12)).to.include('App5 ... (12)').and.not.include('App6');
  });
});
