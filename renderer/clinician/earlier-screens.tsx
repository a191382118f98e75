import type { ScreenLine } from '#shared/board/screen-lines.ts';
import { sayResult, wordOf } from '#shared/screen/say-screen.ts';
import { wallTime } from '../desk/wall-time.ts';
import { ScreenList } from './screen-list.tsx';
import { useWording } from './use-wording.ts';

/** Screens asked before in this incident, the last one first. */
export function EarlierScreens({ screens }: { readonly screens: readonly ScreenLine[] }) {
  if (screens.length === 0) return null;
  return (
    <section className="screen-earlier" aria-label="Earlier screens">
      <h3>Earlier screens</h3>
      {screens.toReversed().map((screen) => (
        <Earlier key={screen.screenId} screen={screen} />
      ))}
    </section>
  );
}

function Earlier({ screen }: { readonly screen: ScreenLine }) {
  const { beganAt, beganByName, result, answers, instrument } = screen;
  const wording = useWording(instrument);
  return (
    <details>
      <summary>
        {wallTime(beganAt)} · <strong>{wordOf(result)}</strong> ·{' '}
        <span dir="auto">{beganByName}</span>
      </summary>
      <p>{sayResult(result, answers)}</p>
      <ScreenList screen={screen} wording={wording} current={null} onChoose={null} />
    </details>
  );
}
