import type { ClinicalView } from '#shared/board/clinical-view.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { runAction } from '../keys/actions.ts';
import type { DeskTool } from './desk-tools.tsx';
import { saysOfScreens, Screener } from './screener.tsx';

/** The screener among the tools beside the conversation. */
export function screenerTool(
  view: IncidentView,
  { screen, work }: ClinicalView,
  me: OperatorId,
  onTheLine: boolean,
  onMark: (fact: string) => void,
): DeskTool {
  // Who asked it may put an answer right after the call, until the incident is closed.
  const asked = view.closed === null && screen.screens.at(-1)?.beganBy === me;
  return {
    id: 'screener',
    action: 'phone.screener',
    keys: 'c',
    label: 'Screener',
    says: saysOfScreens(screen),
    body: (
      <Screener
        view={view}
        desk={screen}
        caller={work.informant}
        callerChanged={work.callerChanged}
        onTheLine={onTheLine}
        canAnswer={onTheLine || asked}
        onAsk={(fact) => {
          runAction('phone.questions');
          onMark(fact);
        }}
      />
    ),
  };
}
