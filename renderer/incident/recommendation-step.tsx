import type { IncidentView } from '#shared/board/incident-view.ts';
import { Button } from '../parts/button.tsx';
import type { NextStep } from './next-step.ts';
import { takeNextStep } from './take-step.ts';

/** What Enter does, on a button that says it. */
export function StepButton({
  view,
  step,
}: {
  readonly view: IncidentView;
  readonly step: NextStep;
}) {
  const text = stepText(step);
  if (text === null) return null;
  return (
    <Button tone="primary" keys="Enter" onClick={() => takeNextStep(view)}>
      {text}
    </Button>
  );
}

function stepText(step: NextStep): string | null {
  switch (step.does) {
    case 'ask':
      return 'Ask it now';
    case 'accept':
      return step.instead === undefined ? `Accept: ${step.label}` : `Send instead: ${step.label}`;
    case 'send':
      return `Send ${step.unitId}`;
    case 'choose-unit':
      return 'Choose a unit';
    case 'take-back':
      return step.label;
    case 'dispose':
      return 'Disposition';
    case 'leave':
      return 'Next in the queue';
    case 'wait':
      return null;
  }
}
