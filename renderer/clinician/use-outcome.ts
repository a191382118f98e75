import { useRef, useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Refusal } from '#shared/lib/refusal.ts';
import { missingOf, type Missing } from '#shared/phone/ending.ts';
import { deskNow } from '../desk/clock.ts';
import { useDraft } from '../desk/drafts.ts';
import { recordTyped } from '../plan/note-drafts.ts';
import { NOBODY_YET, type SecondPersonDraft } from '../parts/second-person.tsx';
import { carryOut } from './carry-out.ts';
import { blankDraft, endingOf, readDraft, type EndingDraft } from './ending-draft.ts';
import { EVERY_OUTCOME, type OutcomeId, type PhoneOutcome } from './phone-outcomes.ts';

export interface ArmedOutcome {
  readonly armed: PhoneOutcome | null;
  /** What was typed about the end so far, kept through a restart. */
  readonly draft: EndingDraft;
  readonly second: SecondPersonDraft;
  readonly line: string;
  /** What the marked outcome still needs, in the order of its fields. */
  readonly missing: readonly Missing[];
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  setLine(line: string): void;
  say(changes: Partial<EndingDraft>): void;
  setSecond(second: SecondPersonDraft): void;
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
  const [second, setSecond] = useState(NOBODY_YET);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const kept = useDraft(`incident/${view.incidentId}`, 'outcome', '');
  const draft = readDraft(kept.text, blankDraft(view));
  const underWay = useRef(false);
  const missing = armed === null ? [] : missingNow(armed.id, draft, view, second);

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
    kept.type('');
    setSecond(NOBODY_YET);
    // Somebody quick may have meant the next thing already.
    setArmed((now) => (now === outcome ? null : now));
    if (ends(outcome.id, draft)) onEnded();
  }

  async function writeThenCarryOut(outcome: PhoneOutcome): Promise<Refusal | null> {
    const written = await recordTyped(view.incidentId, view.clinical?.work);
    // Whoever asks for a team, or loses the caller, does not wait for a note; it stays typed.
    if (written !== null && !NEVER_WAITS.includes(outcome.id)) return written;
    const done = await carryOut(view, outcome.id, { draft, second, line });
    return done.ok ? null : done;
  }

  return {
    armed,
    draft,
    second,
    line,
    missing,
    refusal,
    busy,
    setLine,
    say: (changes) => kept.type(JSON.stringify({ ...draft, ...changes })),
    setSecond,
    press,
    standDown,
    carryOut: () => {
      if (armed === null) return;
      const [first] = missing;
      if (first === undefined) void perform(armed);
      else goToField(first.field);
    },
  };
}

/** Main asks the same again, against what it knows then. */
function missingNow(
  id: OutcomeId,
  draft: EndingDraft,
  { clinical }: IncidentView,
  { operatorId }: SecondPersonDraft,
): readonly Missing[] {
  if (id !== 'resolved' && id !== 'referred' && id !== 'follow-up') return [];
  const standing = clinical?.atTheEnd ?? { open: [], risk: null, plan: false };
  const now = new Date(deskNow()).toISOString();
  return missingOf(endingOf(id, draft), { ...standing, signed: operatorId !== null, now });
}

/** The field takes the keyboard: of a group the chosen answer, or its first. False when there is none. */
export function goToField(field: string): boolean {
  const named = [
    ...document.querySelectorAll<HTMLElement>(`.outcome-armed [data-field="${field}"]`),
  ];
  // A second field of the same name asks for more about the first.
  const last = named.at(-1);
  const input = last?.matches('input, textarea')
    ? last
    : (last?.querySelector<HTMLElement>('input:checked') ??
      last?.querySelector<HTMLElement>('input'));
  input?.focus();
  return input != null;
}

function ends(id: OutcomeId, { stays }: EndingDraft): boolean {
  return ENDS.includes(id) || (id === 'team' && !stays);
}

const NEVER_WAITS: readonly OutcomeId[] = ['team', 'lost', 'help-took-over'];

const ENDS: readonly OutcomeId[] = [
  'resolved',
  'referred',
  'follow-up',
  'help-took-over',
  'not-found',
  'accepted',
];
