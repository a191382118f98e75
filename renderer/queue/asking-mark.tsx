import type { Asking } from '#shared/board/monitoring-view.ts';
import { useTime } from '../desk/clock.ts';
import { urgencyOf } from '../parts/age.ts';
import '../style/asking.css';

const WORDS: Readonly<Record<Asking['what'], string>> = {
  'step-down': 'step-down?',
  nomination: 'nominated',
  advice: 'advice',
  'still-calm': 'calm?',
};
const SHAPES = { calm: '◇', warn: '◆', alert: '▲' } as const;

/** Something waits for a word between a clinician and dispatch; from three quarters of its time on it says so louder. */
export function AskingMark({ asking }: { readonly asking: Asking | 'nominated' }) {
  const urgency = useTime((now) => (asking === 'nominated' ? 'calm' : urgencyOf(asking, now)));
  const word = asking === 'nominated' ? 'nominated' : WORDS[asking.what];
  return (
    <span className="asking" data-urgency={urgency}>
      <span aria-hidden="true">{SHAPES[urgency]}</span> {word}
    </span>
  );
}
