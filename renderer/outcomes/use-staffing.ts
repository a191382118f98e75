import { useEffect, useRef, useState } from 'react';
import type { StaffingBasis } from '#shared/board/staffing-basis.ts';
import type { Period } from '#shared/outcomes/period.ts';
import { ask } from '../desk/ask.ts';
import { forgetForm, useTyped } from '../desk/use-typed.ts';
import { askedOf, draftOf, type StaffingDraft } from './staffing-draft.ts';
import type { PlayStaffing, StaffingAsked, StaffingPlayed } from './staffing-run.ts';

interface Fetched {
  readonly basis: StaffingBasis | null;
  readonly refused: string | null;
}

const NOTHING: Fetched = { basis: null, refused: null };

/** What a what-if of these days starts from. */
export function useStaffingBasis({ from, to }: Period): Fetched {
  const [fetched, setFetched] = useState<Fetched & Partial<Period>>(NOTHING);
  useEffect(() => {
    let gone = false;
    void ask('outcomes.staffing', { period: { from, to } }).then((reply) => {
      if (gone) return;
      const { basis, refused } = reply.ok
        ? { basis: reply.value, refused: null }
        : { basis: null, refused: reply.because };
      setFetched({ basis, refused, from, to });
    });
    return () => {
      gone = true;
    };
  }, [from, to]);
  // What came for other days is not of these.
  return fetched.from === from && fetched.to === to ? fetched : NOTHING;
}

export interface Playing {
  readonly draft: StaffingDraft;
  readonly change: (part: Partial<StaffingDraft>) => void;
  readonly startAgain: () => void;
  /** Null while a number of the draft cannot be read. */
  readonly asked: StaffingAsked | null;
  /** How far it is; null while nothing is played. */
  readonly share: number | null;
  readonly played: StaffingPlayed | null;
  /** What is shown was played for another plan. */
  readonly stale: boolean;
  readonly play: () => void;
  readonly stop: () => void;
}

const FORM = { subject: 'outcomes', form: 'staffing' };
/** A plan is typed for the teams of the days looked at: for others it begins anew. */
const teamsOf = ({ teams }: StaffingBasis) =>
  teams
    .map(({ id }) => id)
    .join(' ')
    .slice(0, 40);

/** A plan as it is typed, and what came of playing it. */
export function useStaffing(basis: StaffingBasis, playWith: PlayStaffing): Playing {
  const [draft, setDraft] = useTyped(FORM, teamsOf(basis), draftOf(basis));
  const [share, setShare] = useState<number | null>(null);
  const [played, setPlayed] = useState<StaffingPlayed | null>(null);
  const [of, setOf] = useState<StaffingDraft | null>(null);
  const end = useRef<() => void>(() => {});
  useEffect(() => () => end.current(), []);

  const asked = askedOf(basis, draft);
  const stop = () => {
    end.current();
    end.current = () => {};
    setShare(null);
  };
  const play = () => {
    if (asked === null) return;
    stop();
    setShare(0);
    end.current = playWith(asked, (said) => {
      if (said.kind === 'share') return setShare(said.share);
      setPlayed(said.played);
      setOf(draft);
      stop();
    });
  };
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    startAgain: () => forgetForm(FORM),
    asked,
    share,
    played,
    stale: played !== null && of !== draft,
    play,
    stop,
  };
}
