import { describe, expect, test } from 'vitest';
import { context, fold, given, incidentId, policy, START, unit } from '../support/given.ts';
import { setLanguage, setNeededCapabilities } from '#shared/incident/decide-wants.ts';
import type { IncidentEvent } from '#shared/incident/incident-events.ts';
import type { UnitId } from '#shared/lib/brand.ts';
import { setCapabilities, setLanguages } from '#shared/unit/decide-vehicle.ts';
import {
  isLanguage,
  languageMeant,
  languageName,
  OFFERED_LANGUAGES,
  sameLanguage,
  sayLanguageNeed,
} from '#shared/unit/language.ts';
import { evolveUnit, type UnitEvent } from '#shared/unit/unit-events.ts';
import type { Unit } from '#shared/unit/unit.ts';

const POLISH = { language: 'pl', interpreter: true } as const;
const closed: IncidentEvent = {
  type: 'incident.closed',
  incidentId,
  disposition: 'no-contact',
  note: '',
};

describe('a language', () => {
  test('is offered by a name people know', () => {
    expect(OFFERED_LANGUAGES.filter((tag) => !isLanguage(tag))).toEqual([]);
    expect(new Set(OFFERED_LANGUAGES.map(languageName)).size).toBe(OFFERED_LANGUAGES.length);
    expect(languageName('ase')).toBe('American Sign Language');
  });

  test.each([
    ['Polish', 'pl'],
    [' pl ', 'pl'],
    ['HAITIAN creole', 'ht'],
    ['american sign language', 'ase'],
    ['ga', 'ga'],
    ['english', 'en'],
    ['ES-mx', 'es-MX'],
    ['Klingonese', null],
    ['constructor', null],
    ['', null],
    ['pl polish', null],
  ])('%j means %j', (written, tag) => {
    expect(languageMeant(written)).toBe(tag);
  });

  test.each(['', 'p', 'PL', 'polish', 'pl_PL', 'xx', 'constructor', 'pl-', '../pl'])(
    '%j is no tag',
    (tag) => expect(isLanguage(tag)).toBe(false),
  );

  test('is the same whatever the region, and said with its interpreter', () => {
    expect(sameLanguage('es', 'es-MX')).toBe(true);
    expect(sameLanguage('zh', 'yue')).toBe(false);
    expect(sayLanguageNeed({ language: 'en', interpreter: true })).toBe(
      'English, needs interpreter',
    );
    expect(sayLanguageNeed({ language: 'pl', interpreter: false })).toBe('Polish');
  });
});

describe('what an incident wants', () => {
  test('a language is noted, repeated without an entry, and taken back', () => {
    const noted = given([])
      .when((incident) => setLanguage(incident, POLISH))
      .then({ type: 'incident.language-set', incidentId, language: POLISH });
    expect(noted.language).toEqual(POLISH);
    expect(setLanguage(noted, { ...POLISH })).toEqual([]);
    const back = given(noted)
      .when((incident) => setLanguage(incident, null))
      .then({ type: 'incident.language-set', incidentId, language: null });
    expect(back.language).toBeNull();
  });

  test('an unknown language or capability is refused by name', () => {
    given([])
      .when((incident) => setLanguage(incident, { language: 'qq', interpreter: true }))
      .refused('unknown-language', /“qq”/);
    given([])
      .when((incident) => setNeededCapabilities(incident, ['wings'], context()))
      .refused('unknown-capability', /“wings”.*wheelchair-lift/);
    const { capabilities: _none, ...bare } = policy;
    given([])
      .when((incident) => setNeededCapabilities(incident, ['stretcher'], context({ policy: bare })))
      .refused('unknown-capability', /names none yet/);
  });

  test('capabilities stand once and in the order of the policy, the vanished ones behind', () => {
    given([])
      .when((incident) =>
        setNeededCapabilities(incident, ['stretcher', 'wheelchair-lift', 'stretcher'], context()),
      )
      .then({
        type: 'incident.capabilities-set',
        incidentId,
        capabilities: ['wheelchair-lift', 'stretcher'],
      });
    const before = fold([
      { type: 'incident.capabilities-set', incidentId, capabilities: ['sled'] },
    ]);
    given(before)
      .when((incident) => setNeededCapabilities(incident, ['sled', 'stretcher'], context()))
      .then({
        type: 'incident.capabilities-set',
        incidentId,
        capabilities: ['stretcher', 'sled'],
      });
    expect(setNeededCapabilities(before, ['sled'], context())).toEqual([]);
  });

  test('a closed incident wants nothing any more', () => {
    given([closed])
      .when((incident) => setLanguage(incident, POLISH))
      .refused('incident-closed', /closed/);
    given([closed])
      .when((incident) => setNeededCapabilities(incident, [], context()))
      .refused('incident-closed', /closed/);
  });
});

describe('what a unit brings', () => {
  const apply = (before: Unit, events: UnitEvent[] | object) =>
    (events as UnitEvent[]).reduce<Unit | null>(
      (was, event) => evolveUnit(was, event, START),
      before,
    );

  test('its vehicle changes, and what is the same writes nothing', () => {
    const changed = apply(unit(), setCapabilities(unit(), ['stretcher'], policy));
    expect(changed?.capabilities).toEqual(['stretcher']);
    expect(setCapabilities(changed!, ['stretcher'], policy)).toEqual([]);
    expect(setCapabilities(unit(), ['wings'], policy)).toMatchObject({
      refused: 'unknown-capability',
    });
  });

  test('one person’s languages change, and nobody else’s', () => {
    const who = 'paramedic';
    const changed = apply(unit(), setLanguages(unit(), who, ['pl', 'es', 'pl']));
    expect(changed?.crew.map(({ languages }) => languages)).toEqual([['pl', 'es'], []]);
    expect(setLanguages(changed!, who, ['pl', 'es'])).toEqual([]);
    expect(setLanguages(unit(), who, ['pl', 'xx'])).toMatchObject({ refused: 'unknown-language' });
    expect(setLanguages(unit(), 'Jan', [])).toMatchObject({
      refused: 'no-crew-member',
      because: expect.stringContaining('nobody of that name') as string,
    });
  });

  test('who goes off with a shift and comes back with another speaks what they spoke', () => {
    const spoken = apply(unit(), setLanguages(unit(), 'paramedic', ['pl']));
    const duty = (
      name: string,
      onDuty: boolean,
      why: 'shift-began' | 'shift-ended',
    ): UnitEvent => ({
      type: 'unit.duty-changed',
      unitId: 'M1' as UnitId,
      incidentId: null,
      name,
      role: 'paramedic',
      onDuty,
      why,
      reason: null,
      shiftId: null,
      due: null,
      missing: [],
    });
    const relieved = apply(spoken!, [
      duty('paramedic', false, 'shift-ended'),
      duty('Bo Larsen', true, 'shift-began'),
    ]);
    expect(relieved?.crew.map(({ name, languages }) => [name, languages])).toEqual([
      ['clinician', []],
      ['Bo Larsen', []],
    ]);
    const back = apply(relieved!, [
      duty('Bo Larsen', false, 'shift-ended'),
      duty('paramedic', true, 'shift-began'),
    ]);
    expect(back?.crew.find(({ name }) => name === 'paramedic')?.languages).toEqual(['pl']);
  });

  test('sendings count from when it came on duty, each once, and no report or correction counts', () => {
    const i2 = 'i2' as typeof incidentId;
    const step = (
      from: Unit['status'],
      to: Unit['status'],
      on: typeof incidentId | null,
    ): UnitEvent => ({
      type: 'unit.status-changed',
      unitId: 'M1' as UnitId,
      from,
      to,
      incidentId: on,
      reason: null,
    });
    const times = (...events: UnitEvent[]) => apply(unit({ timesOut: 4 }), events)?.timesOut;
    expect(
      times(step('available', 'assigned', incidentId), step('assigned', 'en-route', incidentId)),
    ).toBe(5);
    expect(times(step('available', 'assigned', incidentId), step('assigned', 'assigned', i2))).toBe(
      6,
    );
    expect(times(step('available', 'off-duty', null))).toBe(4);
    expect(times(step('off-duty', 'available', null))).toBe(0);
    const fixed: UnitEvent = {
      type: 'unit.status-corrected',
      unitId: 'M1' as UnitId,
      from: 'off-duty',
      to: 'available',
      incidentId: null,
      reason: 'Pressed by mistake.',
    };
    expect(times(fixed)).toBe(4);
  });
});
