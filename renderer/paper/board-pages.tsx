import type { PaperCall, PaperContact, PaperUnit } from '#shared/paper/paper-kit.ts';
import { usePaperTime } from './paper-time.ts';
import { TO_WRITE } from './to-write.ts';

/** Units as they stood, with room for what becomes of them; then who has not been answered. */
export function BoardPages({
  units,
  calls,
  contacts,
}: {
  readonly units: readonly PaperUnit[];
  readonly calls: readonly PaperCall[];
  readonly contacts: readonly PaperContact[];
}) {
  const time = usePaperTime();
  return (
    <section className="sheet">
      <h2>Units</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Team, zone</th>
            <th scope="col">Crew</th>
            <th scope="col">Status, since</th>
            <th scope="col">Incident</th>
            <th scope="col" className="room">
              Status by hand
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.unitId}</th>
              <td>
                {unit.team}, {unit.zone}
              </td>
              <td>
                {unit.crew
                  .map(({ name, role, onDuty }) => `${name} (${role}${onDuty ? '' : ', OFF'})`)
                  .join('; ')}
                {unit.gap !== null && <strong> ▲ {unit.gap}</strong>}
              </td>
              <td>
                {unit.status}, {time(unit.since)}
              </td>
              <td>{unit.incidentNumber ?? ''}</td>
              <td>{TO_WRITE}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>Calls nobody has answered</h2>
      {calls.length === 0 && <p>None at this time.</p>}
      {calls.map((call) => (
        <article key={call.number} className="entry">
          <h3>
            Call {call.number}, received {time(call.receivedAt)}
          </h3>
          <p>
            Callback <b>{call.callback ?? 'hidden'}</b> · {call.address || 'place not known'}
            {call.callType !== null && ` · ${call.callType}`}
          </p>
          <p>“{call.words}”</p>
        </article>
      ))}
      <h2>Calls back and follow-ups that are owed</h2>
      {contacts.length === 0 && <p>None at this time.</p>}
      {contacts.map(({ label, incidentNumber, owner, from, by, whom, number }) => (
        <p key={`${incidentNumber}${label}${from}`} className="owed">
          ☐ <b>{time(from)}</b> to {time(by)}: {label} for incident {incidentNumber}, by {owner}.{' '}
          {whom} <b>{number}</b>
        </p>
      ))}
    </section>
  );
}
