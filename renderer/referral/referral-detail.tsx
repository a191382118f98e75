import { useState } from 'react';
import type { ReferralLine } from '#shared/board/referral-lines.ts';
import { ACTS_IN, type ReferralAct } from '#shared/referral/referral-acts.ts';
import {
  DECLINE_REASON_LABELS,
  END_REASON_LABELS,
  REFERRAL_CONSENT_LABELS,
} from '#shared/referral/referral.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { Button } from '../parts/button.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { AnswerForm } from './answer-form.tsx';
import { DayAndTime, instantOf, type TypedMoment } from './day-and-time.tsx';
import { ACT_KEYS, ACT_LABELS, standingWords } from './referral-words.ts';
import { SendForm } from './send-form.tsx';

/** Everything that is known of one referral, and what is done with it: one key for each act. */
export function ReferralDetail({
  line,
  mine,
  act,
  onAct,
  onTake,
  onPrint,
  onDone,
}: {
  readonly line: ReferralLine;
  readonly mine: boolean;
  readonly act: ReferralAct | null;
  readonly onAct: (act: ReferralAct | null) => void;
  readonly onTake: () => void;
  readonly onPrint: () => void;
  readonly onDone: () => void;
}) {
  const { to, consent, answers, unmade, reported, standing } = line;
  const now = deskNow();
  return (
    <div className="referral-detail">
      <p>{standingWords(line)}</p>
      {to !== null && (
        <p dir="auto">
          {[to.phone, to.when, to.how].filter((each) => each !== '').join(' · ')}
          {to.code !== null && <span className="referral-code-shown"> · Code {to.code}</span>}
        </p>
      )}
      <p>
        May the place be told? {REFERRAL_CONSENT_LABELS[consent]}.
        {line.consentHolds && ' A consent for a community partner holds.'}
      </p>
      {reported !== null && (
        <p className="referral-reported">
          Reported by the person at {wallDateTime(reported.at, now)}, not confirmed:{' '}
          {reported.what === 'came' ? 'they went' : 'they did not go'}.
        </p>
      )}
      {(answers.length > 0 || unmade.length > 0) && (
        <ul aria-label="What the place said">
          {answers.map(({ answer, at, saidBy, note, reason }) => (
            <li key={`${at} ${answer}`}>
              {wallDateTime(at, now)} {answer}
              {reason !== null && `: ${DECLINE_REASON_LABELS[reason].toLowerCase()}`}
              {saidBy !== '' && (
                <>
                  , <bdi>{saidBy}</bdi>
                </>
              )}
              {note !== '' && <span dir="auto"> — {note}</span>}
            </li>
          ))}
          {unmade.map((appointment) => (
            <li key={appointment}>Appointment {wallDateTime(appointment, now)} not kept</li>
          ))}
        </ul>
      )}
      {act === null ? (
        <div className="button-row">
          {ACTS_IN[standing.state]
            .filter((each) => each !== 'miss' || hasAppointment(line))
            .map((each) => (
              <Button key={each} keys={ACT_KEYS[each]} onClick={() => onAct(each)}>
                {ACT_LABELS[each]}
              </Button>
            ))}
          {to?.code != null && (
            <Button keys="q" onClick={onPrint}>
              Page for the person
            </Button>
          )}
          {!mine && (
            <Button keys="t" onClick={onTake}>
              I look after it
            </Button>
          )}
        </div>
      ) : (
        <ActForm line={line} act={act} onDone={onDone} onBack={() => onAct(null)} />
      )}
    </div>
  );
}

function hasAppointment({ standing }: ReferralLine): boolean {
  return standing.state === 'accepted' && standing.appointment !== null;
}

interface ActFormProps {
  readonly line: ReferralLine;
  readonly act: ReferralAct;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

function ActForm({ line, act, onDone, onBack }: ActFormProps) {
  switch (act) {
    case 'send':
      return <SendForm line={line} onSent={onDone} onBack={onBack} />;
    case 'accept':
    case 'waitlist':
    case 'decline':
      return <AnswerForm key={act} line={line} act={act} onRecorded={onDone} />;
    case 'miss':
      return <MissForm line={line} onDone={onDone} />;
    case 'report':
    case 'withdraw':
    case 'end':
      return <ChoiceForm line={line} act={act} onDone={onDone} />;
    case 'confirm':
      // Asked for above the list: a code says by itself which referral it is.
      return null;
  }
}

/** Another appointment may be agreed on in the same breath. */
function MissForm({ line: { referralId }, onDone }: Omit<ActFormProps, 'act' | 'onBack'>) {
  const [moment, setMoment] = useState<TypedMoment>({ day: '', time: '' });
  const miss = useCommand('referral.miss');
  const half = (moment.day === '') !== (moment.time === '');
  return (
    <form
      aria-label={ACT_LABELS.miss}
      onSubmit={(event) => {
        event.preventDefault();
        if (half) return;
        void miss.give({ referralId, next: instantOf(moment) }).then((done) => done && onDone());
      }}
    >
      <DayAndTime
        label="The next appointment, if there is one"
        moment={moment}
        onMoment={setMoment}
        error={half ? 'Give the day and the time, or neither.' : null}
      />
      <Refused refusal={miss.refusal} />
      <Button type="submit" tone="primary" keys="Enter" aria-disabled={miss.busy}>
        They did not keep it
      </Button>
    </form>
  );
}

/** One press each: what the person says, that they want it no more, or why nobody goes on. */
function ChoiceForm({
  line: { referralId, endReasons },
  act,
  onDone,
}: Omit<ActFormProps, 'act' | 'onBack'> & { readonly act: 'report' | 'withdraw' | 'end' }) {
  const report = useCommand('referral.report');
  const withdraw = useCommand('referral.withdraw');
  const end = useCommand('referral.end');
  const after = (given: Promise<unknown>) =>
    void given.then((done) => {
      if (done !== null) onDone();
    });
  const choices =
    act === 'report'
      ? ([
          ['They went', () => after(report.give({ referralId, what: 'came' }))],
          ['They did not go', () => after(report.give({ referralId, what: 'did-not-go' }))],
        ] as const)
      : act === 'withdraw'
        ? ([['They want it no more', () => after(withdraw.give({ referralId }))]] as const)
        : endReasons.map(
            (why) => [END_REASON_LABELS[why], () => after(end.give({ referralId, why }))] as const,
          );
  return (
    <div role="group" aria-label={ACT_LABELS[act]}>
      {act === 'report' && (
        <p>What the person says by themselves is shown apart. It confirms nothing.</p>
      )}
      <Refused refusal={report.refusal ?? withdraw.refusal ?? end.refusal} />
      <div className="button-row">
        {choices.map(([label, choose], at) => (
          <Button
            key={label}
            tone={at === 0 ? 'primary' : 'plain'}
            // Asked for by its key: Enter takes the first.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={at === 0}
            onClick={choose}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
