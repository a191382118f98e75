import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import type { Done } from '#shared/contract/endpoint.ts';
import type { Answer, Informant } from '#shared/facts/fact.ts';
import type { FactTopic } from '#shared/policy/policy.ts';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { createStore } from 'zustand';
import { tell } from '../desk/ask.ts';
import { factRowId, focusRow, onFocusFact } from './fact-focus.ts';
import { nextOpen } from './fact-groups.ts';

export interface QuestionWalk {
  /** The question somebody went to; null while nobody went anywhere. */
  readonly current: FactLine | null;
  readonly go: (line: FactLine | null | undefined) => void;
  readonly answer: (line: FactLine | null, given: Answer) => void;
  readonly answerNone: (topic: FactTopic) => void;
}

/**
 * Where the keys are among the questions. After an answer the walk goes on together with the view that
 * shows it: one change of the page instead of two, and the new recommendation is there that much sooner.
 * A key pressed before that still counts, for the question it was meant for.
 */
export function useQuestionWalk(view: IncidentView, informant: Informant): QuestionWalk {
  const { incidentId, facts } = view;
  const [at, setAt] = useState<string | null>(null);
  /** Taken at the key and drawn with the answer: a drawing in between would cost a frame. */
  const [walk] = useState(newWalk);
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  const { taken } = walk.getState();
  const here = taken !== null && taken.over !== facts ? taken.to : at;
  const current = facts.find((line) => line.id === here) ?? null;
  /** Where the next answer goes while the page still shows the question before. */
  const ahead = useRef<string | null>(null);
  const focusOn = useRef<string | null>(null);
  const row = current?.id ?? null;
  const latest = useRef({ facts, go, row, next: view.recommendation.next?.fact ?? null });

  // With the page and not after it: a key between the two would meet the old questions and no focus.
  useLayoutEffect(() => {
    if (latest.current.facts !== facts) ahead.current = null;
    latest.current = { facts, go, row, next: view.recommendation.next?.fact ?? null };
    // The row may only exist since this drawing.
    if (row !== null && focusOn.current === row) {
      focusOn.current = null;
      // By the time the focus gets there the next answers may have taken the walk further.
      const isStillHere = () => ahead.current === null || ahead.current === row;
      followWith(row, () => isStillHere() && latest.current.row === row);
    }
  });

  useEffect(
    () =>
      onFocusFact((fact) => {
        const { facts: lines, go: goTo, next } = latest.current;
        const wanted = lines.find((line) => line.id === (fact ?? next));
        goTo(wanted ?? nextOpen(lines, null) ?? lines[0]);
      }),
    [],
  );

  function go(line: FactLine | null | undefined): void {
    if (line == null) return;
    ahead.current = null;
    focusOn.current = line.id;
    walk.setState({ taken: null });
    setAt(line.id);
    draw();
    // Already there: nothing will be drawn, so the focus goes there now.
    if (line.id === here) focusRow(line.id);
  }

  function goOn(to: FactLine, told: Promise<Done | null>): void {
    ahead.current = to.id;
    focusOn.current = to.id;
    walk.setState({ taken: { to: to.id, over: facts } });
    void told.then((done) => {
      const shown = latest.current.facts !== facts;
      if (done === null) {
        ahead.current = null;
        walk.setState({ taken: null });
        setAt(here);
        draw();
      } else if (!shown && walk.getState().taken?.to === to.id) {
        walk.setState({ taken: { to: to.id, over: null } });
        draw();
      }
    });
  }

  function answer(line: FactLine | null, given: Answer): void {
    const target = facts.find((each) => each.id === ahead.current) ?? line;
    if (target === null) return;
    const next = nextOpen(facts, target.id);
    // One key too many at the last question is no second answer.
    if (ahead.current === target.id && next === null) return;
    if (isSame(target, given, informant)) return go(next);
    const fact = { incidentId, fact: target.id, answer: given, informant };
    goOn(next ?? target, tell('incident.answer-fact', fact));
  }

  function answerNone(topic: FactTopic): void {
    const last = facts.findLast((line) => line.topic === topic);
    const others = facts.filter((line) => line.topic !== topic || line === last);
    const told = tell('incident.answer-none', { incidentId, topic, informant });
    const next = nextOpen(others, last?.id ?? null) ?? last;
    if (next !== undefined) goOn(next, told);
  }

  return { current, go, answer, answerNone };
}

/** Read when something else draws, and by no subscription: changing it must not draw. */
function newWalk() {
  return createStore<{ taken: Step | null }>(() => ({ taken: null }));
}

interface Step {
  readonly to: string;
  /** The facts it was taken over; any others show its effect. Null: it is due at once. */
  readonly over: readonly FactLine[] | null;
}

function isSame({ record }: FactLine, given: Answer, informant: Informant): boolean {
  if (record === null || record.aged) return false;
  return record.current.answer === given && record.current.informant === informant;
}

export function isFocused(line: FactLine | null): boolean {
  return line !== null && document.activeElement?.id === factRowId(line.id);
}

/**
 * Moves the focus to a row. From row to row with the next frame, because moving it at once would lay the
 * page out twice; a key pressed meanwhile finds the row before, and whoever went elsewhere stays there.
 * From anywhere else at once: with no row in focus a key would mean something else.
 */
function followWith(id: string, isWanted: () => boolean): void {
  const held = document.activeElement;
  if (held === null || !held.id.startsWith(factRowId(''))) return focusRow(id);
  requestAnimationFrame(() => {
    const left = document.activeElement !== held && document.activeElement !== document.body;
    if (isWanted() && !left) focusRow(id);
  });
}
