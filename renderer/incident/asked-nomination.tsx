import { useState, type ReactNode } from 'react';
import type { CallId, IncidentId } from '#shared/lib/brand.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { useCommand } from '../sheets/use-command.ts';
import '../style/asking.css';

/** What a clinician asks for and why, with a yes that is the caller's own and a no that takes a reason. */
export function AskedNomination({
  of,
  from,
  label,
  reason,
  since,
  overdue,
  more,
  answers,
  keyed,
  yes,
  onYes,
  afterNo,
}: {
  readonly of: { readonly incidentId: IncidentId } | { readonly callId: CallId };
  /** Name of the clinician. */
  readonly from: string;
  /** The response they ask for. */
  readonly label: string;
  readonly reason: string;
  readonly since: string;
  readonly overdue: boolean;
  readonly more: ReactNode;
  /** Whether this operator may answer it. */
  readonly answers: boolean;
  /** Whether the keys of an answer mean this one. */
  readonly keyed: boolean;
  readonly yes: ReactNode;
  readonly onYes: () => void;
  /** What is so after a no, in a sentence. */
  readonly afterNo: string;
}) {
  const [refusing, setRefusing] = useState(false);
  const form = {
    subject: 'incidentId' in of ? `incident/${of.incidentId}` : `call/${of.callId}`,
    form: 'deny-nomination',
  };
  const deny = useCommand('monitor.deny-nomination', form);
  useActions(
    keyed && answers ? { 'clinician.yes': onYes, 'clinician.no': () => setRefusing(true) } : {},
  );
  async function refuse(why: string) {
    const done = await deny.give({ ...of, reason: why });
    if (done !== null) setRefusing(false);
  }
  return (
    <div
      className="banner asked"
      data-tone={overdue ? 'alert' : 'warn'}
      role="group"
      aria-label={`Nomination of ${from}`}
    >
      <p role="alert" className="asked-said">
        <strong>
          {overdue ? '▲' : '◆'} <bdi>{from}</bdi> nominates it for {label}:
        </strong>{' '}
        <span dir="auto">{reason}</span>
      </p>
      <p className="asked-more">
        <Elapsed since={since} />
        {more}
      </p>
      {answers && !refusing && (
        <>
          <Button keys={keyed ? 'Shift+Y' : undefined} onClick={onYes}>
            {yes}
          </Button>
          <Button keys={keyed ? 'Shift+R' : undefined} onClick={() => setRefusing(true)}>
            Deny
          </Button>
        </>
      )}
      {refusing && (
        <ReasonForm
          form={form}
          label="Why not"
          hint={`${from} reads it. ${afterNo}`}
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
