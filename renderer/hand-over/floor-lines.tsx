import type { ReactNode } from 'react';
import type { HandOverUnit, ShiftSheet } from '#shared/board/hand-over-sheet.ts';
import type { SafetyState } from '#shared/unit/safety.ts';
import { deskNow } from '../desk/clock.ts';
import { wallDateTime } from '../desk/wall-date.ts';
import { wallTime } from '../desk/wall-time.ts';
import { Elapsed } from '../parts/elapsed.tsx';
import { ContactLines } from './contact-lines.tsx';
import { IncidentLines } from './incident-lines.tsx';

const ALARM_WORDS: Readonly<Record<SafetyState, string>> = {
  duress: '▲ duress',
  'back-up': '▲ back-up asked for',
  missed: '▲ no check-in',
  late: '◆ check-in late',
  due: 'check-in due',
};

const NOTHING: ReadonlySet<string> = new Set();

/** The rest of the floor: what the next person finds when they look up from their own incidents. */
export function FloorLines({
  sheet,
  changed,
}: {
  readonly sheet: ShiftSheet;
  readonly changed: ReadonlySet<string>;
}) {
  const { alarms, short, out, others, othersOpen, dueElsewhere, policy } = sheet;
  return (
    <>
      <Part title="Units in trouble" count={alarms.length} none="No alarm and no check-in is owed.">
        <ul className="shift-lines">
          {alarms.map(({ key, unitId, state, since }) => (
            <li key={key} data-changed={changed.has(key)}>
              <p className="shift-alert">
                {ALARM_WORDS[state]}: {unitId}, since {wallTime(since)}
                {changed.has(key) && ' · ◆ changed'}
              </p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Nobody has answered yet" count={null}>
        <Waiting waiting={sheet.waiting} />
      </Part>
      <Part title="Short crews" count={short.length} none="Every unit in service is whole.">
        <UnitLines units={short} />
      </Part>
      <Part title="Units out" count={out.length} none="No unit is out.">
        <UnitLines units={out} />
      </Part>
      {dueElsewhere.length > 0 && (
        <Part title="Promised calls of others, due now" count={dueElsewhere.length}>
          <ContactLines
            contacts={dueElsewhere.map((line) => ({ key: line.contactId, line }))}
            changed={NOTHING}
          />
        </Part>
      )}
      <Part title="Incidents of others" count={othersOpen} none="Nobody else has an open incident.">
        <IncidentLines incidents={others} changed={NOTHING} withOwner />
        {othersOpen > others.length && <p>and {othersOpen - others.length} more in the queue</p>}
      </Part>
      <Part title="Routing policy" count={null}>
        <p>
          {policy.version} is in force
          {policy.next === null
            ? '; no other is scheduled.'
            : `; ${policy.next.version} from ${wallDateTime(policy.next.effectiveFrom, deskNow())}.`}
          {changed.has('policy') && <strong> ◆ changed</strong>}
        </p>
      </Part>
    </>
  );
}

export function Part({
  title,
  count,
  none,
  children,
}: {
  readonly title: string;
  readonly count: number | null;
  readonly none?: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {count !== null && <span className="shift-count"> {count}</span>}
      </h3>
      {count === 0 ? <p className="shift-none">{none}</p> : children}
    </section>
  );
}

function Waiting({ waiting }: { readonly waiting: ShiftSheet['waiting'] }) {
  const { calls, oldest, clinician, transfers } = waiting;
  return (
    <p>
      {calls === 0 ? 'No call waits' : calls === 1 ? '1 call waits' : `${calls} calls wait`}
      {oldest !== null && (
        <>
          , the longest <Elapsed since={oldest} />
        </>
      )}
      . Waiting for a clinician: {clinician}. Transfers under way: {transfers}.
    </p>
  );
}

function UnitLines({ units }: { readonly units: readonly HandOverUnit[] }) {
  return (
    <ul className="shift-lines">
      {units.map(({ unitId, team, status, since, incidentNumber, gap }) => (
        <li key={unitId}>
          <p className="shift-line">
            <b>{unitId}</b>
            <span className="shift-what">{team}</span>
            <span>
              {status}
              {incidentNumber !== null && `, ${incidentNumber}`}
            </span>
            <Elapsed since={since} />
          </p>
          {gap !== null && <p className="shift-more">✕ {gap}</p>}
        </li>
      ))}
    </ul>
  );
}
