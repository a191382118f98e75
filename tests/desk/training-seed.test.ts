import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { SIMULATED, TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import { keepTrainingRoster, seedTraining } from '#main/desk/training/training-shift.ts';
import { missingRoles } from '#shared/unit/unit.ts';

const folder = mkdtempSync(join(tmpdir(), 'caredesk-seed-'));
let desk: Desk;

beforeAll(() => {
  desk = openDesk({ folder, mode: 'training', log: () => {} });
  seedTraining(desk);
});
afterAll(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function board() {
  const session: Session = { operator: TRAINING_OPERATORS[0]!, focus: null };
  const reply = desk.answer('board.snapshot', {}, session);
  if (!reply.ok) throw new Error(reply.because);
  return reply.value;
}

test('a training center has people for every role, and no passphrase', () => {
  const session: Session = { operator: null, focus: null };
  const hello = desk.answer('desk.hello', {}, session);
  if (!hello.ok) throw new Error(hello.because);
  expect(hello.value.center).toMatchObject({ name: 'Chicago Training Center', psapId: 'TRAIN-1' });
  expect(hello.value.passphrases).toBe(false);
  expect(hello.value.operators.map((each) => each.name)).toEqual(
    expect.arrayContaining(TRAINING_OPERATORS.map((each) => each.name)),
  );
  const { operatorId } = TRAINING_OPERATORS[0]!;
  expect(SIMULATED).not.toContain(operatorId);
  expect(desk.answer('operator.sign-on', { operatorId, passphrase: '' }, session).ok).toBe(true);
});

test('every team type of the field has a full crew, but for one gap and one van', () => {
  const { units } = board();
  const policy = desk.policy()!.policy;
  const teams = policy.teamTypes.filter((team) => units.some((unit) => unit.teamType === team.id));
  expect(teams.map((team) => team.id)).toEqual(
    policy.teamTypes.map((team) => team.id).filter((id) => id !== 'clinician-desk'),
  );
  for (const unit of units) {
    const team = teams.find((each) => each.id === unit.teamType)!;
    expect(missingRoles(unit, team.requiredRoles), unit.unitId).toEqual(
      unit.unitId === 'M3' ? ['clinician'] : [],
    );
    expect(unit.status).toBe(unit.unitId === 'R2' ? 'out-of-service' : 'available');
    expect(['North', 'South']).toContain(unit.zone);
  }
  expect(units.find((unit) => unit.unitId === 'M3')?.gap).toBe('No clinician on duty');
  const names = units.flatMap((unit) => unit.crew.map((member) => member.name));
  expect(new Set(names).size).toBe(names.length);
});

test('everybody has a shift around now, crews have gaps to find, and a later day is planned anew', () => {
  let now = Date.parse('2026-03-03T20:07:00.000Z');
  const later = mkdtempSync(join(tmpdir(), 'caredesk-seed-'));
  const training = openDesk({
    folder: later,
    mode: 'training',
    now: () => new Date(now),
    log: () => {},
  });
  seedTraining(training);
  const session: Session = {
    operator: TRAINING_OPERATORS.find(({ role }) => role === 'supervisor')!,
    focus: null,
  };
  const roster = (from: string) => {
    const reply = training.answer('roster.view', { from, days: 2 }, session);
    if (!reply.ok) throw new Error(reply.because);
    return reply.value.units;
  };
  const today = roster('2026-03-03');
  for (const { unitId, crew, requiredRoles, shifts } of today) {
    expect(shifts.length, unitId).toBe(2 * requiredRoles.length);
    for (const { name } of crew) expect(shifts.some((shift) => shift.name === name)).toBe(true);
  }
  const short = today.find(({ unitId }) => unitId === 'M3')?.gaps.map(({ role }) => role);
  expect(short).toContain('clinician');
  const names = today.flatMap(({ shifts }) => shifts.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);

  now += 3 * 86_400_000;
  training.watch();
  keepTrainingRoster(training);
  keepTrainingRoster(training);
  const whole = roster('2026-03-06').filter(({ requiredRoles, crew }) =>
    requiredRoles.every((role) => crew.some((each) => each.role === role && each.onDuty)),
  );
  expect(whole.map(({ unitId }) => unitId)).toEqual(
    expect.arrayContaining(['M1', 'N1', 'P11', 'E31']),
  );
  training.close();
  rmSync(later, { recursive: true, force: true });
});
