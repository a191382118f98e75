import { writeSync } from 'node:fs';
import { openDesk } from '#main/desk/open-desk.ts';
import type { CallId } from '#shared/lib/brand.ts';

// A desk that takes calls until it is killed, and says after each commit which sequence is safe.
const [folder, operatorId] = process.argv.slice(2) as [string, string];
const desk = openDesk({ folder, mode: 'training', log: () => {} });
const session = { operator: null, focus: null };
desk.answer('operator.sign-on', { operatorId, passphrase: '' }, session);

function say(reply: { ok: boolean; value?: { seq: number; made?: string } }): string {
  if (!reply.ok || reply.value === undefined) throw new Error(JSON.stringify(reply));
  // Written at once and not through a buffer: an acknowledgement must not outrun its commit.
  writeSync(1, `${reply.value.seq}\n`);
  return reply.value.made ?? '';
}

for (;;) {
  const call = {
    ani: null,
    address: '1 W Lawrence, Uptown',
    words: 'x'.repeat(4_000),
    callType: null,
  };
  const callId = say(desk.answer('call.receive', call, session)) as CallId;
  const incidentId = say(desk.answer('call.answer', { callId }, session));
  say(
    desk.answer(
      'incident.answer-none',
      { incidentId, topic: 'weapon', informant: 'caller-saw' },
      session,
    ),
  );
  say(desk.answer('incident.upgrade', { incidentId, services: ['police', 'ems'] }, session));
}
