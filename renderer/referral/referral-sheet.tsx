import { useEffect, useState } from 'react';
import type { ReferralLine } from '#shared/board/referral-lines.ts';
import type { ReferralId } from '#shared/lib/brand.ts';
import { ACTS_IN, REFERRAL_ACTS, type ReferralAct } from '#shared/referral/referral-acts.ts';
import { useBoard } from '../desk/board-store.ts';
import { say, useDesk } from '../desk/desk-store.ts';
import { sayDone } from '../desk/on-record.ts';
import { Button } from '../parts/button.tsx';
import { Keys } from '../parts/kbd.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { KeyScope } from '../sheets/key-scope.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { ArrivalsForm } from './arrivals-form.tsx';
import { CodeForm } from './code-form.tsx';
import { ReferralDetail } from './referral-detail.tsx';
import { ReferralHead } from './referral-head.tsx';
import { ACT_KEYS } from './referral-words.ts';
import { useOpenReferrals } from './use-open-referrals.ts';
import './referral.css';

/** Open referrals by what is due next, and what is done with each. A referral made is no connection. */
export function ReferralSheet() {
  const revision = useBoard((board) => board.revision);
  const { list, because, askAgain } = useOpenReferrals(null, revision);
  const [chosen, setChosen] = useState<ReferralId | null>(null);
  const [act, setAct] = useState<ReferralAct | null>(null);
  const [confirming, setConfirming] = useState(false);
  const take = useCommand('referral.take');
  const print = useCommand('referral.print');
  const me = useDesk((desk) => desk.hello?.session?.operatorId ?? null);
  const lines = list?.lines ?? [];
  const found = lines.findIndex(({ referralId }) => referralId === chosen);
  const at = found < 0 ? 0 : found;
  const now: ReferralLine | undefined = lines[at];

  const firstId = lines[0]?.referralId ?? null;
  const come = list !== null;
  useEffect(() => {
    // The list comes after the sheet: the first referral takes the focus the sheet could not give.
    if (come && firstId !== null) document.getElementById(headId(firstId))?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [come]);

  function choose(referralId: ReferralId) {
    setChosen(referralId);
    setAct(null);
    setConfirming(false);
    take.forget();
    print.forget();
  }

  function go(to: number) {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))];
    if (line === undefined) return;
    choose(line.referralId);
    document.getElementById(headId(line.referralId))?.focus();
  }

  /** The chosen one keeps standing open, also when the list moves around it. */
  function begin(next: ReferralAct | null) {
    if (next === 'confirm') {
      setConfirming(true);
      setAct(null);
      return;
    }
    if (now === undefined || (next !== null && !ACTS_IN[now.standing.state].includes(next))) return;
    setConfirming(false);
    setChosen(now.referralId);
    setAct(next);
  }

  async function takeIt() {
    if (now === undefined || now.owner === me) return;
    if ((await take.give({ referralId: now.referralId })) !== null) askAgain();
  }

  async function printIt() {
    if (now === undefined) return;
    const done = await print.give({ referralId: now.referralId });
    if (done === null) return;
    sayDone(`The page for the person is in ${done.made}.`, done);
  }

  function done() {
    setAct(null);
    askAgain();
    if (now !== undefined) document.getElementById(headId(now.referralId))?.focus();
  }

  const acts = REFERRAL_ACTS.map((each) => [ACT_KEYS[each], () => begin(each)] as const);
  const keys = {
    ...Object.fromEntries(acts),
    j: () => go(at + 1),
    k: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    ArrowUp: () => go(at - 1),
    t: () => void takeIt(),
    q: () => void printIt(),
  };
  return (
    <KeyScope keys={keys}>
      <Sheet wide title="Referrals" subtitle={summary(lines, list?.open ?? 0)}>
        {because !== null && <p role="alert">{because}</p>}
        <div className="referral-confirm">
          {confirming ? (
            <CodeForm
              onConfirmed={() => {
                setConfirming(false);
                say({ tone: 'done', text: 'The place has confirmed it.', cause: null });
                done();
              }}
            />
          ) : (
            <Button keys="c" onClick={() => begin('confirm')}>
              Confirm with a code
            </Button>
          )}
          <ArrivalsForm onConfirmed={done} />
        </div>
        {list !== null && lines.length === 0 && <NoneOpen />}
        <ul className="referral-list">
          {lines.map((line) => (
            <li key={line.referralId} data-overdue={line.overdue !== null}>
              <ReferralHead
                id={headId(line.referralId)}
                line={line}
                open={line === now}
                onOpen={() => choose(line.referralId)}
              />
              {line === now && (
                <>
                  <Refused refusal={take.refusal ?? print.refusal} />
                  <ReferralDetail
                    line={line}
                    mine={line.owner === me}
                    act={act}
                    onAct={begin}
                    onTake={() => void takeIt()}
                    onPrint={() => void printIt()}
                    onDone={done}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
        {list !== null && list.open > lines.length && (
          <p>and {list.open - lines.length} more that are due later</p>
        )}
      </Sheet>
    </KeyScope>
  );
}

function NoneOpen() {
  return (
    <p className="sheet-empty">
      No referral is open. <Keys keys="f" /> at the end of a conversation makes one, and{' '}
      <Keys keys="Shift+L" /> at the clinician’s desk makes one for any incident. It stands here
      until the receiving place confirms that the person came and took part in a service, or
      somebody ends it.
    </p>
  );
}

function headId(referralId: ReferralId): string {
  return `referral-${referralId}`;
}

function summary(lines: readonly ReferralLine[], open: number): string {
  const overdue = lines.filter((line) => line.overdue !== null).length;
  return `${overdue} overdue, ${open} open`;
}
