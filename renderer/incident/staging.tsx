import type { IncidentView } from '#shared/board/incident-view.ts';
import { Button } from '../parts/button.tsx';
import { Elapsed } from '../parts/elapsed.tsx';
import { NoticeBeside } from '../parts/notice.tsx';
import { sceneIsSecure } from './scene-secure.ts';

/** Who waits where until who has secured the scene, and the one key that lets them in. */
export function Stagings({ view }: { readonly view: IncidentView }) {
  const { staging, units } = view;
  if (staging.length === 0) return null;
  const isOn = (unitId: string) =>
    units.some((unit) => unit.unitId === unitId && unit.releasedAt === null);
  return (
    <section className="stagings" aria-label="Waiting until the scene is secure">
      <ul>
        {staging.map(({ unitId, securedBy, place, since }) => (
          <li key={unitId}>
            <span>
              <strong>{unitId}</strong> waits at <strong dir="auto">{place}</strong> until{' '}
              <strong>{securedBy}</strong> has secured the scene
              {!isOn(securedBy) && ` — ${securedBy} is not on it any more`}
            </span>{' '}
            <Elapsed since={since} />
          </li>
        ))}
      </ul>
      <Button keys="Shift+G" onClick={() => void sceneIsSecure(view)}>
        Scene is secure
      </Button>
      <NoticeBeside causes={['incident.secure-scene']} />
    </section>
  );
}
