import type { CautionLine } from '#shared/board/caution-lines.ts';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { CAUTION_LABELS } from '#shared/caution/caution.ts';
import '../style/cautions.css';

/** What is read to each crew on its way, in the order it is read. Nothing when there is nothing to say. */
export function TeamCards({ view }: { readonly view: IncidentView }) {
  return view.teamCards.map(({ unitId, cautionIds, keptBack, advice }) => (
    <section key={unitId} className="team-card" aria-label={`Read to ${unitId}`}>
      <h4>Read to {unitId}</h4>
      {cautionIds.length > 0 && (
        <ul>
          {view.cautions
            .filter((caution) => cautionIds.includes(caution.cautionId))
            .map((caution) => (
              <ReadOut key={caution.cautionId} caution={caution} />
            ))}
        </ul>
      )}
      {view.approach !== null && (
        <p className="team-card-approach">
          <strong>How to approach:</strong> <span dir="auto">{view.approach.advice}</span>
        </p>
      )}
      {advice.map(({ text, byName }) => (
        <p key={text} className="team-card-approach">
          <strong>Advice:</strong> <span dir="auto">{text}</span>{' '}
          <span className="caution-from">
            (<bdi>{byName}</bdi>, clinician)
          </span>
        </p>
      ))}
      {keptBack > 0 && (
        <p className="caution-from">
          {keptBack === 1
            ? 'One officer-safety caution stays'
            : `${keptBack} officer-safety cautions stay`}{' '}
          with dispatch: no police on this crew.
        </p>
      )}
    </section>
  ));
}

function ReadOut({ caution: { kind, text, source } }: { readonly caution: CautionLine }) {
  return (
    <li>
      <strong>
        <span aria-hidden="true">◆</span> {CAUTION_LABELS[kind]}:
      </strong>{' '}
      <span dir="auto">{text}</span> <span className="caution-from">({source})</span>
    </li>
  );
}
