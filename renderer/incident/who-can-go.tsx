import type {
  IncidentView,
  RankedResponse,
  RecommendationView,
} from '#shared/board/incident-view.ts';
import { Keys } from '../parts/kbd.tsx';
import '../style/who-can-go.css';

type CanGo = 'now' | 'not-yet' | 'nobody';

const WORDS: Readonly<Record<CanGo, { readonly sign: string; readonly text: string }>> = {
  now: { sign: '✓', text: 'can go now' },
  'not-yet': { sign: '◌', text: 'free, may not go yet' },
  nobody: { sign: '✕', text: 'nobody free' },
};

/** Free and allowed, free and held back until something is asked, or nobody there. */
function canGo({ shortfalls, barred }: RankedResponse): CanGo {
  if (shortfalls.length > 0) return 'nobody';
  return barred === null ? 'now' : 'not-yet';
}

/** Whether this way to answer can begin this minute: a sign and a word, never a colour alone. */
export function CanGoWord({ way }: { readonly way: RankedResponse }) {
  const can = canGo(way);
  const { sign, text } = WORDS[can];
  return (
    <span className="can-go" data-can={can}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
}

/**
 * For the recommended response, in the line that stands there anyway: the card keeps its height. While
 * nobody is free the lines below say so.
 */
export function RecommendedCanGo({ ranked }: Pick<RecommendationView, 'ranked'>) {
  const [first] = ranked;
  return first === undefined || canGo(first) === 'nobody' ? null : <CanGoWord way={first} />;
}

/** Only while nobody of the recommended response is free: why, and who goes instead. */
export function Instead({ view }: { readonly view: IncidentView }) {
  const { ranked } = view.recommendation;
  const [first] = ranked;
  if (first === undefined || first.shortfalls.length === 0) return null;
  return (
    <div className="instead-of">
      <p>
        <span aria-hidden="true">✕</span> <strong>Nobody free:</strong> {whyNot(first)}
      </p>
      <WhoInstead view={view} />
    </div>
  );
}

function WhoInstead({ view: { recommendation, options } }: { readonly view: IncidentView }) {
  const { ranked, goesNow } = recommendation;
  const goes = ranked.find(({ response }) => response === goesNow);
  if (goes !== undefined) {
    const digit = options.findIndex(({ id }) => id === goes.response) + 1;
    return (
      <p>
        <span aria-hidden="true">→</span> Instead: <strong>{goes.label}</strong>{' '}
        <CanGoWord way={goes} /> <Keys keys={digit > 0 && digit < 10 ? `o ${digit}` : 'o'} />
      </p>
    );
  }
  const heldBack = ranked.find((way) => canGo(way) === 'not-yet');
  if (heldBack !== undefined)
    return (
      <p>
        <span aria-hidden="true">◌</span> <strong>{heldBack.label}</strong> is free.{' '}
        {heldBack.barred}
      </p>
    );
  return (
    <p>
      <span aria-hidden="true">▲</span> <strong>Nobody else is free:</strong> hold <Keys keys="h" />
      , or call the zone by radio.
    </p>
  );
}

/** What stands against it, each once; with the team where more than one is wanted. */
export function whyNot({ shortfalls }: RankedResponse): string {
  const teams = [...new Set(shortfalls.map(({ team }) => team))];
  const perTeam = teams.map((team) => {
    const texts = shortfalls.filter((each) => each.team === team).map(({ text }) => text);
    const said = [...new Set(texts)].join(' · ');
    return teams.length === 1 ? said : `${team}: ${said}`;
  });
  return perTeam.join('; ');
}
