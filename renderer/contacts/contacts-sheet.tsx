import { useEffect, useState } from 'react';
import type { ContactId } from '#shared/lib/brand.ts';
import type { ContactLine } from '#shared/board/contact-lines.ts';
import type { AttemptResult } from '#shared/contact/contact.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { useAsked } from '../desk/use-asked.ts';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ContactDetail, isFollowUp, type ContactStep } from './contact-detail.tsx';
import { ContactHead } from './contact-head.tsx';
import { TemplatesForm } from './templates-form.tsx';
import '../style/contacts.css';

/** So many are listed at once. The sheet says how many more there are. */
const OPEN = { incidentId: null, lines: 100 };

/** The due list: whose call comes next, and what came of trying. */
export function ContactsSheet() {
  const onBoard = useBoard((board) => board.contacts);
  const { view: list, refused, look } = useAsked('contact.open', OPEN, { seen: onBoard });
  const [chosen, setChosen] = useState<ContactId | null>(null);
  const [step, setStep] = useState<ContactStep | null>(null);
  const take = useCommand('contact.take');
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const supervisor = useDesk((desk) => desk.hello?.session?.role === 'supervisor');
  const lines = list?.lines ?? [];
  const found = lines.findIndex(({ contactId }) => contactId === chosen);
  const at = found < 0 ? 0 : found;
  const now: ContactLine | undefined = lines[at];

  const firstId = lines[0]?.contactId ?? null;
  const come = list !== null;
  useEffect(() => {
    // The list comes after the sheet: the first call takes the focus the sheet could not give.
    if (come && firstId !== null) document.getElementById(headId(firstId))?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [come]);

  function go(to: number) {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))];
    if (line === undefined) return;
    choose(line.contactId);
    document.getElementById(headId(line.contactId))?.focus();
  }

  function choose(contactId: ContactId) {
    setChosen(contactId);
    setStep(null);
    take.forget();
  }

  /** The chosen one keeps standing open, also when the list moves around it. */
  function begin(next: ContactStep) {
    if (now !== undefined) setChosen(now.contactId);
    setStep(next);
  }

  async function takeIt() {
    if (now === undefined || now.owner === me) return;
    if ((await take.give({ contactId: now.contactId })) !== null) look();
  }

  const tryWith = (result: AttemptResult) => () => begin({ step: 'try', result });
  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    n: tryWith('no-answer'),
    m: tryWith('message-left'),
    b: tryWith('busy'),
    w: tryWith('wrong-number'),
    r: tryWith('reached'),
    i: () => now !== undefined && isFollowUp(now) && begin({ step: 'elsewhere' }),
    s: () => begin({ step: 'safe' }),
    e: () => begin({ step: 'end', reached: false }),
    t: () => void takeIt(),
  };
  return (
    <KeyScope keys={keys}>
      <Sheet title="Promised calls" subtitle={summary(lines, list?.open ?? 0)}>
        {refused !== null && <p role="alert">{refused}</p>}
        {list !== null && lines.length === 0 && <NonePromised />}
        <ul className="contact-list">
          {lines.map((line) => (
            <li key={line.contactId} data-state={line.state}>
              <ContactHead
                id={headId(line.contactId)}
                line={line}
                open={line === now}
                first={line === now}
                onOpen={() => choose(line.contactId)}
              />
              {line === now && (
                <>
                  <Refused refusal={take.refusal} />
                  <ContactDetail
                    line={line}
                    mine={line.owner === me}
                    step={step}
                    onStep={begin}
                    onTake={() => void takeIt()}
                    onTried={(result) => {
                      setStep(result === 'reached' ? { step: 'end', reached: true } : null);
                      look();
                    }}
                    onElsewhere={() => {
                      setStep(null);
                      say({
                        tone: 'done',
                        text: 'It is recorded that they went elsewhere.',
                        cause: null,
                      });
                    }}
                    onNoted={() => {
                      setStep(null);
                      look();
                    }}
                    onEnded={() => {
                      setStep(null);
                      setChosen(null);
                      look();
                    }}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
        {supervisor && <TemplatesForm />}
        {list !== null && list.open > lines.length && (
          <p>and {list.open - lines.length} more that come later</p>
        )}
      </Sheet>
    </KeyScope>
  );
}

function NonePromised() {
  return (
    <p className="sheet-empty">
      Nobody is promised a call. <Keys keys="Shift+F" /> on an incident promises one: a callback in
      minutes, or a follow-up after days. It stands here, with its owner, until somebody says how it
      ended.
    </p>
  );
}

function headId(contactId: ContactId): string {
  return `contact-${contactId}`;
}

function summary(lines: readonly ContactLine[], open: number): string {
  const count = (state: ContactLine['state']) =>
    lines.filter((line) => line.state === state).length;
  return `${count('late')} late, ${count('due')} due, ${open} open`;
}
