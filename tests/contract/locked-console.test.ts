import { afterEach, beforeEach, expect, test } from 'vitest';
import { centerAtWork, type DeskAtWork } from '../support/desk-at-work.ts';
import type { Session } from '#main/desk/desk.ts';
import { consoleContract, TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { may } from '#shared/roster/permission.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';
import type { z } from 'zod';

// Written out a second time on purpose: a topic nobody meant to answer on a locked console turns this red.
const WHILE_LOCKED: readonly Topic[] = [
  'desk.hello',
  'board.snapshot',
  'console.lock',
  'console.unlock',
  'operator.sign-on',
  'incident.upgrade',
  'unit.duress',
  'unit.acknowledge-alarm',
];
const NAMES: Readonly<Record<Role, string>> = {
  'call-taker': 'Pat',
  dispatcher: 'Dana',
  clinician: 'Cleo',
  supervisor: 'Sam',
  admin: 'Ada',
};

let atWork: DeskAtWork;
beforeEach(() => {
  atWork = centerAtWork();
});
afterEach(() => atWork.desk.close());

const endpointOf = (topic: Topic): Endpoint<z.ZodType, unknown> => consoleContract[topic];

/** How the door answers nonsense: what it says shows how far the question got. */
function turnedAwayAs(topic: Topic, session: Session): string {
  const reply = atWork.desk.answer(topic, { nonsense: 1 }, session);
  return reply.ok ? 'answered' : reply.refused;
}

test('a locked console may ask what is written here, and nothing else', () => {
  const marked = TOPICS.filter((topic) => endpointOf(topic).whileLocked === true);
  expect(marked.toSorted()).toEqual(WHILE_LOCKED.toSorted());
});

test.each(ROLES)(
  'a %s gets past the door exactly where the table lets them, locked or not',
  (role) => {
    for (const topic of TOPICS) {
      const { needs } = endpointOf(topic);
      const allowed = needs === null || may(role, needs);
      const expected = allowed ? 'malformed' : 'not-allowed';
      expect(turnedAwayAs(topic, atWork.as(NAMES[role])), topic).toBe(expected);
      const locked: Session = { ...atWork.as(NAMES[role]), locked: true };
      expect(turnedAwayAs(topic, locked), `${topic}, locked`).toBe(
        WHILE_LOCKED.includes(topic) ? expected : 'locked',
      );
    }
  },
);

test('signed off, only what is open to anybody is looked at', () => {
  for (const topic of TOPICS)
    expect(turnedAwayAs(topic, { operator: null, focus: null }), topic).toBe(
      endpointOf(topic).needs === null ? 'malformed' : 'not-signed-on',
    );
});

test('police and EMS are sent from a locked console by every role', () => {
  for (const role of ROLES) {
    const call = { ani: null, address: '1 W Lawrence, Uptown', words: 'x', callType: null };
    const { made } = atWork.do(atWork.as('Pat'), 'call.receive', call);
    const session: Session = { ...atWork.as(NAMES[role]), locked: true };
    const input = { callId: made, services: ['police', 'ems'] };
    expect(atWork.desk.answer('incident.upgrade', input, session), role).toMatchObject({
      ok: true,
    });
  }
});
