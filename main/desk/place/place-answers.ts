import {
  examineCommonPlaces,
  examineStreets,
  shownFile,
  type ExaminedFile,
} from './examine-places.ts';
import { done, type Answers } from '../answer.ts';
import { operatorOf, type DeskCore } from '../desk-core.ts';
import { commonPlaces, findCommonPlace, placeTables } from '#db/board/place-tables-projection.ts';
import { keepDocument } from '#db/delivery/kept-documents.ts';
import type { PlaceTablesView } from '#shared/board/place-tables-view.ts';
import type { Entry } from '#shared/journal/journal-event.ts';
import type { CommonPlaceId, OperatorId } from '#shared/lib/brand.ts';
import { isRefusal, refuse, type Refusal } from '#shared/lib/refusal.ts';
import { MOST_COMMON_PLACES } from '#shared/contract/place-topics.ts';
import { removeCommonPlace, setCommonPlace } from '#shared/place/common-place.ts';
import {
  adoptStreetTable,
  setStreetGrid,
  withdrawStreetTable,
} from '#shared/place/place-tables.ts';
import { sameKey, type PlaceDraft } from '#shared/place/read-common-places.ts';
import type { StreetRow } from '#shared/place/street-table.ts';
import { suggestAddresses } from '#shared/place/suggest-address.ts';

type PlaceTopic =
  | 'place.look-up'
  | 'places.kept'
  | 'street-table.examine'
  | 'street-table.adopt'
  | 'street-table.withdraw'
  | 'street-grid.set'
  | 'common-place.set'
  | 'common-place.remove'
  | 'common-places.examine'
  | 'common-places.import';

/** Where an address is, and the tables it is looked up in. */
export function placeAnswers(core: DeskCore): Answers<PlaceTopic> {
  /** What was looked at last: its rows are not sent here a second time to be taken. */
  let streets: ExaminedFile<StreetRow> | null = null;
  let places: ExaminedFile<PlaceDraft> | null = null;
  const policyNow = () => core.requirePolicy().policy;
  return {
    'place.look-up': ({ address }) => {
      const means = core.places.means(policyNow());
      return {
        found: core.places.find(address, policyNow()),
        suggestions: suggestAddresses(address, means),
      };
    },

    'places.kept': () => kept(core),

    'street-table.examine': ({ source, text }) => {
      streets = examineStreets(text, source);
      return shownFile(streets, ({ full, min, max }) => `${full}, ${min} to ${max}`);
    },
    'street-table.adopt': ({ hash }, session) => {
      if (streets?.hash !== hash || streets.whole !== null) return NOT_LOOKED_AT;
      const outcome = adoptStreets(core, streets, operatorOf(session).operatorId);
      if (!isRefusal(outcome)) streets = null;
      return done(core, outcome, hash);
    },
    'street-table.withdraw': ({ hash, reason }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          withdrawStreetTable(placeTables(core.db), hash, reason),
        ),
      ),
    'street-grid.set': ({ grid }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          setStreetGrid(placeTables(core.db), grid),
        ),
      ),

    'common-place.set': ({ placeId, ...draft }, session) => {
      const made = placeId ?? (core.options.newId() as CommonPlaceId);
      const outcome = core.commit(operatorOf(session).operatorId, () => {
        const before = placeId === null ? null : findCommonPlace(core.db, placeId);
        if (placeId !== null && before === null) return removeCommonPlace(null) as Refusal;
        return setCommonPlace({ placeId: made, ...draft }, before, policyNow().areas);
      });
      return done(core, outcome, made);
    },
    'common-place.remove': ({ placeId }, session) =>
      done(
        core,
        core.commit(operatorOf(session).operatorId, () =>
          removeCommonPlace(findCommonPlace(core.db, placeId)),
        ),
      ),
    'common-places.examine': ({ source, text }) => {
      places = examineCommonPlaces(text, source, policyNow().areas);
      return shownFile(
        places,
        ({ name, address }) => `${name}, ${address || 'without an address'}`,
      );
    },
    'common-places.import': ({ hash }, session) => {
      if (places?.hash !== hash || places.whole !== null) return NOT_LOOKED_AT;
      const outcome = importPlaces(core, places.rows, operatorOf(session).operatorId);
      if (!isRefusal(outcome)) places = null;
      return done(core, outcome);
    },
  };
}

const NOT_LOOKED_AT = refuse(
  'not-examined',
  'What you looked at is not at hand any more. Choose the file again. Nothing was changed.',
);

/** The rows and the entry that names them, in one transaction. */
export function adoptStreets(
  core: DeskCore,
  { hash, source, rows, rejected, text }: ExaminedFile<StreetRow>,
  by: OperatorId,
): Entry[] | Refusal {
  const table = { hash, source, rows: rows.length, rejected: rejected.length };
  return core.commit(by, () => {
    const events = adoptStreetTable(placeTables(core.db), table);
    if (!isRefusal(events)) keepDocument(core.db, hash, text, core.now().toISOString());
    return events;
  });
}

/** Places that are in the list already, by name and address, are changed; nothing is removed. */
function importPlaces(
  core: DeskCore,
  drafts: readonly PlaceDraft[],
  by: OperatorId,
): Entry[] | Refusal {
  const { areas } = core.requirePolicy().policy;
  return core.commit(by, () => {
    const before = new Map(commonPlaces(core.db).map((place) => [sameKey(place), place]));
    const added = drafts.filter((draft) => !before.has(sameKey(draft))).length;
    if (before.size + added > MOST_COMMON_PLACES)
      return refuse(
        'too-many-places',
        `With these the list would have more than ${MOST_COMMON_PLACES} places. Leave some out. Nothing was changed.`,
      );
    const events = [];
    for (const draft of drafts) {
      const known = before.get(sameKey(draft)) ?? null;
      const placeId = known?.placeId ?? (core.options.newId() as CommonPlaceId);
      const decided = setCommonPlace({ placeId, ...draft }, known, areas);
      if (isRefusal(decided)) return decided;
      events.push(...decided);
    }
    return events;
  });
}

function kept(core: DeskCore): PlaceTablesView {
  const { streets, stepBack, grid, gridSet } = placeTables(core.db);
  const means = core.places.means(core.requirePolicy().policy);
  return {
    streets: streets && { ...streets, adoptedByName: core.nameOf(streets.adoptedBy) },
    streetsMissing: streets !== null && means.streets === null,
    stepBack: stepBack && { to: stepBack.to?.source ?? null },
    grid,
    gridSet: gridSet && { byName: core.nameOf(gridSet.by), at: gridSet.at },
    borders: means.areaAt !== null,
    places: commonPlaces(core.db).toSorted((a, b) => names.compare(a.name, b.name)),
  };
}

const names = new Intl.Collator('en', { numeric: true });
