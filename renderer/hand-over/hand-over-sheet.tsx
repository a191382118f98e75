import { useState } from 'react';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import { AnswerForm } from './answer-form.tsx';
import { ContactLines } from './contact-lines.tsx';
import { FloorLines, Part } from './floor-lines.tsx';
import { IncidentLines } from './incident-lines.tsx';
import { OfferForm } from './offer-form.tsx';
import { PastLines } from './past-lines.tsx';
import { useShiftSheet } from './use-shift-sheet.ts';
import '../style/contacts.css';
import '../style/hand-over.css';

/** What one person gives to the next: made by main at this moment, read, then accepted. */
export function HandOverSheet() {
  const me = useDesk((desk) => desk.hello?.session ?? null);
  const toMe = useBoard((board) =>
    board.shifts.handOvers.find(({ to, cameBack }) => to === me?.operatorId && cameBack === null),
  );
  const { sheet, changed, because, readAgain } = useShiftSheet(toMe?.handOverId ?? null);
  const [accepted, setAccepted] = useState(false);

  return (
    <KeyScope keys={{ r: readAgain }}>
      <Sheet
        title="Hand-over"
        subtitle={
          sheet === null
            ? undefined
            : `${sheet.of.name}, ${ROLE_LABELS[sheet.of.role]} · as of ${wallTime(sheet.madeAt, true)}`
        }
        footer={
          <Button keys="r" tone="quiet" onClick={readAgain}>
            Read it again, as of now
          </Button>
        }
      >
        {because !== null && <p role="alert">{because}</p>}
        {accepted && <Taken />}
        {sheet !== null && (
          <div className="shift-sheet">
            {sheet.offer?.cameBack != null && (
              <p className="shift-alert" role="alert">
                ▲ It came back from <bdi>{sheet.offer.toName}</bdi>: {sheet.offer.cameBack}. It is
                all still yours; offer it again.
              </p>
            )}
            {sheet.offer?.remark != null && sheet.offer.remark !== '' && (
              <blockquote className="shift-remark" dir="auto">
                {sheet.offer.remark}
              </blockquote>
            )}
            <Part
              title={toMe === undefined ? 'Your open incidents' : 'Incidents you take over'}
              count={sheet.incidents.length}
              none={
                toMe === undefined ? 'You own no open incident.' : 'No open incident is theirs.'
              }
            >
              <IncidentLines incidents={sheet.incidents} changed={changed} withOwner={false} />
            </Part>
            <Part
              title={toMe === undefined ? 'Your promised calls' : 'Promised calls you take over'}
              count={sheet.contacts.length}
              none={toMe === undefined ? 'You promised no call.' : 'They promised no call.'}
            >
              <ContactLines contacts={sheet.contacts} changed={changed} />
            </Part>
            <FloorLines sheet={sheet} changed={changed} />
            {sheet.offer !== null && sheet.offer.cameBack === null ? (
              <AnswerForm
                key={sheet.offer.handOverId}
                sheet={sheet}
                offer={sheet.offer}
                onAnswered={(taken) => {
                  setAccepted(taken);
                  readAgain();
                }}
                onChanged={readAgain}
              />
            ) : (
              <section aria-label="Offer">
                <h3>Hand this over</h3>
                <OfferForm onOffered={readAgain} />
              </section>
            )}
            {me?.role === 'supervisor' && <PastLines />}
          </div>
        )}
      </Sheet>
    </KeyScope>
  );
}

/** Whose shift is over can go now; who came goes on working. */
function Taken() {
  return (
    <div className="shift-taken" role="status">
      <p>✓ Accepted. Every incident and every promised call has its new owner.</p>
      <Button onClick={() => openSheet('operators')}>Sign off, or switch operator</Button>
    </div>
  );
}
