import type { IncidentView } from '#shared/board/incident-view.ts';
import type { NominationLine } from '#shared/board/monitoring-view.ts';
import { tell } from '../desk/ask.ts';
import { openSheet, proposeResponse, say } from '../desk/desk-store.ts';
import { OVERRIDE_REASON } from '../desk/override-reason.ts';
import { saveDraft } from '../desk/kept-drafts.ts';
import { AskedNomination } from './asked-nomination.tsx';

/**
 * A clinician asks for the incident. Yes is the decision itself, with whatever a decision takes: at once when that is
 * nothing, otherwise in the sheet of another response, with their reason in it.
 */
export function NominationBanner({
  view,
  nomination,
  answers,
  keyed,
}: {
  readonly view: IncidentView;
  readonly nomination: NominationLine;
  readonly answers: boolean;
  readonly keyed: boolean;
}) {
  const { incidentId, options } = view;
  const { clinicianName, label, reason, response, since, overdue } = nomination;
  const option = options.find(({ id }) => id === response);
  const takes =
    option === undefined
      ? 'The policy in force does not have it any more.'
      : (option.barred ??
        (option.needsSecondPerson ? 'Needs a reason and a second person.' : null));
  return (
    <AskedNomination
      of={{ incidentId }}
      from={clinicianName}
      label={label}
      reason={reason}
      since={since}
      overdue={overdue !== null}
      more={
        <>
          {overdue === 'supervisor' && ' · the supervisors were told'}
          {takes !== null && ` · ${takes}`}
        </>
      }
      answers={answers}
      keyed={keyed}
      yes={`Approve${needsSheet(option) ? '…' : ''}`}
      onYes={() => approved(view, nomination)}
      afterNo="Nothing else changes."
    />
  );
}

type Option = IncidentView['options'][number] | undefined;

function needsSheet(option: Option): boolean {
  return option !== undefined && (option.needsReason || option.needsUnservedReason !== null);
}

function approved(view: IncidentView, { response, label, reason, clinicianName }: NominationLine) {
  const { incidentId, recommendation, options } = view;
  const option = options.find(({ id }) => id === response);
  if (option === undefined || option.barred !== null) {
    const bar = option?.barred ?? `The policy in force does not have ${label} any more.`;
    return say({ tone: 'refused', text: `${bar} The nomination still waits.`, cause: null });
  }
  if (needsSheet(option)) {
    saveDraft(`incident/${incidentId}`, OVERRIDE_REASON, `${clinicianName}: ${reason}`);
    proposeResponse(response);
    return openSheet('override');
  }
  const seen = { level: recommendation.level, response: recommendation.responseId };
  const choice = { response, reason: null, secondPerson: null };
  void tell('incident.decide', { incidentId, seen, ...choice });
}
