import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answered,
  cleo,
  context,
  couldTalk,
  decided,
  fold,
  imani,
  incidentId,
  policy,
  type Told,
} from '../support/given.ts';
import type { Incident } from '#shared/incident/incident.ts';
import type { ScreenId } from '#shared/lib/brand.ts';
import { isRefusal, type Refusal } from '#shared/lib/refusal.ts';
import { standingLevel } from '#shared/incident/phase.ts';
import { isKept } from '#shared/partition/partition.ts';
import { readingsOf } from '#shared/routing/evaluate.ts';
import { levelRank } from '#shared/routing/level.ts';
import { answerScreen, beginScreen, finishScreen } from '#shared/screen/decide-screen.ts';
import {
  evolveScreen,
  isOfScreen,
  readScreen,
  type KeptScreen,
  type Screen,
} from '#shared/screen/screen-events.ts';
import {
  PLAIN_BRANCHING,
  SCREEN_ANSWERS,
  SCREEN_INFORMANTS,
  SCREEN_ROLES,
  type ScreenAnswer,
  type ScreenInformant,
  type ScreenRole,
} from '#shared/screen/screen-question.ts';

const screenId = 's1' as ScreenId;
const began = { screenId, instrument: null };
const taken: Told = { type: 'phone.taken', incidentId, clinician: cleo };
const withCleo = context({ by: cleo });
/** On the phone, decided at L1 with every suicide question answered no. */
const onThePhone = fold(
  [taken],
  decided([...couldTalk, answered('thoughts', 'no'), answered('suicide-high', 'no')]),
);

/** A screen on an incident, both folded from what was decided. */
class Screening {
  incident: Incident;
  kept: KeptScreen;
  /** Types of the events of the last act. */
  last: readonly string[] = [];

  constructor(incident = onThePhone) {
    const events = beginScreen(incident, [], began, withCleo);
    if (isRefusal(events)) throw new Error(events.because);
    this.incident = incident;
    this.kept = evolveScreen(null, events.find(isOfScreen)!, { at: withCleo.now, by: cleo })!;
  }

  get screen(): Screen {
    return readScreen(this.kept, (words) => (isKept(words) ? null : words));
  }

  answer(role: ScreenRole, answer: ScreenAnswer, informant: ScreenInformant = 'person'): this {
    const given = { role, answer, informant };
    return this.#take(answerScreen(this.incident, this.screen, given, PLAIN_BRANCHING, withCleo));
  }

  finish(): this {
    return this.#take(finishScreen(this.incident, this.screen, PLAIN_BRANCHING, withCleo));
  }

  #take(events: ReturnType<typeof finishScreen>): this {
    if (isRefusal(events)) throw new Error(events.because);
    this.last = events.map(({ type }) => type);
    for (const event of events)
      if (isOfScreen(event))
        this.kept = evolveScreen(this.kept, event, { at: withCleo.now, by: cleo })!;
      else this.incident = fold([event], this.incident);
    return this;
  }

  get facts(): string {
    const read = readingsOf(this.incident.facts, policy);
    return `thoughts ${read('thoughts')}, high ${read('suicide-high')}`;
  }

  get informants(): readonly (string | undefined)[] {
    const { facts } = this.incident;
    return ['thoughts', 'suicide-high'].map((id) => facts[id]?.current.informant);
  }
}

test('a yes to intent is a plan with the means at hand for routing, and raises in the same decision', () => {
  const screening = new Screening().answer('thoughts', 'yes').answer('intent', 'yes');
  expect(screening.facts).toBe('thoughts yes, high yes');
  expect(screening.last).toEqual([
    'screen.answered',
    'incident.fact-answered',
    'incident.level-raised',
  ]);
  expect(screening.incident.raised).toMatchObject({ to: 'L3' });
});

test('the screen begun and not finished is not low: the level is at least L2 after the first yes', () => {
  const screening = new Screening().answer('wish', 'yes');
  expect(screening.facts).toBe('thoughts yes, high unknown');
  expect(screening.incident.raised).toMatchObject({ from: 'L1', to: 'L2' });
});

test('a no is written by a finished screen the person answered, and not before', () => {
  const fresh = fold([taken], decided([...couldTalk]));
  const screening = new Screening(fresh);
  screening.answer('wish', 'no').answer('thoughts', 'no').answer('behavior', 'no');
  expect(screening.facts).toBe('thoughts not-asked, high not-asked');
  expect(screening.finish().facts).toBe('thoughts no, high no');
  expect(screening.informants).toEqual(['caller-saw', 'caller-saw']);
});

test.each<[string, (screening: Screening) => Screening, string]>([
  ['refused', (s) => s.answer('thoughts', 'refused'), 'thoughts unknown, high unknown'],
  ['could not answer', (s) => s.answer('wish', 'unable'), 'thoughts unknown, high unknown'],
  ['somebody else', (s) => s.answer('wish', 'no', 'third-party'), 'thoughts unknown, high unknown'],
  ['nothing asked', (s) => s.finish(), 'thoughts unknown, high unknown'],
  ['a way in mind', (s) => s.answer('method', 'yes'), 'thoughts yes, high unknown'],
  ['behavior alone', (s) => s.answer('behavior', 'yes'), 'thoughts unknown, high unknown'],
  [
    'recent behavior alone',
    (s) => s.answer('behavior-recent', 'yes'),
    'thoughts unknown, high yes',
  ],
])('what a screen says of routing when: %s', (_name, act, facts) => {
  expect(act(new Screening()).facts).toBe(facts);
});

test('who said it goes with the fact: somebody else’s yes is hearsay until the person says one', () => {
  const screening = new Screening().answer('plan', 'yes', 'third-party');
  expect(screening.informants).toEqual(['caller-was-told', 'caller-was-told']);
  const own = new Screening().answer('wish', 'yes').answer('plan', 'yes', 'third-party');
  expect(own.informants).toEqual(['caller-saw', 'caller-saw']);
});

test('a correction opens the screen again, both answers stay, and routing is not lowered by it', () => {
  const screening = new Screening().answer('intent', 'yes').finish();
  expect(screening.screen.finished).not.toBeNull();
  screening.answer('intent', 'no');
  expect(screening.screen.finished).toBeNull();
  expect(screening.screen.answers.intent).toMatchObject({ answer: 'no', corrected: true });
  expect(screening.last).toEqual(['screen.answered']);
  expect(screening.facts).toBe('thoughts yes, high yes');
  expect(screening.incident.raised).toMatchObject({ to: 'L3' });
});

test('the same answer again, an answer taken back that was not given, finishing twice: nothing happens', () => {
  const screening = new Screening().answer('wish', 'no');
  expect(screening.answer('wish', 'no').last).toEqual([]);
  expect(screening.answer('plan', 'not-asked').last).toEqual([]);
  expect(screening.answer('wish', 'not-asked').screen.answers).toEqual({});
  screening.finish();
  expect(screening.finish().last).toEqual([]);
});

test('whatever is answered in whatever order: the level never falls and a yes stays a yes', () => {
  const step = fc.record({
    role: fc.constantFrom(...SCREEN_ROLES, 'finish' as const),
    answer: fc.constantFrom(...SCREEN_ANSWERS),
    informant: fc.constantFrom(...SCREEN_INFORMANTS),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const screening = new Screening();
      let rank = levelRank(standingLevel(screening.incident)!);
      let noes = 0;
      for (const { role, answer, informant } of steps) {
        const yesBefore = screening.facts.split('yes').length;
        if (role === 'finish') screening.finish();
        else screening.answer(role, answer, informant);
        const now = levelRank(standingLevel(screening.incident)!);
        expect(now).toBeGreaterThanOrEqual(rank);
        rank = now;
        expect(screening.facts.split('yes').length).toBeGreaterThanOrEqual(yesBefore);
        // A no is only ever written with the end of a screen.
        const said = Object.values(screening.incident.facts).flatMap((f) => [
          f.current,
          ...f.earlier,
        ]);
        const now_ = said.filter((f) => f.by !== 'dana' && f.answer === 'no').length;
        if (now_ > noes) expect(role).toBe('finish');
        noes = now_;
      }
    }),
    { numRuns: 400 },
  );
});

function refusedWith(outcome: unknown, code: string): void {
  expect(outcome).toMatchObject({ refused: code });
  expect((outcome as Refusal).because).toMatch(/Nothing was recorded\.$|is closed/);
}

test('who may screen: the clinician on the line, one screen at a time, while the incident is open', () => {
  const { screen } = new Screening();
  const withImani = context({ by: imani });
  refusedWith(beginScreen(onThePhone, [], began, withImani), 'not-with-you');
  refusedWith(beginScreen(onThePhone, [screen], began, withCleo), 'screen-under-way');
  const given = { role: 'wish', answer: 'yes', informant: 'person' } as const;
  refusedWith(answerScreen(onThePhone, screen, given, PLAIN_BRANCHING, withImani), 'not-with-you');
  refusedWith(finishScreen(onThePhone, screen, PLAIN_BRANCHING, withImani), 'not-with-you');
  const closed = fold(
    [{ type: 'incident.closed', incidentId, disposition: 'resolved-by-phone', note: '' }],
    onThePhone,
  );
  refusedWith(beginScreen(closed, [], began, withCleo), 'incident-closed');
  refusedWith(answerScreen(closed, screen, given, PLAIN_BRANCHING, withCleo), 'incident-closed');
});

test('who asked it may put an answer right when the call has ended; whoever has the call goes on with it', () => {
  const { screen } = new Screening();
  const given = { role: 'wish', answer: 'no', informant: 'person' } as const;
  const ended = fold(
    [{ type: 'phone.escalated', incidentId, to: 'field', reason: 'x', stays: false }],
    onThePhone,
  );
  expect(isRefusal(answerScreen(ended, screen, given, PLAIN_BRANCHING, withCleo))).toBe(false);
  const handedOn = fold([{ ...taken, clinician: imani } as Told], onThePhone);
  const withImani = context({ by: imani });
  expect(isRefusal(answerScreen(handedOn, screen, given, PLAIN_BRANCHING, withImani))).toBe(false);
});

test('a policy that names no screen hears nothing, and the screen is recorded all the same', () => {
  const { screen } = new Screening();
  const { screen: _none, ...silent } = policy;
  const given = { role: 'plan', answer: 'yes', informant: 'person' } as const;
  const outcome = answerScreen(onThePhone, screen, given, PLAIN_BRANCHING, {
    ...withCleo,
    policy: silent,
  });
  expect(outcome).toMatchObject([{ type: 'screen.answered' }]);
  expect(outcome).toHaveLength(1);
});
