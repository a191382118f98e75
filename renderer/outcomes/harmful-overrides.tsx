import type { HarmfulOverride } from '#shared/outcomes/outcome-figures.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { runAction } from '../keys/actions.ts';
import { openIncident } from '../keys/open-incident.ts';
import { Button } from '../parts/button.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { localWords } from './local-words.ts';
import { written } from './shares.ts';

const BECAUSE: Readonly<Record<HarmfulOverride['because'][number], string>> = {
  'higher-level': 'needed a higher level later',
  'danger-found': 'danger was found',
  'back-up': 'back-up was asked for',
};

/** Rows that are listed before the rest is only counted. */
const MOST = 20;

/** Every override that turned out to have been too little: each is to be looked at. */
export function HarmfulOverrides({
  overrides,
}: {
  readonly overrides: readonly HarmfulOverride[];
}) {
  if (overrides.length === 0) return null;
  return (
    <div className="harmful">
      <table className="outcome-table">
        <caption>
          Harmful overrides, newest first{' '}
          {overrides.length > MOST && (
            <span>
              the newest {MOST} of {written(overrides.length)}
            </span>
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">Call</th>
            <th scope="col">Received</th>
            <th scope="col">Recommended</th>
            <th scope="col">Decided</th>
            <th scope="col">Needed</th>
            <th scope="col">Why it counts</th>
          </tr>
        </thead>
        <tbody>
          {overrides.slice(0, MOST).map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Button
                  tone="quiet"
                  className="calls-button"
                  aria-label={`Open ${each.number}`}
                  onClick={() => openIncident(each.id as IncidentId)}
                >
                  {each.number}
                </Button>
              </th>
              <td>{localWords(each.receivedLocal)}</td>
              <td>{each.recommended !== null && <LevelBadge level={each.recommended} />}</td>
              <td>{each.decided !== null && <LevelBadge level={each.decided} />}</td>
              <td>{each.highest !== null && <LevelBadge level={each.highest} />}</td>
              <td>{each.because.map((why) => BECAUSE[why]).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button tone="quiet" keys="g r" onClick={() => runAction('go.overrides')}>
        Review the overrides
      </Button>
    </div>
  );
}
