import type { FactLine, IncidentView } from '#shared/board/incident-view.ts';
import type { ScreenLine } from '#shared/board/screen-lines.ts';
import { sayResult, wordOf } from '#shared/screen/say-screen.ts';
import { highestYes } from '#shared/screen/triage.ts';
import { useDesk } from '../desk/desk-store.ts';
import { FactAnswer } from '../incident/fact-answer.tsx';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';

const SIGNS = { High: '▲', Moderate: '◆', Low: '●', None: '○', 'Not established': '?' } as const;

/** What the answers say, why, and what routing has made of them. */
export function ScreenResult({
  view,
  screen,
  onAsk,
}: {
  readonly view: IncidentView;
  readonly screen: ScreenLine;
  /** Goes to a question of routing; null while nothing can be answered from here. */
  readonly onAsk: ((fact: string) => void) | null;
}) {
  const { result, answers, finished } = screen;
  const word = wordOf(result);
  return (
    <section
      className="screen-result"
      aria-label="Result of the screen"
      data-result={word}
      data-over={finished !== null}
    >
      <div role="status">
        <p className="screen-result-word">
          <span aria-hidden="true">{SIGNS[word]}</span> {word}
          {finished === null && <span className="screen-so-far"> so far</span>}
        </p>
        <p>{sayResult(result, answers)}</p>
      </div>
      <WhatFollows
        view={view}
        high={highestYes(answers) === 'high'}
        over={finished !== null}
        onAsk={onAsk}
      />
    </section>
  );
}

function WhatFollows({
  view: { facts, recommendation },
  high,
  over,
  onAsk,
}: {
  readonly view: IncidentView;
  readonly high: boolean;
  /** Nothing more is asked: now is the time to look at what routing has made of it. */
  readonly over: boolean;
  readonly onAsk: ((fact: string) => void) | null;
}) {
  const named = useDesk((desk) => desk.policy?.screen) ?? NONE;
  const routed = facts.filter(({ id }) => named.includes(id));
  const danger = high ? facts.filter((line) => asksOfDanger(line, named)) : [];
  if (routed.length === 0)
    return (
      <p className="screen-follows">
        The policy in force names no facts for the screen: tell dispatch yourself.
      </p>
    );
  return (
    <div className="screen-follows">
      <p>
        Dispatch reads{' '}
        {routed.map((line, at) => (
          <Routed key={line.id} line={line} at={at} />
        ))}
        . Recommended: {recommendation.level}, {recommendation.response}.
      </p>
      {high && (
        <p>
          <strong>Ask what they would use, and whether they can get to it.</strong> Until somebody
          says otherwise it counts as at hand. Write it down under <Keys keys="s" /> Safety plan.
        </p>
      )}
      {over && !high && routed.some(({ reading }) => reading === 'yes') && (
        <p>A screen lowers nothing: what is yes stays yes until that question is answered again.</p>
      )}
      {onAsk !== null && (over || danger.length > 0) && (
        <div className="button-row">
          {danger.map(({ id, label }) => (
            <Button key={id} onClick={() => onAsk(id)}>
              Ask: {label}
            </Button>
          ))}
          {(over ? routed : NOTHING)
            .filter(({ record }) => record !== null)
            .map(({ id, label }) => (
              <Button key={id} tone="quiet" onClick={() => onAsk(id)}>
                Answer again: {label}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}

const NONE: readonly string[] = [];
const NOTHING: readonly FactLine[] = [];

/** Suicide facts outside the screen that nobody has answered no to: an attempt now, a ledge. */
function asksOfDanger({ id, topic, reading }: FactLine, screen: readonly string[]): boolean {
  return topic === 'suicide' && !screen.includes(id) && reading !== 'no' && reading !== 'yes';
}

function Routed({ line, at }: { readonly line: FactLine; readonly at: number }) {
  return (
    <>
      {at > 0 && '; '}
      {line.label.toLowerCase()}: <FactAnswer line={line} />
    </>
  );
}
