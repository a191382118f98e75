import type { Incident } from './incident.ts';
import { changedMeanwhile, type Changed, type FieldWords } from '../edit/changed-meanwhile.ts';
import { mergeChoices, mergeFields } from '../edit/merge-fields.ts';
import type { Refusal } from '../lib/refusal.ts';
import type { Policy } from '../policy/policy.ts';
import { sayLanguageNeed, type LanguageNeed } from '../unit/language.ts';

/** What the place editor writes. */
export interface PlaceFields {
  readonly address: string;
  readonly areaId: string | null;
  readonly callback: string | null;
}

type ChangedBy<Field extends string> = (field: Field) => Changed;

export function placeFieldsOf({
  place,
  callback,
}: Pick<Incident, 'place' | 'callback'>): PlaceFields {
  return { address: place.address, areaId: place.areaId, callback };
}

/** The place as it should stand after an edit by somebody who saw `seen`. */
export function editPlace(
  incident: Incident,
  seen: PlaceFields | undefined,
  mine: PlaceFields,
  policy: Policy,
  changed: ChangedBy<keyof PlaceFields>,
): PlaceFields | Refusal {
  if (seen === undefined) return mine;
  const { merged, conflicts } = mergeFields(seen, mine, placeFieldsOf(incident));
  return conflicts.length === 0 ? merged : changedMeanwhile(conflicts, placeWords(policy), changed);
}

function placeWords({ areas }: Policy): Readonly<Record<keyof PlaceFields, FieldWords>> {
  return {
    address: { label: 'Location' },
    areaId: {
      label: 'Area',
      says: (id) => areas.find((area) => area.id === id)?.name ?? 'no area',
    },
    callback: { label: 'Callback' },
  };
}

/** The call type after an edit; `seen` undefined is somebody who did not look. */
export function editCallType(
  incident: Incident,
  seen: string | null | undefined,
  callType: string,
  { callTypes }: Policy,
  changed: ChangedBy<'callType'>,
): string | Refusal {
  if (seen === undefined) return callType;
  const { conflicts } = mergeFields(
    { callType: seen },
    { callType },
    { callType: incident.callType },
  );
  const says = (code: unknown) =>
    callTypes.find((type) => type.code === code)?.label ?? String(code ?? '');
  return conflicts.length === 0
    ? callType
    : changedMeanwhile(conflicts, { callType: { label: 'Call type', says } }, changed);
}

/** The language after an edit; with or without an interpreter is part of what is said. */
export function editLanguage(
  incident: Incident,
  seen: LanguageNeed | null | undefined,
  language: LanguageNeed | null,
  changed: ChangedBy<'language'>,
): LanguageNeed | null | Refusal {
  if (seen === undefined) return language;
  const { merged, conflicts } = mergeFields(
    { language: seen },
    { language },
    { language: incident.language },
  );
  const says = (need: unknown) =>
    need === null ? 'English' : sayLanguageNeed(need as LanguageNeed);
  return conflicts.length === 0
    ? merged.language
    : changedMeanwhile(conflicts, { language: { label: 'Language', says } }, changed);
}

/** What the vehicle should have after an edit: each of it is ticked or not by itself, so nothing is disputed. */
export function editCapabilities(
  { capabilities }: Incident,
  seen: readonly string[] | undefined,
  mine: readonly string[],
): readonly string[] {
  return seen === undefined ? mine : mergeChoices(seen, mine, capabilities);
}
