import { IncidentContacts } from '../contacts/incident-contacts.tsx';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { useEffect, useRef, type RefObject } from 'react';
import { SentBanner } from '../delivery/sent-banner.tsx';
import { SentCard } from '../delivery/sent-card.tsx';
import { useBoard } from '../desk/board-store.ts';
import { deskStore, hasOpened, openSheet, useDesk } from '../desk/desk-store.ts';
import { Restorable } from '../parts/restored.tsx';
import { useActions } from '../keys/actions.ts';
import { Button } from '../parts/button.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { ofIncident } from '../person/use-known.ts';
import { ApproachAdvice } from './approach-advice.tsx';
import { Banners } from './banners.tsx';
import { Cautions } from './cautions.tsx';
import { CallerLocated } from './caller-located.tsx';
import { ClinicianBanners } from './clinician-banners.tsx';
import { Facts } from './facts.tsx';
import { focusFact } from './fact-focus.ts';
import { From988Card } from './from-988-card.tsx';
import { IncidentHeader } from './incident-header.tsx';
import { KnownHere } from './known-here.tsx';
import { IncidentUnits } from './incident-units.tsx';
import { NoteEntry } from './note-entry.tsx';
import { PlaceEditor } from './place-editor.tsx';
import { OverdueBanners } from './overdue-banners.tsx';
import { RecontactBanner } from './recontact-banner.tsx';
import { Recommendation } from './recommendation.tsx';
import { SafetyBanners } from '../safety/safety-banners.tsx';
import { Stagings } from './staging.tsx';
import { takeNextStep } from './take-step.ts';
import { TeamCards } from './team-cards.tsx';
import { Timeline } from './timeline.tsx';
import { WantsLine } from './wants-line.tsx';
import { WaitingCall } from './waiting-call.tsx';

/** The one call or incident in focus. Nothing ever covers it but the veil. */
export function IncidentPane() {
  const kind = useDesk((desk) => desk.selection?.kind ?? null);
  const id = useDesk((desk) => desk.selection?.id ?? null);
  const view = useBoard((board) => board.focus);
  return (
    <section
      className="incident pane"
      aria-label="Call or incident"
      data-pane="incident"
      data-place="incident"
      tabIndex={-1}
    >
      {id === null ? (
        <NothingSelected />
      ) : kind === 'call' ? (
        <WaitingCall key={id} callId={id} />
      ) : view?.incidentId === id ? (
        <Incident key={id} view={view} />
      ) : (
        <NoticeBeside causes={['incident.focus']} />
      )}
    </section>
  );
}

function NothingSelected() {
  return (
    <div className="teach">
      <p>
        <strong>No call in focus.</strong>
      </p>
      <p>
        Here stand the questions to ask, the recommendation with its reasons, and everything that
        was done.
      </p>
      <p>
        <kbd>j</kbd> <kbd>k</kbd> move through the queue, <kbd>Enter</kbd> answers a call,{' '}
        <kbd>n</kbd> makes one.
      </p>
      <Button keys="n" onClick={() => openSheet('new-call')}>
        New call
      </Button>
    </div>
  );
}

function Incident({ view }: { readonly view: IncidentView }) {
  const address = useRef<HTMLInputElement>(null);
  const callType = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  useActions({
    accept: () => takeNextStep(view),
    place: () => address.current?.focus(),
    'call-type': () => callType.current?.focus(),
    note: () => note.current?.focus(),
  });
  useOpeningFocus(view, address);
  const { incidentId, number, phase, openedAt, owner, ownerName, place } = view;
  return (
    <>
      <IncidentHeader
        {...{ incidentId, number, phase, openedAt, owner, ownerName }}
        mergedInto={view.mergedInto}
        callers={view.callers.length}
        callType={view.callType}
        callTypeRef={callType}
      />
      <div className="incident-body">
        <div className="intake">
          <Restorable below>
            <PlaceEditor
              {...{ incidentId, place }}
              area={view.area}
              zone={view.zone}
              pointArea={view.pointArea}
              callback={view.callback}
              words={view.words}
              addressRef={address}
            />
          </Restorable>
          <CallerLocated of={{ incidentId }} since={view.locatedAt} />
          <WantsLine language={view.language} capabilities={view.capabilities} />
          {view.from988 !== null && <From988Card view={view} from988={view.from988} />}
          {view.sent !== null && <SentCard sent={view.sent} />}
          <Facts view={view} />
        </div>
        <div className="side">
          <div className="decision">
            <Cautions view={view} />
            <ApproachAdvice view={view} />
            <KnownHere {...ofIncident(view)} />
            <SafetyBanners safety={view.safety} />
            <OverdueBanners overdue={view.overdue} />
            <RecontactBanner view={view} />
            {view.sent !== null && <SentBanner view={view} sent={view.sent} />}
            <Banners view={view} />
            <ClinicianBanners view={view} />
            <Recommendation view={view} />
            <Stagings view={view} />
            <IncidentUnits units={view.units} stacked={view.stacked} onIt={view.onIt} />
            <IncidentContacts contacts={view.contacts} />
            <TeamCards view={view} />
          </div>
          <div className="record">
            <Timeline view={view} />
            <Restorable below>
              <NoteEntry incidentId={incidentId} inputRef={note} />
            </Restorable>
          </div>
        </div>
      </div>
    </>
  );
}

/**
 * An incident that was opened, not merely passed over in the queue, takes the focus: at the location while
 * that is not known, else at the next question.
 */
function useOpeningFocus(view: IncidentView, address: RefObject<HTMLInputElement | null>): void {
  const opened = useRef(false);
  const opening = useDesk((desk) => desk.opening === view.incidentId);
  useEffect(() => {
    // The board may bring the incident before the answer to the key does, while the queue has the focus.
    if (opening) hasOpened();
    if (opened.current || (!opening && deskStore.getState().pane !== 'incident')) return;
    opened.current = true;
    const { place, recommendation, flag } = view;
    const nextFact = recommendation.next?.fact ?? null;
    if (place.address === '' || place.areaId === null) address.current?.focus();
    // Questions about danger come first; once they are asked, what the words speak of comes before the rest.
    else if (recommendation.unasked.length === 0) focusFact(flag?.asks?.fact ?? nextFact);
    else focusFact(nextFact);
  }, [view, address, opening]);
}
