import type { IncidentView } from '#shared/board/incident-view.ts';
import { DISPOSITIONS } from '#shared/incident/disposition.ts';
import { useTime } from '../desk/clock.ts';
import { openSheet } from '../desk/desk-store.ts';
import { useBoard } from '../desk/board-store.ts';
import { roughAge } from '../parts/age.ts';
import { Button } from '../parts/button.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import type { NextStep } from './next-step.ts';
import { NextUnits } from './next-units.tsx';
import { Alongside, Reasons } from './reasons.tsx';
import { StepButton } from './recommendation-step.tsx';

const HOW = { accepted: 'Accepted', overridden: 'Chosen instead', upgraded: 'Raised by hand' };

/** What was decided, by whom, and what is wanted next. */
export function DecidedCard({
  view,
  step,
}: {
  readonly view: IncidentView;
  readonly step: NextStep;
}) {
  const { decision, closed, recommendation } = view;
  const at = Date.parse(decision?.at ?? view.openedAt);
  const age = useTime((now) => roughAge(now - at));
  const second = useBoard((board) =>
    decision?.secondPerson == null
      ? null
      : (board.operators.find((each) => each.operatorId === decision.secondPerson)?.name ?? null),
  );
  if (decision === null) return null;
  const otherwise = decision.recommended.response !== decision.response;
  return (
    <>
      <p className="kicker">
        <LevelBadge level={decision.level} large />
        <span>
          {HOW[decision.how]} by <span dir="auto">{decision.byName}</span>, {age}
        </span>
      </p>
      <h3 className="hero">{closed === null ? decision.responseLabel : 'Closed'}</h3>
      {closed !== null && (
        <p className="who" dir="auto">
          {DISPOSITIONS.find((each) => each.code === closed.disposition)?.label ??
            closed.disposition}
          {closed.note === '' ? '' : ` · ${closed.note}`}
        </p>
      )}
      {decision.reason !== null && (
        <p className="who" dir="auto">
          “{decision.reason}”{second !== null && ` · second person: ${second}`}
        </p>
      )}
      {otherwise && (
        <p className="instead">The policy recommended {decision.recommended.level} then.</p>
      )}
      <Alongside view={view} />
      <p className="next-line">{nextLine(step, decision.responseLabel)}</p>
      {step.does === 'send' && <NextUnits view={view} first={step.unitId} />}
      <div className="steps">
        <StepButton view={view} step={step} />
        {closed === null && (
          <>
            {step.does === 'send' && (
              <Button keys="a" onClick={() => openSheet('assign')}>
                Other unit
              </Button>
            )}
            <Button keys="o" onClick={() => openSheet('override')}>
              Decide again
            </Button>
          </>
        )}
      </div>
      <Reasons reasons={recommendation.reasons} />
    </>
  );
}

function nextLine(step: NextStep, decided: string): string {
  switch (step.does) {
    case 'send':
      if (step.why !== '') return `${step.team}. ${step.why}.`;
      return step.team === decided ? '' : `${step.team}.`;
    case 'choose-unit':
      return step.why;
    case 'wait':
      return step.for;
    case 'dispose':
      return 'Nobody is out any more. How did it end?';
    default:
      return '';
  }
}
