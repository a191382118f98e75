import { useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { nominable } from '#shared/phone/nomination.ts';
import { isUnderWay } from '#shared/unit/unit-status.ts';
import { backOneStep } from '../clinician/back-one-step.ts';
import type { CallSide } from '../clinician/call-side.ts';
import { tell } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { AdviseForm } from './advise-form.tsx';
import { NominateForm } from './nominate-form.tsx';
import { StepDownForm } from './step-down-form.tsx';
import { StepDownState } from './step-down-state.tsx';
import { ToldDispatch } from './told-dispatch.tsx';
import './monitor.css';

type Form = 'advise' | 'nominate' | 'step-down';

/** What a clinician does beside an incident, without owning it: listen along, advise, ask for it, or propose less. */
export function MonitorDesk({
  view,
  side,
  me,
}: {
  readonly view: IncidentView;
  readonly side: CallSide;
  readonly me: OperatorId;
}) {
  const [form, setForm] = useState<Form | null>(null);
  const { incidentId, number, monitoring, owner, units } = view;
  const nexus = useBoard((board) => board.incidents.get(incidentId)?.nexus ?? null);
  const policy = useDesk((desk) => desk.policy);
  const { monitors, nomination, stepDown } = monitoring;
  const onTheLine = side === 'mine' || side === 'handing-over';
  const listening = monitors.some(({ operatorId }) => operatorId === me);
  const coming = units.filter(
    ({ releasedAt, status }) => releasedAt === null && isUnderWay(status),
  );
  const close = () => setForm(null);

  const along = () => void tell(listening ? 'monitor.leave' : 'monitor.join', { incidentId });
  const calm = () =>
    void tell('monitor.confirm-calm', { incidentId }).then((done) => {
      if (done !== null)
        say({ tone: 'done', text: `Incident ${number}: still calm, said.`, cause: null });
    });
  const why = whyNot({ onTheLine, owns: owner === me, nominated: nomination !== null, coming });
  const open = (each: Form) => () => {
    const bar = why[each];
    if (bar === null) setForm(each);
    else say({ tone: 'refused', text: bar, cause: null });
  };
  const agreed = stepDown?.state === 'agreed' && onTheLine;
  useActions(
    side === 'closed'
      ? {}
      : {
          ...(onTheLine ? {} : { 'monitor.along': along }),
          'monitor.advise': open('advise'),
          'monitor.nominate': open('nominate'),
          'monitor.step-down': agreed ? calm : open('step-down'),
          ...(form === null ? {} : { escape: () => backOneStep(close) }),
        },
  );
  if (side === 'closed') return null;

  return (
    <section className="monitor-desk" aria-label="Beside dispatch">
      {nexus !== null && !onTheLine && (
        <p className="monitor-because">
          {nexus.standing === 'yes' ? 'Behavioral' : 'Possibly behavioral'}:{' '}
          {nexus.because.join(' · ')}
        </p>
      )}
      <Listening monitors={monitors} me={me} />
      <StepDownState view={view} onTheLine={onTheLine} onCalm={calm} />
      <ToldDispatch view={view} me={me} />
      <div className="monitor-acts">
        {!onTheLine && (
          <Button keys="l" aria-pressed={listening} onClick={along}>
            {listening ? 'Leave' : 'Listen along'}
          </Button>
        )}
        {why.advise === null && (
          <Button keys="Shift+M" onClick={open('advise')}>
            Advise
          </Button>
        )}
        {why.nominate === null && (
          <Button keys="Shift+N" onClick={open('nominate')}>
            Nominate
          </Button>
        )}
        {why['step-down'] === null && stepDown === null && (
          <Button keys="Shift+D" onClick={open('step-down')}>
            Propose a step-down
          </Button>
        )}
      </div>
      {form === 'advise' && <AdviseForm view={view} onDone={close} />}
      {form === 'nominate' && (
        <NominateForm
          of={{ incidentId }}
          name={`Incident ${number}`}
          responses={policy === null ? [] : nominable(policy)}
          onDone={close}
        />
      )}
      {form === 'step-down' && <StepDownForm view={view} coming={coming} onDone={close} />}
      <NoticeBeside
        causes={[
          'monitor.join',
          'monitor.leave',
          'monitor.confirm-calm',
          'monitor.resume-response',
          'monitor.withdraw-nomination',
          'monitor.withdraw-step-down',
        ]}
      />
    </section>
  );
}

interface Standing {
  readonly onTheLine: boolean;
  readonly owns: boolean;
  readonly nominated: boolean;
  readonly coming: readonly unknown[];
}

/** Why each cannot be done just now, in a sentence; null when it can. */
function whyNot({ onTheLine, owns, nominated, coming }: Standing): Record<Form, string | null> {
  return {
    advise: owns
      ? 'The incident is yours: advice goes to somebody else’s dispatcher. Write a note instead.'
      : null,
    nominate: onTheLine
      ? 'The caller is on the line with you already. A team is asked for with e.'
      : nominated
        ? 'A nomination waits for its answer. Withdraw it to ask for something else.'
        : null,
    'step-down': !onTheLine
      ? 'A step-down is proposed by the clinician who has the caller on the line.'
      : coming.length === 0
        ? 'Nobody is on the way who could step down.'
        : null,
  };
}

function Listening({
  monitors,
  me,
}: {
  readonly monitors: IncidentView['monitoring']['monitors'];
  readonly me: OperatorId;
}) {
  if (monitors.length === 0) return null;
  const names = monitors.map(({ operatorId, name }) => (operatorId === me ? 'you' : name));
  return (
    <p className="monitor-because">
      <strong>Listening along:</strong> <bdi>{names.join(', ')}</bdi>
    </p>
  );
}
