import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  GIVEN_ANSWERS,
  openRoles,
  PLAIN_BRANCHING,
  SCREEN_INFORMANTS,
  SCREEN_ROLES,
  standingOf,
  type GivenBy,
  type ScreenAnswers,
  type ScreenRole,
} from '#shared/screen/screen-question.ts';
import { hazardOf, sayResult, wordOf } from '#shared/screen/say-screen.ts';
import { highestYes, triage, type ScreenResult } from '#shared/screen/triage.ts';

type Cell = GivenBy | undefined;

const own = (answer: GivenBy['answer']): GivenBy => ({ answer, informant: 'person' });
const told = (answer: GivenBy['answer']): GivenBy => ({ answer, informant: 'third-party' });

/** Everything one question can stand at; who refused makes no difference and is tried below. */
const CELLS: readonly Cell[] = [
  undefined,
  own('yes'),
  own('no'),
  own('refused'),
  own('unable'),
  told('yes'),
  told('no'),
];
const OWN: readonly Cell[] = CELLS.filter((cell) => cell?.informant !== 'third-party');

/** Calls `look` with every combination of `cells` over the seven questions. */
function everyScreen(cells: readonly Cell[], look: (answers: ScreenAnswers) => void): number {
  let seen = 0;
  const fill = (at: number, answers: Partial<Record<ScreenRole, GivenBy>>): void => {
    const role = SCREEN_ROLES[at];
    if (role === undefined) {
      seen += 1;
      return look(answers);
    }
    for (const cell of cells)
      fill(at + 1, cell === undefined ? answers : { ...answers, [role]: cell });
  };
  fill(0, {});
  return seen;
}

const result = (answers: ScreenAnswers) => triage(answers, PLAIN_BRANCHING);

/** The triage card, written a second time and another way: by what the person said to which question. */
function byTheCard(answers: ScreenAnswers): string {
  const yes = (...roles: ScreenRole[]) => roles.some((role) => answers[role]?.answer === 'yes');
  if (yes('intent', 'plan', 'behavior-recent')) return 'high';
  const plain = (role: ScreenRole) => {
    const given = answers[role];
    return given?.informant === 'person' && (given.answer === 'yes' || given.answer === 'no');
  };
  const after = (role: ScreenRole, before: ScreenRole) =>
    plain(role) || (answers[role] === undefined && answers[before]?.answer === 'no');
  const complete =
    plain('wish') &&
    plain('thoughts') &&
    plain('behavior') &&
    after('method', 'thoughts') &&
    after('intent', 'thoughts') &&
    after('plan', 'thoughts') &&
    after('behavior-recent', 'behavior');
  const any = yes(...SCREEN_ROLES);
  if (!complete) return any ? 'at least moderate' : 'not established';
  return yes('method', 'behavior') ? 'moderate' : any ? 'low' : 'none';
}

function asWord(said: ScreenResult): string {
  if (said.kind === 'established') return said.severity;
  return said.atLeast === null ? 'not established' : 'at least moderate';
}

test('every combination of answers and who gave them reads as the triage card has it', () => {
  const wrong: string[] = [];
  const seen = everyScreen(CELLS, (answers) => {
    if (asWord(result(answers)) !== byTheCard(answers)) wrong.push(JSON.stringify(answers));
  });
  expect(seen).toBe(7 ** 7);
  expect(wrong.slice(0, 3)).toEqual([]);
});

/** How much a result sends, for comparing two of them. */
const RANK = ['none', 'low', 'not established', 'at least moderate', 'high'];
function rank(said: ScreenResult): number {
  const word = asWord(said);
  return RANK.indexOf(word === 'moderate' ? 'at least moderate' : word);
}

test('a no that becomes a yes, is refused, cannot be given or is taken back never lowers the result', () => {
  const lowered: string[] = [];
  let tried = 0;
  everyScreen(OWN, (answers) => {
    const before = rank(result(answers));
    for (const role of SCREEN_ROLES) {
      if (answers[role]?.answer !== 'no') continue;
      for (const answer of ['yes', 'refused', 'unable'] as const) {
        tried += 1;
        if (rank(result({ ...answers, [role]: own(answer) })) < before)
          lowered.push(`${JSON.stringify(answers)} ${role} ${answer}`);
      }
      const { [role]: _asked, ...fewer } = answers;
      if (rank(result(fewer)) < before) lowered.push(`${JSON.stringify(answers)} without ${role}`);
    }
  });
  expect(tried).toBeGreaterThan(300_000);
  expect(lowered.slice(0, 3)).toEqual([]);
});

const anyCell = fc.option(
  fc.record({
    answer: fc.constantFrom(...GIVEN_ANSWERS),
    informant: fc.constantFrom(...SCREEN_INFORMANTS),
  }),
  { nil: undefined },
);
const anyScreen = fc.tuple(...SCREEN_ROLES.map(() => anyCell)).map((cells): ScreenAnswers => {
  const given = SCREEN_ROLES.flatMap((role, at) =>
    cells[at] === undefined ? [] : [[role, cells[at]] as const],
  );
  return Object.fromEntries(given);
});
const anyRole = fc.constantFrom(...SCREEN_ROLES);

test('one more yes, whoever says it and whatever it replaces, never lowers the highest severity said', () => {
  const severities = ['none', 'low', 'moderate', 'high'];
  fc.assert(
    fc.property(
      anyScreen,
      anyRole,
      fc.constantFrom(own('yes'), told('yes')),
      (answers, role, yes) => {
        const after = { ...answers, [role]: yes };
        expect(severities.indexOf(highestYes(after))).toBeGreaterThanOrEqual(
          severities.indexOf(highestYes(answers)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});

test('somebody else’s answer in place of the person’s own never lowers the result', () => {
  fc.assert(
    fc.property(anyScreen, anyRole, (answers, role) => {
      const given = answers[role];
      fc.pre(given !== undefined);
      const theirs = { ...answers, [role]: { ...given!, informant: 'third-party' as const } };
      expect(rank(result(theirs))).toBeGreaterThanOrEqual(
        rank(result({ ...answers, [role]: { ...given!, informant: 'person' } })),
      );
    }),
    { numRuns: 2000 },
  );
});

test('never low and never none while anybody else answered, refused, or left something open', () => {
  fc.assert(
    fc.property(anyScreen, (answers) => {
      const said = result(answers);
      if (said.kind === 'not-established' || said.severity === 'high') return;
      for (const given of Object.values(answers)) {
        expect(given.informant).toBe('person');
        expect(['yes', 'no']).toContain(given.answer);
      }
      expect(openRoles(SCREEN_ROLES, answers, PLAIN_BRANCHING)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('nothing is added up: six mild yeses are no more than their most severe one', () => {
  const no = Object.fromEntries(SCREEN_ROLES.map((role) => [role, own('no')])) as ScreenAnswers;
  expect(asWord(result({ ...no, wish: own('yes'), thoughts: own('yes') }))).toBe('low');
  const moderate = { ...no, wish: own('yes'), thoughts: own('yes'), method: own('yes') };
  expect(asWord(result({ ...moderate, behavior: own('yes') }))).toBe('moderate');
  expect(asWord(result({ ...no, plan: own('yes') }))).toBe('high');
});

test('the questions follow one another as the protocol has it', () => {
  const open = (answers: ScreenAnswers) => openRoles(SCREEN_ROLES, answers, PLAIN_BRANCHING);
  expect(open({})).toEqual(['wish', 'thoughts', 'behavior']);
  expect(open({ thoughts: own('no'), wish: own('no') })).toEqual(['behavior']);
  expect(open({ thoughts: own('yes') })).toEqual(['wish', 'method', 'intent', 'plan', 'behavior']);
  expect(open({ behavior: own('yes') })).toContain('behavior-recent');
  expect(standingOf('plan', {}, PLAIN_BRANCHING)).toBe('waits');
  expect(standingOf('plan', { thoughts: own('no') }, PLAIN_BRANCHING)).toBe('ruled-out');
  expect(standingOf('plan', { thoughts: own('refused') }, PLAIN_BRANCHING)).toBe('out-of-reach');
});

test.each<[ScreenAnswers, string, RegExp, string | null]>([
  [{ intent: told('yes') }, 'High', /^Means to act on it, as somebody else says\./, 'high'],
  [
    { plan: own('yes'), intent: told('yes') },
    'High',
    /^Means to act on it, plan worked out\./,
    'high',
  ],
  [
    { wish: own('refused'), thoughts: own('no'), behavior: own('no') },
    'Not established',
    /^Refused: wish to be dead\. It is never read as low\.$/,
    'not-established',
  ],
  [
    { wish: own('yes'), thoughts: own('unable') },
    'Not established',
    /could not be answered: thoughts of suicide; not asked: .*moderate at least/i,
    'not-established',
  ],
  [
    { wish: told('no'), thoughts: told('no'), behavior: told('no') },
    'Not established',
    /^Answered by somebody else: wish/,
    'not-established',
  ],
  [
    { wish: own('no'), thoughts: own('no'), behavior: own('yes'), 'behavior-recent': own('no') },
    'Moderate',
    /^Ever acted or got ready to\. The most severe/,
    null,
  ],
  [
    { wish: own('yes'), thoughts: own('no'), behavior: own('no') },
    'Low',
    /^Wish to be dead\./,
    null,
  ],
  [
    { wish: own('no'), thoughts: own('no'), behavior: own('no') },
    'None',
    /the person answered no\.$/,
    null,
  ],
])('%j is %s', (answers, word, sentence, hazard) => {
  const said = result(answers);
  expect(wordOf(said)).toBe(word);
  expect(sayResult(said, answers)).toMatch(sentence);
  expect(hazardOf(said)).toBe(hazard);
});
