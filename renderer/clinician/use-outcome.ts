import { useRef, useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { recordTyped } from '../plan/note-drafts.ts';
import { carryOut } from './carry-out.ts';
import { EVERY_OUTCOME, type OutcomeId, type PhoneOutcome } from './phone-outcomes.ts';

export interface ArmedOutcome {
  readonly armed: PhoneOutcome | null;
  readonly line: string;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  setLine(line: string): void;
  /** The first stroke: says what is meant. */
  press(id: OutcomeId): void;
  standDown(): void;
  carryOut(): void;
}

/**
 * Two strokes for everything that ends or hands over a conversation: a letter, then Enter. A word meant
 * for the notes and typed beside them ("worried") must not hang up on somebody, so the same letter twice
 * is not enough. What is typed into the notes is put on the record first.
 */
export function useOutcome(view: IncidentView, onEnded: () => void): ArmedOutcome {
  const [armed, setArmed] = useState<PhoneOutcome | null>(null);
  const [line, setLine] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  function standDown() {
    setArmed(null);
    setRefusal(null);
  }

  function press(id: OutcomeId) {
    if (armed?.id === id) return;
    setArmed(EVERY_OUTCOME.find((each) => each.id === id) ?? null);
    setRefusal(null);
    setLine('');
  }

  async function perform(outcome: PhoneOutcome) {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    const refused = await writeThenCarryOut(outcome);
    underWay.current = false;
    setBusy(false);
    setRefusal(refused);
    if (refused !== null) return;
    // Somebody quick may have meant the next thing already.
    setArmed((now) => (now === outcome ? null : now));
    if (ENDS.includes(outcome.id)) onEnded();
  }

  async function writeThenCarryOut(outcome: PhoneOutcome): Promise<Refusal | null> {
    const written = await recordTyped(view.incidentId, view.clinical?.work);
    // Whoever asks for a team does not wait for a note; it stays typed.
    if (written !== null && outcome.id !== 'escalate') return written;
    const done = await carryOut(view, outcome.id, line);
    return done.ok ? null : done;
  }

  return {
    armed,
    line,
    refusal,
    busy,
    setLine,
    press,
    standDown,
    carryOut: () => void (armed !== null && perform(armed)),
  };
}

const ENDS: readonly OutcomeId[] = ['resolve', 'refer', 'lost', 'escalate', 'accepted'];
