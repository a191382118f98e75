import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { statusOfWord, UNIT_STATUS, UNIT_STATUSES } from '#shared/unit/unit-status.ts';
import { showSnapshot } from '#renderer/desk/board-store.ts';
import { deskStore, openCommandLine } from '#renderer/desk/desk-store.ts';
import { CommandLine } from '#renderer/keys/command-line.tsx';
import { COMMAND_FORMS } from '#renderer/keys/command-forms.ts';
import { parseCommand, type Command } from '#renderer/keys/command-line-parse.ts';
import { call, FakeMain, settled, snapshot } from './fake-feed.ts';
import {
  ago,
  atTheConsole,
  CLEO,
  IMANI,
  row,
  SAM,
  sitDown,
  unit,
  view,
} from './sheets-fixtures.ts';

atTheConsole();

const NOLAN = { name: 'Nolan Price', role: 'cit-officer', onDuty: true, languages: [] };

const READ: readonly (readonly [line: string, command: Command])[] = [
  ['new', { does: 'new', words: '' }],
  ['/new  he  will not wake up ', { does: 'new', words: 'he  will not wake up' }],
  ['take 12', { does: 'take', number: 12 }],
  ['take #12', { does: 'take', number: 12 }],
  ['send m2 12', { does: 'send', unit: 'M2', number: 12 }],
  ['SEND M2 to 12', { does: 'send', unit: 'M2', number: 12 }],
  ['send m2 12 nearest one', { does: 'send', unit: 'M2', number: 12, reason: 'nearest one' }],
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
  ['stack m2 31 knows her', { does: 'stack', unit: 'M2', number: 31, reason: 'knows her' }],
  ['preempt m2 31 ledge', { does: 'preempt', unit: 'M2', number: 31, reason: 'ledge' }],
  ['reassign m2 31 nearer', { does: 'reassign', unit: 'M2', number: 31, reason: 'nearer' }],
  ['unstack m2 too long', { does: 'unstack', unit: 'M2', reason: 'too long' }],
  ['release 12', { does: 'release', number: 12 }],
  ['type 12 mhdist', { does: 'type', number: 12, to: 'mhdist' }],
  ['area 12 humboldt park', { does: 'area', number: 12, to: 'humboldt park' }],
  ['transfer 12 imani okafor', { does: 'transfer', number: 12, to: 'imani okafor' }],
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
  ['stack M2', 'stack UNIT NUMBER REASON'],
  ['stack M2 12', 'Say why'],
  ['unstack M2', 'why it does not come'],
  ['type 12', 'type NUMBER TYPE'],
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
      .replace('MINUTES', '10')
      .replace('LANGUAGE', 'polish');
  for (const { form } of COMMAND_FORMS)
    expect([form, parseCommand(filled(form)).does]).not.toEqual([form, 'wrong']);
});

describe('on the screen', () => {
  let main: FakeMain;
  beforeEach(() => {
    main = new FakeMain();
    showSnapshot(
      snapshot({
        units: [unit('M2'), unit('N1', { status: 'en-route', crew: [NOLAN] })],
        incidents: [row(12), row(31, { holdUntil: ago(-600) })],
        calls: [call(13)],
      }),
    );
    render(<CommandLine />);
    act(() => openCommandLine(true));
  });
  const line = () => screen.getByRole('combobox', { name: 'Command' });

  const written = () => (line() as HTMLInputElement).value;
  const write = (text: string) => fireEvent.change(line(), { target: { value: text } });

  async function run(text: string) {
    write(text);
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

  test('Tab and the right arrow at the end take the first completion, the arrows mark another', () => {
    write('send m');
    fireEvent.keyDown(line(), { key: 'Tab' });
    expect(written()).toBe('send M2 ');
    write('clo');
    fireEvent.keyDown(line(), { key: 'ArrowRight' });
    expect(written()).toBe('close ');
    write('ta');
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    const option = screen.getByRole('option', { selected: true });
    expect(option.textContent).toContain('take NUMBER');
    expect(line().getAttribute('aria-activedescendant')).toBe(option.id);
    expect(line().getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
  });

  test('the preview says what Enter will do, in words that are read aloud', () => {
    write('12 m2');
    const says = 'M2 → incident 12, 1200 N Kedzie Ave: assigned';
    expect(screen.getByRole('status').textContent).toContain(says);
    expect(
      document.getElementById(line().getAttribute('aria-describedby')!)?.textContent,
    ).toContain(says);
    write('wp m2');
    expect(screen.getByRole('status').textContent).toMatch(/Refused: M2 is available and cannot/);
  });

  test('how many completions there are is said; with none there is no list', () => {
    write('close ');
    expect(screen.getByRole('status').textContent).toContain('2 completions.');
    expect(line().getAttribute('aria-expanded')).toBe('true');
    write('close 99');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(line().getAttribute('aria-expanded')).toBe('false');
    expect(line().getAttribute('aria-controls')).toBeNull();
  });

  test('a name and any order are understood, and the one incident in the middle of a line', async () => {
    await run('nolan os');
    expect(main.inputsOf('unit.set-status')).toEqual([{ unitId: 'N1', status: 'on-scene' }]);
    act(() => openCommandLine(true));
    await run('12 m2 nearest one');
    expect(main.inputsOf('incident.assign-unit')).toEqual([
      { incidentId: 'incident-12', unitId: 'M2', reason: 'nearest one' },
    ]);
  });

  test.each([
    ['stack n1 12 knows her', 'incident.stack-unit'],
    ['preempt 12 n1 a ledge', 'incident.pre-empt-unit'],
    ['reassign nolan 12 nearer', 'incident.reassign-unit'],
  ] as const)('“%s” takes a unit that is out', async (text, topic) => {
    await run(text);
    expect(main.inputsOf(topic)).toMatchObject([{ incidentId: 'incident-12', unitId: 'N1' }]);
  });

  test('what an incident is and where is set by its number', async () => {
    await run('type 12 mhdist');
    expect(main.inputsOf('incident.set-call-type')).toEqual([
      { incidentId: 'incident-12', callType: 'MHDIST' },
    ]);
    const shown = view({
      place: { address: '12 Elm', areaId: null, position: null },
      callback: '312-555-0100',
    });
    main.answer('incident.focus', { ok: true, value: shown });
    act(() => openCommandLine(true));
    await run('area 12 upt');
    expect(main.inputsOf('incident.set-place')).toEqual([
      {
        incidentId: 'incident-12',
        address: '12 Elm',
        areaId: 'uptown',
        callback: '312-555-0100',
        seen: { address: '12 Elm', areaId: null, callback: '312-555-0100' },
      },
    ]);
    act(() => openCommandLine(true));
    await run('area 12 west');
    expect(screen.getByRole('alert').textContent).toMatch(/no area “west”, or more than one/);
  });

  test('a hold is ended, a conversation handed to somebody by name', async () => {
    await run('release 31');
    expect(main.inputsOf('incident.release-hold')).toEqual([{ incidentId: 'incident-31' }]);
    act(() => openCommandLine(true));
    await run('transfer 12 okaf');
    expect(main.inputsOf('phone.transfer')).toEqual([
      { incidentId: 'incident-12', to: 'clinician', operatorId: IMANI.operatorId, line: null },
    ]);
    act(() => openCommandLine(true));
    await run('transfer 12 opioid');
    expect(main.inputsOf('phone.transfer').at(-1)).toEqual({
      incidentId: 'incident-12',
      to: 'partner',
      operatorId: null,
      line: 'opioid-helpline',
    });
  });

  test('the arrow up in an empty line brings earlier ones back, and only to whoever gave them', async () => {
    act(() => openCommandLine(false));
    sitDown(SAM);
    act(() => openCommandLine(true));
    await run('note 12 door code 44');
    act(() => openCommandLine(true));
    await run('os n1');
    act(() => openCommandLine(true));
    for (const earlier of ['os n1', 'note 12 door code 44', 'note 12 door code 44']) {
      fireEvent.keyDown(line(), { key: 'ArrowUp' });
      expect(written()).toBe(earlier);
    }
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    expect(written()).toBe('os n1');
    fireEvent.keyDown(line(), { key: 'ArrowDown' });
    expect(written()).toBe('');
    expect(JSON.stringify(localStorage)).not.toContain('door code');
    act(() => openCommandLine(false));
    sitDown(CLEO);
    act(() => openCommandLine(true));
    fireEvent.keyDown(line(), { key: 'ArrowUp' });
    expect(written()).not.toContain('os n1');
  });
});
