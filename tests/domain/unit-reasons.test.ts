import { expect, test } from 'vitest';
import { NOON, policy, START, unit } from '../support/given.ts';
import { shortfallsOf } from '#shared/unit/availability.ts';
import { reasonsOf, sayReason, WEIGHTS, type Wanted } from '#shared/unit/unit-reasons.ts';
import type { Unit } from '#shared/unit/unit.ts';

const WANTED: Wanted = {
  level: 'L2',
  areaId: 'uptown',
  callType: null,
  now: NOON,
  language: null,
  capabilities: [],
  position: null,
};
const POLISH = { language: 'pl', interpreter: true };
const minutesLater = (minutes: number) => Date.parse(START) + minutes * 60_000;

function reasons(who: Unit, changes: Partial<Wanted> = {}, its = policy) {
  const wanted = { ...WANTED, ...changes };
  return reasonsOf(its, who, wanted, shortfallsOf(its, who, wanted));
}
const said = (who: Unit, changes: Partial<Wanted> = {}, its = policy) =>
  reasons(who, changes, its).map((reason) => sayReason(reason, minutesLater(42)));

test('a whole crew in its area says so, how long it is free and how often it was out', () => {
  expect(said(unit())).toEqual(['Full crew', 'In its area', 'Free 42 min', 'Not sent this shift']);
  expect(said(unit({ timesOut: 1 }))).toContain('Sent once');
  expect(said(unit({ timesOut: 3 }))).toContain('Sent 3 times');
});

test('what speaks for it stands before what is plain, and what it lacks before both', () => {
  const crew = unit().crew.map((member) => ({ ...member, languages: ['pl'] }));
  const wants = { language: POLISH, capabilities: ['wheelchair-lift', 'stretcher'] };
  expect(said(unit({ crew, capabilities: ['stretcher'] }), wants).slice(0, 4)).toEqual([
    'No wheelchair lift',
    'Stretcher',
    'Speaks Polish',
    'Full crew',
  ]);
});

test('a language nobody speaks has its way out, and asks no reason to send', () => {
  expect(said(unit(), { language: POLISH })[0]).toBe('No Polish: interpreter line');
  expect(said(unit(), { language: { language: 'pl', interpreter: false } })[0]).toBe(
    'No Polish: English will do',
  );
  expect(shortfallsOf(policy, unit(), { ...WANTED })).toEqual([]);
});

test('English with an interpreter tells no crew from another', () => {
  expect(said(unit(), { language: { language: 'en', interpreter: true } })).toEqual(said(unit()));
});

test('a region is the same language', () => {
  const crew = unit().crew.map((member) => ({ ...member, languages: ['es-MX'] }));
  expect(said(unit({ crew }), { language: { language: 'es', interpreter: true } })[0]).toBe(
    'Speaks Spanish',
  );
});

test('what stands against it comes first, with how long it is busy, and no crew is called full', () => {
  const clearing = reasons(unit({ status: 'clearing', crew: unit().crew.slice(0, 1) }));
  expect(clearing.map((reason) => sayReason(reason, minutesLater(3))).slice(0, 3)).toEqual([
    'Busy: clearing 3 min',
    'No clinician on duty',
    'Free soon',
  ]);
  expect(clearing.some(({ kind }) => kind === 'crew' || kind === 'free')).toBe(false);
  const weights = clearing.map(({ weight }) => WEIGHTS.indexOf(weight));
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
});

test('one from the next zone says which, and one outside its area does not say that it serves', () => {
  expect(said(unit({ zone: 'South' }))).toContain('From the South zone');
  expect(said(unit({ zone: '' }))).toContain('In its area');
  const lost = said(unit(), { areaId: null });
  expect(lost[0]).toBe('Outside its area');
  expect(lost.join()).not.toMatch(/In its area|Serves/);
  expect(said(unit({ teamType: 'police-cit' }), { areaId: null })).toContain('Serves everywhere');
});

test('hours that end today are named, those around the clock are not', () => {
  const hours = [{ days: [2], from: 600, to: 1350 }];
  const limited = {
    ...policy,
    teamTypes: policy.teamTypes.map((team) => ({ ...team, hours })),
  };
  expect(said(unit(), {}, limited).at(-1)).toBe('In hours until 22:30');
  expect(said(unit()).join()).not.toContain('hours');
  const late = { now: { ...NOON, minute: 1400 } };
  expect(said(unit(), late, limited)[0]).toBe('Outside its hours');
});

test.each([
  [0, 'Just free'],
  [1, 'Free 1 min'],
  [59, 'Free 59 min'],
  [61, 'Free 1 h 1 min'],
  [60 * 24 * 3, 'Free 3 days'],
  [-5, 'Just free'],
])('after %i minutes it reads “%s”', (minutes, text) => {
  const free = reasons(unit()).find(({ kind }) => kind === 'free')!;
  expect(sayReason(free, minutesLater(minutes))).toBe(text);
});
