import { setPlace } from '../support/edit-examples.ts';
import { beforeEach, expect, test } from 'vitest';
import { centerAtWork, openedIncident, type DeskAtWork } from '../support/desk-at-work.ts';
import { forABehavioralTeam } from '../support/unit-examples.ts';

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
const found = (text: string, name = 'Dana') =>
  atWork.do(atWork.as(name), 'find.anything', { text });

test('a member of a crew is found by any part of the name, as the unit they are on', () => {
  const crew = [
    { name: 'Ana Muñoz Vega', role: 'paramedic', languages: [] },
    { name: 'Nolan Price', role: 'clinician', languages: [] },
  ];
  atWork.do(atWork.as('Ada'), 'unit.add', {
    unitId: 'M9' as never,
    teamType: 'behavioral-health',
    zone: 'North',
    crew,
    capabilities: [],
  });
  const m9 = {
    kind: 'unit',
    id: 'M9',
    title: 'M9',
    detail: 'Ana Muñoz Vega, paramedic · Off duty · North',
  };
  for (const typed of ['munoz', 'Ana', 'vega mu']) expect(found(typed), typed).toEqual([m9]);
  expect(found('nolan pr')[0]?.detail).toMatch(/^Nolan Price, clinician/);
  expect(found('n')).not.toContainEqual(m9);
});

test('an operator is found by the open incidents they have, and a clinician by those on the phone', () => {
  const mine = openedIncident(atWork, atWork.as('Dana'));
  const theirs = openedIncident(atWork, atWork.as('Theo'));
  const ids = (typed: string) =>
    found(typed)
      .filter(({ kind }) => kind === 'incident')
      .map(({ id }) => id);
  expect(ids('dana')).toEqual([mine]);
  expect(ids('theo')).toEqual([theirs]);
  expect(found('theo')[0]?.detail).toMatch(/· Theo$/);
  expect(ids('cleo')).toEqual([]);
});

test('one letter is nobody’s name yet', () => {
  const incidentId = forABehavioralTeam(atWork);
  expect(found('da').map(({ id }) => id)).toContain(incidentId);
  setPlace(atWork, atWork.as('Dana'), {
    incidentId,
    address: '',
    areaId: null,
    callback: null,
  });
  expect(found('d')).toEqual([]);
});
