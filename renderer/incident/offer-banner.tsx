import type { IncidentView } from '#shared/board/incident-view.ts';
import type { Passed } from '#shared/phone/offer.ts';
import { useRingsAt } from '../clinician/offered-to-me.ts';
import { tell } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';

/** What dispatch sees while a call waits for a clinician: who is asked, who said no, and what follows when. */
export function OfferBanner({ view }: { readonly view: IncidentView }) {
  const { phone, offer: follows, incidentId } = view;
  const offer = useBoard((board) => board.incidents.get(incidentId)?.offer ?? null);
  const nameOf = useNames();
  const ringsAt = useRingsAt(offer);
  if (phone.state !== 'offered' || follows === null || offer === null) return null;
  const { from, until, asks, clinician } = offer;
  if (asks === 'nobody') return null;
  const passed = phone.passed.map((each) => saidNo(each, nameOf)).join(' · ');
  if (asks === '988') return <HandTo988 view={view} passed={passed} />;
  const what = asks === 'one' ? 'an answer' : '988 takes over';
  return (
    <div className="banner" data-tone={asks === 'one' ? 'calm' : 'warn'}>
      <p>
        <strong>
          {asks === 'one' ? (
            <>
              Asking <bdi>{nameOf(clinician ?? '')}</bdi>.
            </>
          ) : ringsAt === 0 ? (
            '◆ No clinician is ready.'
          ) : (
            '◆ Rings at everybody who is ready.'
          )}
        </strong>{' '}
        <Elapsed since={from} promise={{ from, until, what }} />{' '}
        {passed !== '' && <span className="offer-passed">{passed}. </span>}
        988 takes over at {wallTime(follows.to988At, true)}.
      </p>
    </div>
  );
}

function HandTo988({ view, passed }: { readonly view: IncidentView; readonly passed: string }) {
  const { incidentId, offer: follows } = view;
  const offer = useBoard((board) => board.incidents.get(incidentId)?.offer ?? null);
  if (follows === null || offer === null) return null;
  const { dial988, fallback } = follows;
  const answer = (accepted: boolean) => void tell('phone.answer-988', { incidentId, accepted });
  const { from, until } = offer;
  return (
    <div className="banner" data-tone="alert" role="alert">
      <p>
        <strong>▲ Hand it to 988: the packet is ready.</strong>{' '}
        <Elapsed since={from} promise={{ from, until, what: '988 on the line' }} /> Stay with the
        caller until 988 has them. At {wallTime(until, true)} it comes back to you: {fallback.label}
        . {passed}
      </p>
      <div className="button-row">
        {dial988 !== null && (
          <Button onClick={() => void tell('phone.dial', { number: dial988 })}>Dial 988</Button>
        )}
        <Button onClick={() => answer(true)}>988 took it</Button>
        <Button onClick={() => answer(false)}>988 did not</Button>
      </div>
      <NoticeBeside causes={['phone.answer-988', 'phone.dial']} />
    </div>
  );
}

function saidNo(
  { clinician, how, reason }: Passed,
  nameOf: (operatorId: string) => string,
): string {
  const name = nameOf(clinician);
  switch (how) {
    case 'declined':
      return `${name} said no: ${reason ?? ''}`;
    case 'not-answered':
      return `${name} did not answer`;
    case 'left':
      return `${name} is not there any more`;
  }
}

function useNames(): (operatorId: string) => string {
  const operators = useBoard((board) => board.operators);
  return (id) => operators.find(({ operatorId }) => operatorId === id)?.name ?? 'A clinician';
}
