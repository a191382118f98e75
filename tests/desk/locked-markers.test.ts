import { expect, test } from 'vitest';
import { centerAtWork, openedIncident } from '../support/desk-at-work.ts';
import { PLANTED_ADDRESS, plantedEvents } from '../support/planted-markers.ts';
import { EXAMPLES, type Example } from '../support/topic-examples.ts';
import type { Session } from '#main/desk/desk.ts';
import { consoleContract, TOPICS, type Topic } from '#shared/contract/console-contract.ts';
import type { Endpoint } from '#shared/contract/endpoint.ts';
import { ROLES, type Role } from '#shared/roster/operator.ts';
import type { z } from 'zod';

const NAMES: Readonly<Record<Role, string>> = {
  'call-taker': 'Pat',
  dispatcher: 'Dana',
  clinician: 'Cleo',
  supervisor: 'Sam',
  admin: 'Ada',
};
const endpointOf = (topic: Topic): Endpoint<z.ZodType, unknown> => consoleContract[topic];

test.each(TOPICS.filter((topic) => endpointOf(topic).whileLocked === true))(
  'a locked console is told no protected word and no address by %s, whoever sits there',
  (topic) => {
    const atWork = centerAtWork();
    const incidentId = openedIncident(atWork, atWork.as('Dana'), { address: PLANTED_ADDRESS });
    const [dana, cleo, imani] = ['Dana', 'Cleo', 'Imani'].map(atWork.idOf);
    const told: unknown[] = [];
    const consoles = ROLES.map((role): Session => {
      return { ...atWork.as(NAMES[role]), focus: incidentId, locked: true };
    });
    for (const session of consoles) atWork.desk.feed(session, (message) => told.push(message));
    // Written while they are locked, so that their feeds hear of it.
    for (const event of plantedEvents({ incidentId, dana: dana!, cleo: cleo!, imani: imani! }))
      atWork.desk.record([event], dana!);
    for (const session of consoles) {
      const example = EXAMPLES[topic] as Example<Topic>;
      const input = example.good(atWork, session);
      // What signs on or unlocks is answered last: after it nothing is locked any more.
      told.push(atWork.desk.answer('board.snapshot', {}, session));
      told.push(atWork.desk.answer(topic, input, { ...session }));
    }
    expect(told.length).toBeGreaterThan(2 * ROLES.length);
    expect(JSON.stringify(told)).not.toContain('planted ');
    expect(JSON.stringify(told)).not.toContain(PLANTED_ADDRESS);
    atWork.desk.close();
  },
);
