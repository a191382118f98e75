import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidate, ago, I12, OPERATORS, POLICY, row, unit, view } from './sheets-fixtures.ts';
import { call } from './fake-feed.ts';
import type { CautionId } from '#shared/lib/brand.ts';
import type { UnitRow } from '#shared/board/board-rows.ts';
import {
  mayFollow,
  statusOfWord,
  UNIT_STATUS,
  UNIT_STATUSES,
  type UnitStatus,
} from '#shared/unit/unit-status.ts';
import type { LineBoard } from '#renderer/keys/command-board.ts';
import { completionsOf } from '#renderer/keys/command-complete.ts';
import { COMMAND_FORMS, slotsOf } from '#renderer/keys/command-forms.ts';
import { readCommand } from '#renderer/keys/command-line-parse.ts';
import { inOrder } from '#renderer/keys/command-order.ts';
import { previewOf } from '#renderer/keys/command-preview.ts';

const crew = (...names: string[]) =>
  names.map((name) => ({ name, role: 'clinician', onDuty: true, languages: [] }));

const onIt = { incidentId: I12, incidentNumber: 12 };
const UNITS: readonly UnitRow[] = [
  unit('M1', { since: ago(30), crew: crew('Ana Muñoz', 'Colleen Fahey') }),
  unit('M2', { since: ago(900), crew: crew('Rafael Quiñones') }),
  unit('M3', { gap: 'No clinician on duty', crew: crew('Nora Lind') }),
  unit('N1', { status: 'en-route', crew: crew('Nolan Price'), ...onIt }),
  unit('N2', { status: 'on-scene', crew: crew('Lee Adler'), incidentNumber: 31, nextNumber: 12 }),
  unit('P9', {
    status: 'off-duty',
    teamType: 'police-cit',
    team: 'Police',
    crew: crew('Sam Oduya'),
  }),
];

const board = (more: Partial<LineBoard> = {}): LineBoard => ({
  units: UNITS,
  calls: [call(13)],
  incidents: [row(31), row(12), row(120, { phase: 'wrap-up', ownerName: 'Theo Lang' })],
  focus: null,
  operators: OPERATORS,
  policy: POLICY,
  ...more,
});
const FOCUSED = board({
  focus: view({
    needsDecision: false,
    candidates: [
      candidate('M2'),
      candidate('M1', {
        shortfalls: [{ kind: 'out-of-area', text: 'Outside its area' }],
      }),
      candidate('M3', {
        shortfalls: [{ kind: 'short-crew', text: 'No clinician on duty' }],
      }),
    ],
  }),
});
const lines = (text: string, on = board()) => completionsOf(text, on).map(({ line }) => line);
const says = (text: string, on = board()) => previewOf(readCommand(text, on), on);

describe('any order', () => {
  test.each([
    ['12 m2', 'send M2 12'],
    ['m2 12', 'send M2 12'],
    ['#12 nolan', 'send N1 #12'],
    ['send 12 m2', 'send M2 12'],
    ['send munoz 12', 'send M1 12'],
    ['SEND m2 to 12', 'SEND M2 12'],
    ['m2 os', 'os M2'],
    ['Nolan OS', 'OS N1'],
    ['n1 fix av pressed by mistake', 'fix N1 av pressed by mistake'],
    ['n2 unstack too  long', 'unstack N2 too  long'],
    ['12 note door  code 44', 'note 12 door  code 44'],
    ['12 hold 10 calls back', 'hold 12 10 calls back'],
    ['12 stack n2 knows her', 'stack N2 12 knows her'],
    ['m1 reassign 12 nearer', 'reassign M1 12 nearer'],
    ['find nolan', 'find nolan'],
    ['new m2 12', 'new m2 12'],
    ['os n', 'os n'],
    ['no such thing', 'no such thing'],
    ['', ''],
  ])('“%s” is “%s”', (typed, meant) => {
    expect(inOrder(typed, board())).toBe(meant);
  });

  test('a name on two units is nobody’s until more of it is typed', () => {
    const two = board({
      units: [...UNITS, unit('S1', { crew: crew('Nolan Baker') })],
    });
    expect(inOrder('nolan os', two)).toBe('nolan os');
    expect(says('os nolan', two)).toEqual({
      says: '“NOLAN” could be on N1, S1. Type the call sign, or more of the name.',
      refused: true,
    });
  });

  test('a line in order stays in order', () => {
    const word = fc.constantFrom(
      'm2',
      'N1',
      'nolan',
      '12',
      '31',
      'os',
      'fix',
      'av',
      'send',
      'to',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const once = inOrder(words.join(' '), board());
        expect(inOrder(once, board())).toBe(once);
      }),
    );
  });
});

describe('what may stand there', () => {
  test('after send: who may go, best first with why; others only by name, with what stands against them', () => {
    const offered = completionsOf('send ', FOCUSED);
    expect(offered.map(({ shows }) => shows)).toEqual(['M2', 'M1']);
    expect(offered[0]?.label).toBe('Behavioral-health team · Full crew');
    expect(offered[1]?.label).toBe('Outside its area: say why');
    expect(completionsOf('send m3', FOCUSED)).toEqual([
      { line: 'send M3 ', shows: 'M3', label: 'No clinician on duty', goes: false },
    ]);
    expect(completionsOf('send lind', FOCUSED)[0]?.line).toBe('send M3 ');
  });

  test('without an incident in focus: free units, the longest free first', () => {
    expect(lines('send ')).toEqual(['send M2 ', 'send M1 ']);
    expect(completionsOf('send n1', board())[0]).toMatchObject({ goes: false });
  });

  test.each(UNIT_STATUSES)('after a unit that is %s only what may follow', (status: UnitStatus) => {
    const on = board({ units: [unit('M7', { status })] });
    const offered = completionsOf('m7 ', on)
      .map(({ shows }) => statusOfWord(shows))
      .filter((each) => each !== null);
    const may = UNIT_STATUS[status].next.filter((to) => to !== 'assigned');
    expect(offered).toEqual(may.slice(0, offered.length));
    expect(offered).toHaveLength(may.length);
  });

  test.each(UNIT_STATUSES.filter((status) => status !== 'assigned'))(
    'after the word for %s only units that may become it',
    (to) => {
      const units = UNIT_STATUSES.map((status, at) => unit(`U${at}`, { status }));
      const { word } = UNIT_STATUS[to];
      const offered = lines(`${word} `, board({ units }));
      const may = units.filter(({ status }) => mayFollow(status, to)).map(({ unitId }) => unitId);
      expect(offered.every((line) => may.some((unitId) => line === `${word} ${unitId}`))).toBe(
        true,
      );
      expect(offered).toHaveLength(Math.min(7, may.length));
    },
  );

  test('numbers of open incidents with their line: the one in focus first, then the queue’s order', () => {
    expect(lines('close ')).toEqual(['close 120', 'close 31', 'close 12']);
    expect(lines('note ', FOCUSED)[0]).toBe('note 12 ');
    expect(completionsOf('note 12', board())[0]?.label).toBe(
      'L1 · 1200 N Kedzie Ave · needs somebody · Dana Reyes',
    );
    expect(lines('take ')).toEqual(['take 13', 'take 31', 'take 12', 'take 120']);
    expect(lines('send m2 ').map((line) => line.trim())).toContain('send m2 31');
  });

  test('a place or an owner finds the number', () => {
    expect(lines('close kedzie')).toEqual(['close 120', 'close 31', 'close 12']);
    expect(lines('close theo')).toEqual(['close 120']);
    expect(lines('take broadway')).toEqual(['take 13']);
  });

  test('areas, call types, minutes and people where a command wants one', () => {
    expect(lines('area 12 hum')).toEqual(['area 12 humboldt-park']);
    expect(lines('type 12 mhd')).toEqual(['type 12 MHDIST']);
    expect(lines('hold 12 1')).toEqual(['hold 12 10 ', 'hold 12 15 ']);
    expect(
      lines('transfer 12 ', board({ incidents: [row(12, { phone: 'with-clinician' })] })),
    ).toEqual([
      'transfer 12 988',
      'transfer 12 dispatch',
      'transfer 12 Cleo Brandt',
      'transfer 12 Imani Okafor',
      'transfer 12 Opioid helpline',
      'transfer 12 Youth crisis line',
      'transfer 12 211, social services',
    ]);
    expect(lines('transfer 12 mob')).toEqual(['transfer 12 Mobile crisis team']);
    expect(lines('fix m2 os').map((line) => line.trim())).toEqual(['fix m2 os']);
  });

  test('a number first: who could go there, then what is done with it', () => {
    expect(lines('12 ', FOCUSED).slice(0, 2)).toEqual(['12 M2', '12 M1']);
    expect(lines('12 no')).toContain('12 note ');
  });

  test('a name is offered from the first word on, and says whose it is', () => {
    expect(completionsOf('nol', board())[0]).toMatchObject({
      line: 'N1 ',
      label: expect.stringMatching(/^Nolan Price · En route, incident 12/) as string,
    });
  });

  test('nothing that is offered as possible is refused by what is known here', () => {
    const begun = fc.constantFrom(
      ...COMMAND_FORMS.map(({ word }) => word),
      ...UNITS.map(({ unitId }) => unitId),
      '12',
    );
    fc.assert(
      fc.property(
        begun,
        fc.nat(6),
        fc.nat(6),
        fc.constantFrom(board(), FOCUSED),
        (word, a, b, on) => {
          let line = `${word} `;
          for (const choice of [a, b]) {
            const offered = completionsOf(line, on).filter(({ goes }) => goes);
            line = offered[choice % Math.max(1, offered.length)]?.line ?? line;
          }
          const wantsWords = /WORDS|TEXT|REASON/;
          const form =
            COMMAND_FORMS.find((each) => line.split(' ').includes(each.word))?.form ?? '';
          const command = readCommand(
            wantsWords.test(form) ? `${line.trimEnd()} because` : line,
            on,
          );
          const preview = previewOf(command, on);
          if (['send', 'stack', 'preempt', 'reassign'].includes(command.does)) return;
          expect(preview?.refused ?? false, `${line}: ${preview?.says}`).toBe(false);
        },
      ),
    );
  });

  test('every form has places that are known', () => {
    for (const { word, form } of COMMAND_FORMS)
      expect(slotsOf(word), form).toHaveLength(form.split(' ').length - 1);
  });
});

describe('what Enter will do', () => {
  test.each([
    ['12 m2', 'M2 → incident 12, 1200 N Kedzie Ave: assigned'],
    ['os n1', 'N1: En route, incident 12 → On scene'],
    ['av n1', 'N1: En route, incident 12 → Available, leaves 12'],
    ['sd n1', 'N1 is stood down from incident 12. Tell the crew.'],
    ['unstack n2 too long', 'N2 does not come to incident 12, which is told.'],
    ['take 13', 'Answers call 13, 13 N Broadway'],
    ['take 12', 'You take incident 12, 1200 N Kedzie Ave, from Dana Reyes'],
    ['pe 13', 'Police and EMS to call 13, 13 N Broadway'],
    ['ems 12', 'EMS now to incident 12, 1200 N Kedzie Ave'],
    ['area 12 upt', 'incident 12, 1200 N Kedzie Ave: in Uptown'],
    [
      'fix n1 os pressed by mistake',
      'N1 is on scene, not en route, incident 12. The wrong entry stays.',
    ],
  ])('“%s”: %s', (typed, sentence) => {
    expect(says(typed)).toEqual({ says: sentence, refused: false });
  });

  test.each([
    ['send m9 12', /no unit M9/],
    ['send p9 12', /P9 cannot go: Off duty/],
    ['send m3 12', /only with a reason: No clinician on duty/],
    ['send n2 12', /N2 is on scene, incident 31\. After that: stack N2 12/],
    ['send m2 99', /no open call or incident 99/],
    ['wp m2', /M2 is available and cannot become with patient\. It may become/],
    ['sd m2', /nothing to stand down from/],
    ['unstack m2 why', /no other incident/],
    ['note 13 hello', /Call 13 waits\. Answer it first/],
    ['release 12', /is not held/],
    ['type 12 nosuch', /no call type/],
    ['fix m2 av really', /is available already/],
    ['stack m2 12 why', /is on no incident\. Send it/],
    ['preempt n2 12 why', /is not taken from there/],
  ])('“%s” says why not', (typed, sentence) => {
    const preview = says(typed);
    expect(preview?.refused).toBe(true);
    expect(preview?.says).toMatch(sentence);
  });

  test('for the incident in focus main’s own ranking says it', () => {
    expect(says('send m1 12', FOCUSED)?.says).toMatch(/Outside its area\. Say why/);
    expect(says('send m1 12 nearest', FOCUSED)).toMatchObject({ refused: false });
    expect(says('send m3 12', FOCUSED)?.says).toBe('M3 cannot go: No clinician on duty.');
  });

  test('an undecided incident takes no unarmed team, and an unread caution stops one', () => {
    const intake = board({ incidents: [row(12, { phase: 'intake' })] });
    expect(says('send m2 12', intake)?.says).toMatch(/no standing decision/);
    const police = unit('P1', { teamType: 'police-cit', team: 'Police' });
    expect(says('send p1 12', { ...intake, units: [police] })).toMatchObject({ refused: false });
    const caution = {
      cautionId: 'c1' as CautionId,
      about: { kind: 'address', address: '1200 N Kedzie Ave' },
      kind: 'animal',
      text: 'Dog.',
      source: 'Crew of M1',
      recordedAt: ago(99),
      recordedBy: 'Sam Whitfield',
      expiresOn: '2099-01-01',
      expired: false,
      acknowledged: null,
    } as const;
    const warned = board({ focus: { ...FOCUSED.focus!, cautions: [caution] } });
    expect(says('send m2 12', warned)).toMatchObject({
      says: expect.stringMatching(/Shift\+A first/) as string,
      refused: true,
    });
    const read = { ...caution, acknowledged: { at: ago(9), by: 'Dana Reyes' } };
    const told = board({ focus: { ...FOCUSED.focus!, cautions: [read] } });
    expect(says('send m2 12', told)).toMatchObject({ refused: false });
  });

  test('half a command promises nothing', () => {
    for (const typed of ['', 'send', 'send m2', 'hold 12', 'fix m2'])
      expect(says(typed)).toBeNull();
  });
});
