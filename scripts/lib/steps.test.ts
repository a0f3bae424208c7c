import { describe, expect, it } from 'vitest';
import { checkNode } from '../bootstrap.mjs';
import { chooseSteps, countTests, inGroups, summary } from './steps.mjs';

describe('chooseSteps', () => {
  it('takes all steps when none is named', () => {
    const names = chooseSteps([]).chosen.map((step) => step.name);
    expect(names).toEqual([
      'lint',
      'format',
      'types',
      'sizes',
      'browser',
      'unit',
      'component',
      'docs',
      'react-18',
      'locked',
      'storybook',
      'visual',
      'examples',
      'e2e',
      'interop',
      'timed',
    ]);
  });

  it('keeps the order of the list, not of the request', () => {
    expect(chooseSteps(['unit', 'lint']).chosen.map((step) => step.name)).toEqual(['lint', 'unit']);
  });

  it('says which names it does not know', () => {
    expect(chooseSteps(['unit', 'units']).unknown).toEqual(['units']);
  });
});

describe('inGroups', () => {
  it('[APP-02] lets what only reads the sources run side by side, what waits for calls too, and every other step alone', () => {
    const groups = inGroups(chooseSteps(['lint', 'format', 'types', 'browser', 'unit', 'e2e', 'interop']).chosen);
    expect(groups.map((group) => group.map((step) => step.name))).toEqual([
      ['lint', 'format', 'types'],
      ['browser'],
      ['unit'],
      ['e2e', 'interop'],
    ]);
  });
});

describe('countTests', () => {
  it('counts a file that could not be loaded as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    expect(countTests({ numPassedTests: 4, numFailedTests: 1, testResults })).toEqual({ passed: 4, failed: 2 });
  });
});

describe('summary', () => {
  it('ends with the totals, alone on the last line', () => {
    const lines = summary([
      { name: 'lint', outcome: 'passed', milliseconds: 1000 },
      { name: 'unit', outcome: 'passed', milliseconds: 1000, count: { passed: 7, failed: 0 } },
      { name: 'browser', outcome: 'failed', milliseconds: 1000, count: { passed: 2, failed: 1 } },
      { name: 'e2e', outcome: 'not run', milliseconds: 0 },
    ]).split('\n');
    expect(lines.at(-1)).toBe('9 passed, 1 failed');
    expect(lines.filter((line) => line.includes('failed'))).toHaveLength(3);
  });
});

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['18.20.0', '20.18.3'])('refuses %s in one sentence', (version) => {
    expect(() => checkNode(version)).toThrow(`Hookswitch needs Node 20.19 or later; this is Node ${version}.`);
  });
});
