import { useLayoutEffect, useRef, useState } from 'react';
import type { ScreenLine } from '#shared/board/screen-lines.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { branchingOf, orderOf, type Instrument } from '#shared/screen/instrument.ts';
import {
  openRoles,
  type ScreenAnswer,
  type ScreenAnswers,
  type ScreenInformant,
  type ScreenRole,
} from '#shared/screen/screen-question.ts';
import { tell } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

export interface ScreenWalk {
  /** The question the keys answer; null when everything was asked. */
  readonly current: ScreenRole | null;
  readonly open: readonly ScreenRole[];
  readonly informant: ScreenInformant | null;
  answer(answer: ScreenAnswer): void;
  go(role: ScreenRole | null): void;
  toNext(): void;
  toLast(): void;
  otherInformant(): void;
}

/**
 * Where the keys are among the questions of a screen. What was sent and not yet shown decides only which
 * question comes next, so that three quick keys answer three questions and no answer is drawn before it
 * is on the record.
 */
export function useScreenWalk(
  incidentId: IncidentId,
  screen: ScreenLine,
  instrument: Instrument | null,
  answering: ScreenInformant | null,
): ScreenWalk {
  const [marked, setMarked] = useState<ScreenRole | null>(null);
  const [chosen, setChosen] = useState<ScreenInformant | null>(null);
  const sent = useRef(new Map<ScreenRole, ScreenAnswer>());
  const last = useRef<ScreenRole | null>(null);
  /** Ahead of the drawing, for a key that comes before it. */
  const ahead = useRef<ScreenRole | null | undefined>(undefined);

  const order = orderOf(instrument);
  const branching = branchingOf(instrument);
  const informant = chosen ?? answering;
  const open = openRoles(order, screen.answers, branching);
  const current = marked ?? open[0] ?? null;
  useLayoutEffect(() => {
    ahead.current = undefined;
    for (const [role, answer] of sent.current)
      if ((screen.answers[role]?.answer ?? 'not-asked') === answer) sent.current.delete(role);
  });

  function soon(): ScreenAnswers {
    const answers: Partial<Record<ScreenRole, ScreenAnswers[ScreenRole]>> = { ...screen.answers };
    for (const [role, answer] of sent.current) {
      if (answer === 'not-asked') delete answers[role];
      else answers[role] = { answer, informant: informant ?? 'person' };
    }
    return answers as ScreenAnswers;
  }

  function nextAfter(role: ScreenRole | null): ScreenRole | null {
    const left = openRoles(order, soon(), branching).filter((each) => each !== role);
    const at = role === null ? -1 : order.indexOf(role);
    return left.find((each) => order.indexOf(each) > at) ?? left[0] ?? null;
  }

  function go(role: ScreenRole | null): void {
    ahead.current = role;
    setMarked(role);
  }

  function answer(given: ScreenAnswer): void {
    const role = ahead.current === undefined ? current : ahead.current;
    if (role === null) return;
    if (informant === null)
      return say({
        tone: 'refused',
        text: 'Say first who is answering: w. Nothing was recorded.',
        cause: 'screen.answer',
      });
    sent.current.set(role, given);
    last.current = role;
    const { screenId } = screen;
    void tell('screen.answer', { incidentId, screenId, role, answer: given, informant }).then(
      (done) => {
        if (done !== null) return;
        sent.current.delete(role);
        go(role);
      },
    );
    go(given === 'not-asked' ? role : nextAfter(role));
  }

  return {
    current,
    open,
    informant,
    answer,
    go,
    toNext: () => go(nextAfter(current)),
    toLast: () => go(last.current),
    otherInformant: () => setChosen(informant === 'person' ? 'third-party' : 'person'),
  };
}
