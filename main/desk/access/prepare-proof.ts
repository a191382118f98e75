import type { DeskCore } from '../desk-core.ts';
import type { Session } from '../desk.ts';
import { findHandOver } from '#db/board/hand-overs-projection.ts';

/** A name and what somebody typed as its passphrase. */
interface Typed {
  readonly operatorId: string;
  readonly passphrase: string;
}

/** Judges the passphrase a topic brings before it is answered. What is malformed is left to the door. */
export async function prepareProof(
  core: DeskCore,
  topic: unknown,
  input: unknown,
  session: Session,
): Promise<void> {
  if (core.options.mode === 'training') return;
  const typed = typedIn(core, topic, input, session);
  if (typed === null || typed.passphrase.length > 200) return;
  await core.options.passphrases.prepare(core.db, typed.operatorId, typed.passphrase);
}

function typedIn(
  core: DeskCore,
  topic: unknown,
  input: unknown,
  { operator }: Session,
): Typed | null {
  const asked = membersOf(input);
  const me = operator?.operatorId;
  switch (topic) {
    case 'operator.sign-on':
      return typedAs(asked['operatorId'], asked['passphrase']);
    case 'console.unlock':
      return typedAs(me, asked['passphrase']);
    case 'operator.change-passphrase':
      return typedAs(me, asked['current']);
    case 'store-key.encrypt':
    case 'store-key.change-way':
    case 'store-key.renew-recovery':
      return typedAs(me, asked['own']);
    case 'hand-over.accept': {
      const id = asked['handOverId'];
      const to = typeof id === 'string' ? findHandOver(core.db, id)?.to : undefined;
      return typedAs(to, asked['passphrase']);
    }
    default: {
      const second = membersOf(
        asked['secondPerson'] ?? membersOf(asked['decided'])['secondPerson'],
      );
      return me === undefined ? null : typedAs(second['operatorId'], second['passphrase']);
    }
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function typedAs(operatorId: unknown, passphrase: unknown): Typed | null {
  return typeof operatorId === 'string' && typeof passphrase === 'string'
    ? { operatorId, passphrase }
    : null;
}
