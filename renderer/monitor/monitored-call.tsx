import { useState } from 'react';
import type { CallRow } from '#shared/board/board-rows.ts';
import { nexusOf } from '#shared/phone/nexus.ts';
import { nominable } from '#shared/phone/nomination.ts';
import { backOneStep } from '../clinician/back-one-step.ts';
import { tell } from '../desk/ask.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { callTypeLabel } from '../queue/call-type-label.ts';
import { NominateForm } from './nominate-form.tsx';

/** A call that nobody has answered, as a clinician looks at it: they may ask for it, and dispatch answers it. */
export function MonitoredCall({ call }: { readonly call: CallRow }) {
  const [asking, setAsking] = useState(false);
  const policy = useDesk((desk) => desk.policy);
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const { callId, number, callType, receivedAt, address, words, ani, nomination } = call;
  const nexus = policy === null ? null : nexusOf({ callType, words, facts: {} }, policy);
  const close = () => setAsking(false);
  useActions({
    'monitor.nominate': () => (nomination === null ? setAsking(true) : false),
    ...(asking ? { escape: () => backOneStep(close) } : {}),
  });
  return (
    <article className="monitored-call" aria-label={`Call ${number}`}>
      <h2>
        <span className="ringing">Ringing {number}</span>
        {callTypeLabel(policy, callType)}
        <Elapsed since={receivedAt} />
      </h2>
      <p dir="auto">{address === '' ? 'Location unknown' : address}</p>
      <p>{ani === null ? 'No callback number' : `Callback ${ani}`}</p>
      <p dir="auto">{words === '' ? 'No words were written down.' : `“${words}”`}</p>
      <section className="monitor-desk" aria-label="Beside dispatch">
        <p className="monitor-because">
          {nexus === null
            ? 'Nothing points to mental health or substance use.'
            : `${nexus.standing === 'yes' ? 'Behavioral' : 'Possibly behavioral'}: ${nexus.because.join(' · ')}`}
        </p>
        {nomination !== null && (
          <ul className="monitor-told" aria-label="Told dispatch">
            <li data-tone={nomination.overdue === null ? 'calm' : 'alert'}>
              <span>
                <strong>Nominated.</strong> <span dir="auto">{nomination.reason}</span>
              </span>
              {nomination.clinician === me && (
                <Button onClick={() => void tell('monitor.withdraw-nomination', { callId })}>
                  Withdraw
                </Button>
              )}
              <small>
                <Elapsed since={nomination.since} /> whoever answers the call finds it there
              </small>
            </li>
          </ul>
        )}
        {nomination === null && !asking && (
          <div className="monitor-acts">
            <Button keys="Shift+N" onClick={() => setAsking(true)}>
              Nominate
            </Button>
          </div>
        )}
        {asking && (
          <NominateForm
            of={{ callId }}
            name={`Call ${number}`}
            responses={policy === null ? [] : nominable(policy)}
            onDone={close}
          />
        )}
        <NoticeBeside causes={['monitor.withdraw-nomination']} />
      </section>
    </article>
  );
}
