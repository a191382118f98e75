import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { NominationLine } from '#shared/board/monitoring-view.ts';
import { tell } from '../desk/ask.ts';
import { openSheet, proposeResponse, say } from '../desk/desk-store.ts';
import { saveDraft } from '../desk/drafts.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';

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
  const [refusing, setRefusing] = useState(false);
  const deny = useCommand('monitor.deny-nomination');
  const { incidentId, options } = view;
  const { clinicianName, label, reason, response, since, overdue } = nomination;
  const option = options.find(({ id }) => id === response);
  const approve = () => approved(view, nomination);
  useActions(
    keyed && answers ? { 'clinician.yes': approve, 'clinician.no': () => setRefusing(true) } : {},
  );
  async function refuse(why: string) {
    const done = await deny.give({ incidentId, reason: why });
    if (done !== null) setRefusing(false);
  }
  const takes =
    option === undefined
      ? 'The policy in force does not have it any more.'
      : (option.barred ??
        (option.needsSecondPerson ? 'Needs a reason and a second person.' : null));
  return (
    <div
      className="banner asked"
      data-tone={overdue === null ? 'warn' : 'alert'}
      role="group"
      aria-label={`Nomination of ${clinicianName}`}
    >
      <p role="alert" className="asked-said">
        <strong>
          {overdue === null ? '◆' : '▲'} <bdi>{clinicianName}</bdi> nominates it for {label}:
        </strong>{' '}
        <span dir="auto">{reason}</span>
      </p>
      <p className="asked-more">
        <Elapsed since={since} />
        {overdue === 'supervisor' && ' · the supervisors were told'}
        {takes !== null && ` · ${takes}`}
      </p>
      {answers && !refusing && (
        <>
          <Button keys={keyed ? 'Shift+Y' : undefined} onClick={approve}>
            Approve{needsSheet(option) ? '…' : ''}
          </Button>
          <Button keys={keyed ? 'Shift+R' : undefined} onClick={() => setRefusing(true)}>
            Deny
          </Button>
        </>
      )}
      {refusing && (
        <ReasonForm
          label="Why not"
          hint={`${clinicianName} reads it. Nothing else changes.`}
          refusal={deny.refusal}
          busy={deny.busy}
          does="Deny it"
          back="Back"
          onReason={(why) => void refuse(why)}
          onBack={() => setRefusing(false)}
        />
      )}
    </div>
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
    saveDraft(`incident/${incidentId}`, 'override-reason', `${clinicianName}: ${reason}`);
    proposeResponse(response);
    return openSheet('override');
  }
  const seen = { level: recommendation.level, response: recommendation.responseId };
  const choice = { response, reason: null, secondPerson: null };
  void tell('incident.decide', { incidentId, seen, ...choice });
}
