import type { ReactNode } from 'react';
import type { Role } from '#shared/roster/operator.ts';
import { useTime } from '../desk/clock.ts';
import { waitingNow } from '../contacts/contact-words.ts';
import { useBoard } from '../desk/board-store.ts';
import { openSheet, useDesk } from '../desk/desk-store.ts';
import { useUnreadEchoes } from '../echo/unread-echoes.ts';
import { useSilence } from '../desk/heartbeat.ts';
import { wallTime } from '../desk/wall-time.ts';
import { urgencyOf, writtenAge } from '../parts/age.ts';
import { ROLE_LABELS } from '../sign-on/role-labels.ts';
import { LookAndSound } from './look-and-sound.tsx';
import { FreeForPhone, MyStanding } from './phone-standing.tsx';
import { PolicyInForce } from './policy-in-force.tsx';

/** The floor in one line: where, which policy, what time, how the promise is kept, who waits. */
export function StatusStrip() {
  const hello = useDesk((desk) => desk.hello);
  const silent = useSilence();
  return (
    <header className="strip" aria-label="Status">
      <div className="strip-center">
        <h1 dir="auto">{hello?.center?.name ?? 'CareDesk'}</h1>
        <PolicyInForce />
      </div>
      {hello?.mode === 'training' && <strong className="training">Training</strong>}
      {hello !== null &&
        !hello.encrypted &&
        hello.mode === 'live' &&
        concerned(hello.session?.role) && <span className="strip-plain">Not encrypted (g y)</span>}
      {silent !== null && (
        <strong className="silent" role="alert">
          No sign from the desk since {wallTime(silent, true)}: what you see may be old
        </strong>
      )}
      <dl className="strip-figures">
        <Figure label="Answered in time">
          <InTime />
        </Figure>
        <Waiting />
        <PromisedCalls />
        <Ended />
        {hello?.session?.role !== 'clinician' && (
          <Figure label="Free for the phone">
            <FreeForPhone />
          </Figure>
        )}
        <Figure label="Time">
          <WallClock />
        </Figure>
      </dl>
      {hello?.session?.role === 'clinician' && <MyStanding />}
      <LookAndSound />
      <button type="button" className="strip-who" onClick={() => openSheet('operators')}>
        <span dir="auto">{hello?.session?.name}</span>
        <small>
          {hello?.session != null && ROLE_LABELS[hello.session.role].toLowerCase()},{' '}
          {hello?.position}
        </small>
      </button>
    </header>
  );
}

/** Who can do something about it. */
function concerned(role: Role | undefined): boolean {
  return role === 'supervisor' || role === 'admin';
}

function Figure({
  label,
  children,
  urgency = 'calm',
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly urgency?: string;
}) {
  return (
    <div data-urgency={urgency}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function WallClock() {
  const text = useTime((now) => wallTime(now, true));
  return <time className="tabular">{text}</time>;
}

/** Share of calls answered within the promise, with how many calls that is about. */
function InTime() {
  const answered = useBoard((board) => board.strip?.answered ?? 0);
  const inTime = useBoard((board) => board.strip?.answeredInTime ?? 0);
  const seconds = useBoard((board) => board.strip?.promiseSeconds ?? 15);
  if (answered === 0) return <>no calls yet</>;
  return (
    <>
      {Math.round((inTime / answered) * 100)} %{' '}
      <small>
        ≤ {seconds} s, {answered} {answered === 1 ? 'call' : 'calls'}
      </small>
    </>
  );
}

/** Only while somebody waits for one: the strip has no room for a nought. */
function PromisedCalls() {
  const due = useBoard((board) => waitingNow(board.contacts));
  const late = useBoard((board) => board.contacts.some(({ state }) => state === 'late'));
  if (due === 0) return null;
  return (
    <Figure label="To call back" urgency={late ? 'alert' : 'warn'}>
      {due}
      {late && <small className="late"> ▲ late</small>}
    </Figure>
  );
}

/** Only while there is something unread; a press or g u opens it. */
function Ended() {
  const unread = useUnreadEchoes();
  if (unread === 0) return null;
  return (
    <Figure label="How it ended">
      <button
        type="button"
        className="strip-ended"
        aria-keyshortcuts="g u"
        onClick={() => openSheet('echo')}
      >
        {unread} new
      </button>
    </Figure>
  );
}

function Waiting() {
  const count = useBoard((board) => board.callOrder.length);
  const since = useBoard((board) => board.calls.get(board.callOrder[0] ?? '')?.receivedAt ?? null);
  const seconds = useDesk((desk) => desk.policy?.promises.answerSeconds ?? 15);
  const start = since === null ? null : Date.parse(since);
  const longest = useTime((now) => (start === null ? 'nobody' : writtenAge(now - start)));
  const urgency = useTime((now) =>
    since === null || start === null
      ? 'calm'
      : urgencyOf({ from: since, until: new Date(start + seconds * 1000).toISOString() }, now),
  );
  return (
    <>
      <Figure label="Waiting" urgency={urgency}>
        {count}
      </Figure>
      <Figure label="Longest" urgency={urgency}>
        {longest}
        {urgency === 'alert' && <small className="late"> ▲ late</small>}
      </Figure>
    </>
  );
}
