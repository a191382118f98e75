import { useState, type FormEvent } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { StepDownLine } from '#shared/board/monitoring-view.ts';
import { tell } from '../desk/ask.ts';
import { useTime } from '../desk/clock.ts';
import { say } from '../desk/desk-store.ts';
import { useTyped } from '../desk/use-typed.ts';
import { useActions } from '../keys/actions.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { ReasonForm } from '../sheets/reason-form.tsx';
import { Refused } from '../sheets/refused.tsx';
import { NOBODY_YET, SecondPerson, type SecondPersonDraft } from '../parts/second-person.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { useFirstFocus } from '../sheets/use-first-focus.ts';

interface Props {
  readonly view: IncidentView;
  readonly stepDown: StepDownLine;
  readonly answers: boolean;
  readonly keyed: boolean;
}

/** Less is enough, says the clinician who has the caller. Without an answer everybody goes on. */
export function StepDownBanner(props: Props) {
  return props.stepDown.state === 'proposed' ? <Proposed {...props} /> : <InForce {...props} />;
}

function Proposed({ view, stepDown, answers, keyed }: Props) {
  const [form, setForm] = useState<'agree' | 'refuse' | null>(null);
  const { incidentId } = view;
  const kept = { subject: `incident/${incidentId}`, form: 'refuse-step-down' };
  const refuse = useCommand('monitor.refuse-step-down', kept);
  const { clinicianName, units, does, reason, running, level, secondPerson } = stepDown;
  const left = useTime((now) => writtenAge(Date.parse(running.until) - now));
  const urgency = useTime((now) => urgencyOf(running, now));
  useActions(
    keyed && answers
      ? { 'clinician.yes': () => setForm('agree'), 'clinician.no': () => setForm('refuse') }
      : {},
  );
  async function tellNo(why: string) {
    const done = await refuse.give({ incidentId, reason: why });
    if (done !== null) setForm(null);
  }
  return (
    <div
      className="banner asked"
      data-tone={urgency === 'calm' ? 'warn' : 'alert'}
      role="group"
      aria-label={`Step-down proposed by ${clinicianName}`}
    >
      <p role="alert" className="asked-said">
        <strong>
          ◆ <bdi>{clinicianName}</bdi> has the caller: {units.join(', ')}{' '}
          {does === 'stage' ? 'could wait nearby' : 'need not come'}.
        </strong>{' '}
        <span dir="auto">{reason}</span>
      </p>
      <p className="asked-more">
        <span className="tabular">{left}</span> to answer. Unanswered, nothing changes: the response
        goes on.{secondPerson && ` Less than ${level} takes a second person.`}
      </p>
      {answers && form === null && (
        <>
          <Button keys={keyed ? 'Shift+Y' : undefined} onClick={() => setForm('agree')}>
            Agree…
          </Button>
          <Button keys={keyed ? 'Shift+R' : undefined} onClick={() => setForm('refuse')}>
            Refuse
          </Button>
        </>
      )}
      {form === 'agree' && (
        <AgreeForm view={view} stepDown={stepDown} onDone={() => setForm(null)} />
      )}
      {form === 'refuse' && (
        <ReasonForm
          form={kept}
          label="Why not"
          hint={`${clinicianName} reads it. The response goes on.`}
          refusal={refuse.refusal}
          busy={refuse.busy}
          does="Refuse it"
          back="Back"
          onReason={(why) => void tellNo(why)}
          onBack={() => setForm(null)}
        />
      )}
    </div>
  );
}

/** Where the units wait, and who else signs when it is less than L3. */
function AgreeForm({
  view,
  stepDown,
  onDone,
}: Pick<Props, 'view' | 'stepDown'> & { readonly onDone: () => void }) {
  const form = { subject: `incident/${view.incidentId}`, form: 'step-down' };
  const [place, setPlace] = useTyped(form, 'place', '');
  const [second, setSecond] = useState<SecondPersonDraft>(NOBODY_YET);
  const agree = useCommand('monitor.agree-step-down', form);
  const field = useFirstFocus<HTMLInputElement>();
  const { incidentId, number } = view;
  const { units, does, since, secondPerson, level } = stepDown;
  const who = units.join(', ');

  async function submit() {
    const { operatorId, passphrase } = second;
    const done = await agree.give({
      incidentId,
      since,
      place,
      secondPerson: secondPerson && operatorId !== null ? { operatorId, passphrase } : null,
    });
    if (done === null) return;
    const told = does === 'stage' ? `to wait at ${place.trim()}` : 'not to come';
    const text = `Incident ${number}: tell ${who} by radio ${told}.`;
    say({ tone: 'done', text, cause: null });
    onDone();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void submit();
  }

  return (
    <form onSubmit={onSubmit} aria-label="Agree to the step-down">
      {does === 'stage' && (
        <TextField
          ref={field}
          label={`Where ${who} waits`}
          hint="As said by radio: a crossing or a lot out of sight."
          value={place}
          onText={setPlace}
          maxLength={300}
        />
      )}
      {secondPerson && (
        <SecondPerson
          legend={`Second person. Less than ${level} takes two.`}
          needs="sign-second"
          draft={second}
          onDraft={setSecond}
          onEnter={() => void submit()}
        />
      )}
      <Refused refusal={agree.refusal} />
      <div className="button-row">
        <Button type="submit" tone="primary" keys="Enter" aria-disabled={agree.busy}>
          {does === 'stage' ? `${who} waits there` : `${who} does not come`}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Back
        </Button>
      </div>
    </form>
  );
}

function InForce({ view, stepDown }: Props) {
  const { incidentId } = view;
  const { clinicianName, units, does, place, running } = stepDown;
  const left = useTime((now) => writtenAge(Date.parse(running.until) - now));
  const urgency = useTime((now) => urgencyOf(running, now));
  return (
    <div
      className="banner asked"
      data-tone={urgency === 'alert' ? 'alert' : urgency}
      role="group"
      aria-label="Step-down in force"
    >
      <p>
        <strong>
          {units.join(', ')} {does === 'stage' ? `waits at ${place}` : 'does not come'}
        </strong>{' '}
        while <bdi>{clinicianName}</bdi> has the caller. Still calm is due in{' '}
        <span className="tabular">{left}</span>, or the response goes on.
      </p>
      <Button onClick={() => void tell('monitor.resume-response', { incidentId, reason: '' })}>
        The response goes on
      </Button>
    </div>
  );
}
