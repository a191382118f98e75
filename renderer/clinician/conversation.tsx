import { memo, useRef, useState } from 'react';
import type { IncidentView } from '#shared/board/incident-view.ts';
import type { OperatorId } from '#shared/lib/brand.ts';
import { IncidentContacts } from '../contacts/incident-contacts.tsx';
import { useBoard } from '../desk/board-store.ts';
import { openSheet } from '../desk/desk-store.ts';
import { Restorable } from '../parts/restored.tsx';
import { Cautions } from '../incident/cautions.tsx';
import { SentBanner } from '../delivery/sent-banner.tsx';
import { SentCard } from '../delivery/sent-card.tsx';
import { From988Card } from '../incident/from-988-card.tsx';
import { RecontactBanner } from '../incident/recontact-banner.tsx';
import { Timeline } from '../incident/timeline.tsx';
import { MonitorDesk } from '../monitor/monitor-desk.tsx';
import { useActions, type Action } from '../keys/actions.ts';
import { InterpreterLine } from '../plan/interpreter-line.tsx';
import { Notes } from '../plan/notes.tsx';
import { PeopleLine } from '../plan/people-line.tsx';
import { planDeskTool } from '../plan/plan-desk-tool.tsx';
import { useEmergencyKey } from '../sharing/emergency-key.ts';
import { referralDeskTool } from '../referral/referral-desk-tool.tsx';
import { sharingTool } from '../sharing/sharing-tool.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { CameBackAlert } from '../transfer/came-back.tsx';
import { TransferPanel } from '../transfer/transfer-panel.tsx';
import { acceptOfferedTransfer } from './accept-transfer.ts';
import { backOneStep } from './back-one-step.ts';
import { callSide, type CallSide } from './call-side.ts';
import { CallNow } from './call-now.tsx';
import { ConversationHead } from './conversation-head.tsx';
import { DeskTools } from './desk-tools.tsx';
import { FactsSummary } from './facts-summary.tsx';
import { LostCaller } from './lost-caller.tsx';
import { isReady } from './offered-to-me.ts';
import { OpenQuestions } from './open-questions.tsx';
import { OutcomeBar } from './outcome-bar.tsx';
import { RaisedAlert } from './raised-alert.tsx';
import { screenerTool } from './screener-tool.tsx';
import { isOfferedTo988, outcomesNow, WHILE_LOST, type PhoneOutcome } from './phone-outcomes.ts';
import { TransferOffer } from './transfer-offer.tsx';
import { useOutcome } from './use-outcome.ts';
import './conversation.css';
import './questions.css';

/** One call: who it is and what was said, the notes, the questions still open, and how it ends. */
export const Conversation = memo(function Conversation({
  view,
  me,
  onEnded,
}: {
  readonly view: IncidentView;
  readonly me: OperatorId;
  readonly onEnded: () => void;
}) {
  const { incidentId } = view;
  const ready = useBoard((board) => isReady(board, me));
  const side = callSide(view, me, ready);
  const onTheLine = side === 'mine' || side === 'handing-over';
  const [marked, setMarked] = useState<string | null>(null);
  const notes = useRef<HTMLTextAreaElement>(null);
  const emergency = useEmergencyKey();
  const take = useCommand('phone.take');
  const outcome = useOutcome(view, onEnded);

  // The keys stay free for the outcome and the questions; a second Enter goes to the notes.
  const takeCall = () => void take.give({ incidentId });
  const enter: Readonly<Record<CallSide, Action>> = {
    mine: () => notes.current?.focus(),
    // A transfer to an outside line has its own next step.
    'handing-over': () => (isWarm(view) ? false : notes.current?.focus()),
    'offered-to-me': () => void acceptOfferedTransfer(incidentId),
    asked: takeCall,
    waiting: takeCall,
    lost: () => notes.current?.focus(),
    'wrap-up': () => openSheet('disposition'),
    monitor: () => false,
    closed: onEnded,
  };
  const { armed } = outcome;
  useActions({
    note: () => notes.current?.focus(),
    'phone.enter': armed === null ? enter[side] : outcome.carryOut,
    ...(side === 'mine' ? whileMine(outcomesNow(view.fromLine), outcome.press) : {}),
    ...(side === 'lost' ? pressing(WHILE_LOST, outcome.press) : {}),
    ...(side === 'handing-over' ? whileHandingOver(view, outcome.press) : {}),
    ...(armed === null ? {} : { escape: () => backOneStep(outcome.standDown) }),
  });

  return (
    <>
      <article className="conversation" aria-label={`Incident ${view.number}`} data-side={side}>
        <ConversationHead view={view} side={side} />
        <CallNow view={view} side={side} me={me} take={take} onTake={takeCall} />
        <RaisedAlert view={view} />
        <CameBackAlert view={view} />
        {side === 'handing-over' && <TransferPanel view={view} />}
        <MonitorDesk view={view} side={side} me={me} />
        <RecontactBanner view={view} />
        <LostCaller view={view} />
        <Cautions view={view} />
        <TransferOffer incidentId={incidentId} />
        {view.clinical !== null && (
          <>
            <PeopleLine
              incidentId={incidentId}
              callback={view.callback}
              work={view.clinical.work}
            />
            <InterpreterLine view={view} interpreter={view.clinical.work.interpreter} />
          </>
        )}
        <section className="conversation-said">
          <h3 className="spoken">What the caller said</h3>
          <p dir="auto">{view.words === '' ? 'No words were written down.' : view.words}</p>
        </section>
        {view.from988 !== null && <From988Card view={view} from988={view.from988} />}
        {view.sent !== null && <SentBanner view={view} sent={view.sent} />}
        {view.sent !== null && <SentCard sent={view.sent} />}
        <FactsSummary facts={view.facts} onCorrect={onTheLine ? setMarked : null} />
        <Restorable below>
          <Notes incidentId={incidentId} work={view.clinical?.work} field={notes} />
        </Restorable>
        <IncidentContacts contacts={view.contacts} />
        <Timeline view={view} />
      </article>
      <aside className="conversation-right" aria-label="Questions and outcome">
        <DeskTools
          tools={[
            {
              id: 'questions',
              action: 'phone.questions',
              keys: 'q',
              label: 'Questions',
              says: null,
              body: (
                <OpenQuestions
                  view={view}
                  canAnswer={onTheLine}
                  marked={marked}
                  onMark={setMarked}
                />
              ),
            },
            ...(view.clinical === null
              ? []
              : [
                  screenerTool(view, view.clinical, me, onTheLine, setMarked),
                  planDeskTool(view, view.clinical.work),
                  sharingTool(view, emergency),
                  referralDeskTool(view),
                ]),
          ]}
        />
        {(onTheLine || side === 'lost') && <OutcomeBar view={view} side={side} outcome={outcome} />}
      </aside>
    </>
  );
});

type Press = ReturnType<typeof useOutcome>['press'];

function whileMine(outcomes: readonly PhoneOutcome[], press: Press): Record<string, Action> {
  return { ...pressing(outcomes, press), transfer: () => openSheet('transfer') };
}

function pressing(outcomes: readonly PhoneOutcome[], press: Press): Record<string, Action> {
  return Object.fromEntries(outcomes.map(({ id, action }) => [action, () => press(id)]));
}

function whileHandingOver(view: IncidentView, press: Press): Record<string, Action> {
  return {
    'phone.back': () => press('return'),
    // A line breaks off during a transfer, too.
    'phone.lost': () => press('lost'),
    'phone.escalate': () => press('team'),
    // One offered to 988 before there were steps: the clinician speaks for them.
    ...(isOfferedTo988(view) ? { 'phone.accepted': () => press('accepted') } : {}),
  };
}

function isWarm({ phone }: IncidentView): boolean {
  return phone.state === 'transferring' && phone.transfer.line !== null;
}
