import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk, Session } from '#main/desk/desk.ts';
import { openDesk } from '#main/desk/open-desk.ts';
import { SIMULATED, TRAINING_OPERATORS } from '#main/desk/training/colleagues.ts';
import { seedTraining } from '#main/desk/training/training-shift.ts';
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
