import type { PersonSalt } from './person-salt.ts';
import { AtlasInForce } from '../areas/atlas-in-force.ts';
import type { Desk } from '../desk.ts';
import { shippedPolicy } from '../shipped-policy.ts';
import { findCenter } from '#db/board/center-projection.ts';
import type { CenterWords } from '#shared/intake-file/course-reader.ts';
import { nameKey } from '#shared/place/match-areas.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** What a center has that a mapping may speak of, by its policy. */
export interface CenterVocabulary extends Pick<CenterWords, 'responses' | 'areaCalled'> {
  readonly areaNames: readonly string[];
  /** IANA zone of the center; null before it is set up. */
  readonly zone: string | null;
  readonly policy: Policy;
}

/** Without a desk: of a center that is not set up yet. */
export function vocabularyOf(desk: Pick<Desk, 'policy' | 'db'> | null): CenterVocabulary {
  const { policy } = desk?.policy() ?? shippedPolicy();
  return vocabularyIn(policy, desk === null ? null : (findCenter(desk.db)?.timeZone ?? null));
}

/** The same by what it follows from. */
export function vocabularyIn(policy: Policy, zone: string | null): CenterVocabulary {
  const called = new Map(
    policy.areas.flatMap(({ id, name }) => [
      [nameKey(name), id],
      [nameKey(id), id],
    ]),
  );
  return {
    responses: responsesOf(policy),
    areaNames: policy.areas.map(({ id }) => id),
    areaCalled: (folded) => called.get(nameKey(folded)) ?? null,
    zone,
    policy,
  };
}

/** What reading rows asks the center of a desk. `salt` is needed as soon as a mapping reads people. */
export function centerWordsOf(
  desk: Pick<Desk, 'policy' | 'db'>,
  salt: PersonSalt | null,
): CenterWords & CenterVocabulary {
  const { policy } = desk.policy() ?? shippedPolicy();
  const atlas = new AtlasInForce(desk.db);
  return {
    ...vocabularyOf(desk),
    areaAt: (lat, lon) => atlas.areaAt({ lat, lon }, policy)?.areaId ?? null,
    pseudonym: pseudonymsOf(salt),
  };
}

export function pseudonymsOf(salt: PersonSalt | null): CenterWords['pseudonym'] {
  return (text) => {
    if (salt === null) throw new Error('A pseudonym was asked for without a salt.');
    return `p-${salt.keyed(`person\u001e${text}`).slice(0, 32)}`;
  };
}

/** Police and EMS, and every response and team type of the policy: whether it is an alternative to them. */
function responsesOf({ responses, teamTypes }: Policy): ReadonlyMap<string, boolean> {
  const alternative = responses.filter((response) => response.alternative === true);
  const serving = new Set(alternative.flatMap((response) => response.teamTypes));
  return new Map([
    ['police', false],
    ['ems', false],
    ...teamTypes.map(({ id }): [string, boolean] => [id, serving.has(id)]),
    ...responses.map((response): [string, boolean] => [response.id, response.alternative === true]),
  ]);
}
