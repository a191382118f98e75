import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { statusOfWord, UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, openCommandLine } from '#renderer/desk/desk-store.ts';
import { CommandLine } from '#renderer/keys/command-line.tsx';
import { COMMAND_FORMS, parseCommand, type Command } from '#renderer/keys/command-line-parse.ts';
import { suggestionsFor } from '#renderer/keys/command-suggest.ts';
import { call, FakeMain, settled, snapshot } from './fake-feed.ts';
import { atTheConsole, row, unit } from './sheets-fixtures.ts';

atTheConsole();

const READ: readonly (readonly [line: string, command: Command])[] = [
  ['new', { does: 'new', words: '' }],
  ['/new  he  will not wake up ', { does: 'new', words: 'he  will not wake up' }],
  ['take 12', { does: 'take', number: 12 }],
  ['take #12', { does: 'take', number: 12 }],
  ['send m2 12', { does: 'send', unit: 'M2', number: 12 }],
  ['SEND M2 to 12', { does: 'send', unit: 'M2', number: 12 }],
  ['as M2 12', { does: 'send', unit: 'M2', number: 12 }],
  ['os M2', { does: 'status', unit: 'M2', status: 'on-scene' }],
  ['clr M2', { does: 'status', unit: 'M2', status: 'available' }],
  ['sd m2', { does: 'stand-down', unit: 'M2', reason: null }],
  ['sd m2 not needed', { does: 'stand-down', unit: 'M2', reason: 'not needed' }],
  [
    'fix m2 AV pressed by mistake',
    { does: 'correct', unit: 'M2', status: 'available', reason: 'pressed by mistake' },
  ],
  ['undo', { does: 'undo' }],
  ['ci m2', { does: 'safety', unit: 'M2', topic: 'unit.check-in' }],
  ['backup M2', { does: 'safety', unit: 'M2', topic: 'unit.ask-back-up' }],
  ['DURESS m2', { does: 'safety', unit: 'M2', topic: 'unit.duress' }],
  ['find N Kedzie', { does: 'find', text: 'N Kedzie' }],
  [
    'hold 12 10 caller calls back',
    { does: 'hold', number: 12, minutes: 10, reason: 'caller calls back' },
  ],
  ['note 12 door  code 44', { does: 'note', number: 12, text: 'door  code 44' }],
  ['close 12', { does: 'close', number: 12 }],
  ['pe 12', { does: 'upgrade', number: 12, services: ['police', 'ems'] }],
  ['ems 12', { does: 'upgrade', number: 12, services: ['ems'] }],
  ['pol 12', { does: 'upgrade', number: 12, services: ['police'] }],
  ['veil', { does: 'action', id: 'veil' }],
  ['board', { does: 'action', id: 'go.board' }],
];

test.each(READ)('“%s” is read', (line, command) => {
  expect(parseCommand(line)).toEqual(command);
});

test.each(UNIT_STATUSES.filter((status) => status !== 'assigned'))(
  'the word for %s sets it',
  (status) => {
    const { word } = UNIT_STATUS[status];
    expect(statusOfWord(word)).toBe(status);
    expect(parseCommand(`${word} m2`)).toEqual({ does: 'status', unit: 'M2', status });
  },
);

test.each([
  ['', 'Type a command'],
  ['send', 'send UNIT NUMBER'],
  ['send M2', 'send UNIT NUMBER'],
  ['send M2 soon', '“soon” is not a number'],
  ['take twelve', 'take NUMBER'],
  ['hold 12', 'how many minutes'],
  ['hold 12 500 lunch', '1 to 240'],
  ['hold 12 10', 'why it waits'],
  ['note 12', 'note NUMBER TEXT'],
  ['os', 'os UNIT'],
  ['duress', 'duress UNIT'],
  ['sd', 'sd UNIT'],
  ['fix M2', 'fix UNIT STATUS'],
  ['fix M2 gone away', '“gone” is not a status'],
  ['fix M2 av', 'Say what was wrong'],
  ['pe', 'pe NUMBER'],
])('“%s” says what is missing', (line, says) => {
  const command = parseCommand(line);
  expect(command.does === 'wrong' && command.says).toContain(says);
});

test('an unknown command answers with everything that is possible', () => {
  const command = parseCommand('dance M2');
  const says = command.does === 'wrong' ? command.says : '';
  expect(says).toContain('“dance”');
  for (const { word } of COMMAND_FORMS) expect(says).toContain(word);
});

test('every form that is offered can be read once it is filled in', () => {
  const filled = (form: string) =>
    form
      .replace('UNIT', 'M2')
      .replace('STATUS', 'av')
      .replace('NUMBER', '12')
      .replace('MINUTES', '10');
  for (const { form } of COMMAND_FORMS)
    expect([form, parseCommand(filled(form)).does]).not.toEqual([form, 'wrong']);
});

test('type-ahead offers commands, then call signs and numbers from the board', () => {
  showSnapshot(snapshot({ units: [unit('M1'), unit('N1')], incidents: [row(12), row(31)] }));
  expect(suggestionsFor('se').map(({ line }) => line)).toEqual(['send ']);
  expect(suggestionsFor('send m').map(({ line }) => line)).toEqual(['send M1 ']);
  expect(suggestionsFor('send M1 1').map(({ line }) => line)).toEqual(['send M1 12']);
  expect(suggestionsFor('close 3').map(({ line }) => line)).toEqual(['close 31']);
});

describe('on the screen', () => {
  let main: FakeMain;
  beforeEach(() => {
    main = new FakeMain();
    showSnapshot(snapshot({ units: [unit('M2')], incidents: [row(12)], calls: [call(13)] }));
    render(<CommandLine />);
    act(() => openCommandLine(true));
  });
  const line = () => screen.getByRole('combobox', { name: 'Command' });

  async function run(text: string) {
    fireEvent.change(line(), { target: { value: text } });
    await act(async () => void fireEvent.keyDown(line(), { key: 'Enter' }));
    await settled();
  }

  test('a unit is sent by its call sign and the number', async () => {
    await run('send m2 12');
    expect(main.inputsOf('incident.assign-unit')).toEqual([
      { incidentId: 'incident-12', unitId: 'M2', reason: null },
    ]);
    expect(screen.queryByRole('combobox', { name: 'Command' })).toBeNull();
  });

  test('duress takes a call sign in any case and asks nothing', async () => {
    await run('duress m2');
    expect(main.inputsOf('unit.duress')).toEqual([{ unitId: 'M2' }]);
  });

  test('a refusal of main stands where the command was', async () => {
    main.refuse('unit.set-status', 'M2 is available and cannot become on scene.');
    await run('os M2');
    expect(screen.getByRole('alert').textContent).toContain('cannot become on scene');
  });

  test('a wrong line stays, and the answer describes it', async () => {
    await run('take 99');
    expect(screen.getByRole('alert').textContent).toContain('no open call or incident 99');
    expect((line() as HTMLInputElement).value).toBe('take 99');
  });

  test('take answers a waiting call and brings its incident into focus', async () => {
    main.answer('call.answer', { ok: true, value: { seq: 2, made: 'incident-13' } });
    await run('take 13');
    expect(main.inputsOf('call.answer')).toEqual([{ callId: 'call-13' }]);
    expect(deskStore.getState().selection).toEqual({ kind: 'incident', id: 'incident-13' });
  });

  test('police and EMS go to a waiting call without answering it first', async () => {
    await run('pe 13');
    expect(main.inputsOf('incident.upgrade')).toEqual([
      { callId: 'call-13', services: ['police', 'ems'] },
    ]);
  });

  test('close brings the incident into focus and opens its disposition', async () => {
    await run('close 12');
    expect(deskStore.getState().sheet).toBe('disposition');
    expect(deskStore.getState().selection?.id).toBe('incident-12');
  });

  test('Tab takes the first suggestion, the arrows mark another', () => {
    fireEvent.change(line(), { target: { value: 'send m' } });
    fireEvent.keyDown(line(), { key: 'Tab' });
    expect((line() as HTMLInputElement).value).toBe('send M2 ');
    fireEvent.change(line(), { target: { value: 't' } });
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('take NUMBER');
  });
});
