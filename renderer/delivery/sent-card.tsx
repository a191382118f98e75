import type { SentView } from '#shared/board/sent-view.ts';
import type { SaidLink } from '#shared/eido/eido-said.ts';
import { wallTime } from '../desk/wall-time.ts';
import { SaidLines } from '../parts/said-lines.tsx';
import '../style/handed-over.css';

const LINKS: Readonly<Record<SaidLink['how'], string>> = {
  REPLACING: 'goes on as',
  REPLACED: 'has taken in',
  SPLIT: 'has split off',
  PARENT: 'is part of',
  CHILD: 'has below it',
  RELATED: 'is related to',
  UNLINK: 'is not related any more to',
};

/** What the center that handed the incident over says of it, in its own words. */
export function SentCard({ sent }: { readonly sent: SentView }) {
  const { agency, incidentNumber, updatedAt, people, units, links } = sent;
  const lines: readonly (readonly [string, string])[] = [
    ['Type', sent.type ?? ''],
    ['Priority', sent.priority ?? ''],
    ['Status', sent.status.join(', ')],
    [
      'People',
      people
        .map(({ roles, name }) => [name, roles.join('/')].filter(Boolean).join(', '))
        .join('; '),
    ],
    ['Its units', units.map(({ name, status }) => `${name} ${status}`.trim()).join(', ')],
    [
      'Incidents',
      links
        .map(
          ({ how, incident, why }) => `${LINKS[how]} ${incident}${why === null ? '' : `: ${why}`}`,
        )
        .join('; '),
    ],
    ['Ended there', sent.dispositions.join('; ')],
  ];
  return (
    <section className="handed-over" aria-label={`From ${agency}`}>
      <details open>
        <summary>
          <strong>From:</strong> <bdi>{agency}</bdi>
          {incidentNumber !== null && (
            <>
              {' '}
              · their number <bdi>{incidentNumber}</bdi>
            </>
          )}
          <span className="handed-over-hint"> · as of {wallTime(updatedAt)}</span>
        </summary>
        <SaidLines lines={lines} />
      </details>
    </section>
  );
}
