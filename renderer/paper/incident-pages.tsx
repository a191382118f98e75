import type { ReactNode } from 'react';
import type { Answer } from '#shared/facts/fact.ts';
import { LEVEL_NAMES } from '#shared/routing/level.ts';
import type { PaperIncident } from '#shared/paper/paper-kit.ts';
import { usePaperTime } from './paper-time.ts';

/** Open incidents, highest level first: each is enough to go on from. */
export function IncidentPages({ incidents }: { readonly incidents: readonly PaperIncident[] }) {
  return (
    <section className="sheet">
      <h2>Open incidents: {incidents.length}</h2>
      {incidents.length === 0 && <p>Nothing is open.</p>}
      {incidents.map((incident) => (
        <Incident key={incident.number} incident={incident} />
      ))}
    </section>
  );
}

function Incident({ incident }: { readonly incident: PaperIncident }) {
  const time = usePaperTime();
  const { number, level, provisional, phase, recommended, decided, hold, promise } = incident;
  return (
    <article className="entry">
      <h3>
        <span className="paper-level">{level}</span> Incident {number}
        <small>
          {LEVEL_NAMES[level]}
          {provisional ? ', provisional' : ''} · {phase} · opened {time(incident.openedAt)} · owner{' '}
          {incident.owner}
        </small>
      </h3>
      {incident.attention !== null && <p className="paper-alert">▲ {incident.attention}</p>}
      <dl>
        <Line label="Place">
          <b>{incident.address || 'not known'}</b>
          {incident.area !== null && `, area ${incident.area}`}
        </Line>
        <Line label="Callback">
          <b>{incident.callback ?? 'hidden'}</b>
        </Line>
        <Line label="Call type">{incident.callType}</Line>
        {incident.words !== '' && <Line label="Said">“{incident.words}”</Line>}
        {incident.cautions.map(({ kind, text, source, expiresOn }) => (
          <Line key={`${kind}${text}`} label="CAUTION">
            <b>
              {kind}: {text}
            </b>{' '}
            ({source}, until {expiresOn})
          </Line>
        ))}
        {incident.unasked.length > 0 && (
          <Line label="NOT ASKED">
            <b>{incident.unasked.join(' · ')}</b>
          </Line>
        )}
        <Answers facts={incident.facts} />
        <Line label="Recommended">
          {recommended.level}, {[recommended.response, ...recommended.alongside].join(' and ')}.{' '}
          {recommended.reasons.join(' ')}
        </Line>
        <Line label="Decided">
          {decided === null ? (
            <b>nothing yet</b>
          ) : (
            <>
              <b>
                {decided.level}, {decided.response}
              </b>{' '}
              at {time(decided.at)} by {decided.by}
              {decided.reason !== null && `: ${decided.reason}`}
            </>
          )}
        </Line>
        <Line label="Units">
          {incident.units.length === 0
            ? 'none on it'
            : incident.units
                .map(
                  ({ unitId, status, assignedAt }) =>
                    `${unitId} ${status}, sent ${time(assignedAt)}`,
                )
                .join(' · ')}
          {promise !== null && hold === null && (
            <>
              {'. Promised: '}
              {promise.what} by <b>{time(promise.until)}</b>
            </>
          )}
        </Line>
        {hold !== null && (
          <Line label="Held until">
            <b>{time(hold.until)}</b>: {hold.reason}
          </Line>
        )}
        {incident.notes.map(({ at, text }) => (
          <Line key={at + text} label={`Note ${time(at)}`}>
            {text}
          </Line>
        ))}
      </dl>
      <p className="write">Since then:</p>
    </article>
  );
}

const ANSWER_LABELS: Readonly<Record<Answer, string>> = {
  yes: 'YES',
  unknown: 'Nobody knows',
  no: 'No',
};

/** A yes with its time; what is a no is read together. What has aged is asked again, whatever it was. */
function Answers({ facts }: { readonly facts: PaperIncident['facts'] }) {
  const time = usePaperTime();
  return (
    <>
      {(['yes', 'unknown', 'no'] as const).map((wanted) => {
        const said = facts
          .filter(({ answer }) => answer === wanted)
          .map(({ label, at, aged }) => {
            if (aged) return `${label} (${time(at)}, ask again)`;
            return wanted === 'no' ? label : `${label} (${time(at)})`;
          });
        if (said.length === 0) return null;
        return (
          <Line key={wanted} label={ANSWER_LABELS[wanted]}>
            {wanted === 'yes' ? <b>{said.join(' · ')}</b> : said.join(' · ')}
          </Line>
        );
      })}
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
