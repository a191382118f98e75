import { cellReader, nothingSaid, type CellOf } from './cells.ts';
import { compileChoice, wordsOf, yesOrNo, type Chosen, type ChoiceRule } from './choice.ts';
import type { CourseTimes } from './course-times.ts';
import type { Layout } from './layout.ts';
import { CHOICES } from './mapping-columns.ts';
import { USUAL_UNKNOWN } from './mapping.ts';
import type { Mapping } from './mapping-schema.ts';
import { ageBandReader } from './age-column.ts';
import type { PastCourse } from '../call/past-call.ts';
import { UNSERVED_REASONS } from '../incident/alternative-course.ts';
import { DISPOSITIONS, type DispositionCode } from '../incident/disposition.ts';
import { CHANNELS, FUNNEL, type Channel, type FunnelStep } from '../outcomes/counted-call.ts';
import type { PersonId } from '../lib/brand.ts';
import { LEVELS, LEVEL_NAMES, levelRank, type Level } from '../routing/level.ts';
import { languageMeant } from '../unit/language.ts';

/** What the center knows that a mapping may speak of. */
export interface CenterWords {
  /** Everything that can be sent, by its id, and whether that is an alternative response. */
  readonly responses: ReadonlyMap<string, boolean>;
  /** Id of the area of the policy that is called so. */
  readonly areaCalled: (folded: string) => string | null;
  /** Id of the area of the center's map that a point lies in. */
  readonly areaAt: (latitude: number, longitude: number) => string | null;
  /** A one-way name of a person, the same for the same text in this data folder only. */
  readonly pseudonym: (text: string) => string;
}

/** Words of the file that nobody gave a meaning to. */
export type Unmapped = readonly { readonly column: string; readonly value: string }[];

export interface CourseRow {
  /** Null where the mapping knows nothing of how a call goes on. */
  readonly course: PastCourse | null;
  readonly unmapped: Unmapped;
}

export type CourseReader = (
  fields: readonly string[],
  times: CourseTimes | null,
  place: { readonly latitude: number | null; readonly longitude: number | null } | null,
  receivedLocal: string,
) => CourseRow;

type Member = (typeof CHOICES)[number];
type Column = (fields: readonly string[], receivedLocal: string) => Chosen;
interface NamedColumn {
  readonly column: string;
  readonly read: Column;
}

export function compileCourse(mapping: Mapping, layout: Layout, words: CenterWords): CourseReader {
  const unknown = mapping.unknown ?? USUAL_UNKNOWN;
  const columnOf = (
    rule: ChoiceColumn | undefined,
    vocabulary: (folded: string) => string | null,
  ): NamedColumn | null => {
    if (rule === undefined) return null;
    const { always, column } = rule;
    if (always !== undefined) return { column: '', read: () => ({ is: always }) };
    if (column === undefined || !layout.places.has(column)) return null;
    const cell = cellReader(layout, column);
    const read = compileChoice(
      rule,
      vocabulary,
      nothingSaid([...unknown, ...(rule.unknown ?? [])]),
    );
    return { column, read: (fields) => read(cell(fields) ?? '') };
  };
  const columns = new Map<Member, NamedColumn>();
  for (const member of CHOICES) {
    const named = columnOf(mapping[member], vocabularyOf(member, words));
    if (named !== null) columns.set(member, named);
  }
  if (mapping.age?.column !== undefined && layout.places.has(mapping.age.column))
    columns.set('age', ageColumn(mapping.age.column, mapping, layout, columns.get('age')));
  const steps = FUNNEL.flatMap((step): [FunnelStep, NamedColumn][] => {
    const named = columnOf(mapping.steps?.[step], yesOrNo);
    return named === null ? [] : [[step, named]];
  });
  const person = personReader(mapping, layout, words);
  const fromPlace = mapping.area?.from === 'place';

  return (fields, times, place, receivedLocal) => {
    const unmapped: { column: string; value: string }[] = [];
    const told = ({ column, read }: NamedColumn): string | undefined => {
      const chosen = read(fields, receivedLocal);
      if (chosen === 'unmapped') unmapped.push({ column, value: cellOf(layout, column, fields) });
      return typeof chosen === 'object' ? chosen.is : undefined;
    };
    const of = (member: Member) => {
      const named = columns.get(member);
      return named === undefined ? undefined : told(named);
    };
    const yes = (member: Member) => asBoolean(of(member));
    const toldSteps: Partial<Record<FunnelStep, boolean>> = {};
    for (const [step, named] of steps) {
      const taken = asBoolean(told(named));
      if (taken !== undefined) toldSteps[step] = taken;
    }
    const areaId = fromPlace ? areaOf(place, words) : of('area');
    const response = of('response');
    const disposition = of('outcome') as DispositionCode | undefined;
    const unserved = of('unserved') as PastCourse['unserved'];
    const decidedLevel = of('level') as Level | undefined;
    const recommendedLevel = of('recommendedLevel') as Level | undefined;
    const direction =
      (of('direction') as PastCourse['direction']) ?? between(recommendedLevel, decidedLevel);
    const course = withoutGaps({
      elapsed: times === null ? undefined : filled(times.elapsed),
      outOfOrder: times === null || times.outOfOrder.length === 0 ? undefined : times.outOfOrder,
      steps: filled(
        followingSteps(toldSteps, {
          alternative: response === undefined ? undefined : words.responses.get(response),
          disposition,
          unserved: unserved !== undefined,
          happened: times?.happened ?? {},
        }),
      ),
      channel: of('channel') as Channel | undefined,
      areaId,
      language: of('language'),
      ageBand: of('age') as PastCourse['ageBand'],
      personId: person(fields),
      unserved,
      recommendedLevel,
      decidedLevel,
      highestLevel: of('highestLevel') as Level | undefined,
      response,
      direction,
      overridden: yes('overridden') ?? (direction === undefined ? undefined : direction !== 'same'),
      dangerFound: yes('dangerFound'),
      backUp: yes('backUp'),
      policeOnScene: yes('policeOnScene'),
      disposition,
    });
    return { course, unmapped };
  };
}

function areaOf(
  place: { readonly latitude: number | null; readonly longitude: number | null } | null,
  words: CenterWords,
): string | undefined {
  if (place === null || place.latitude === null || place.longitude === null) return undefined;
  return words.areaAt(place.latitude, place.longitude) ?? undefined;
}

interface ChoiceColumn extends ChoiceRule {
  readonly column?: string;
  readonly always?: string;
  readonly unknown?: readonly string[];
}

function vocabularyOf(member: Member, words: CenterWords): (folded: string) => string | null {
  switch (member) {
    case 'outcome':
      return wordsOf(DISPOSITIONS);
    case 'unserved':
      return wordsOf(UNSERVED_REASONS);
    case 'channel':
      return wordsOf(CHANNELS.map((code) => ({ code, label: code })));
    case 'level':
    case 'recommendedLevel':
    case 'highestLevel':
      return wordsOf(LEVELS.map((code) => ({ code, label: LEVEL_NAMES[code] })));
    case 'direction':
      return wordsOf(['same', 'up', 'down'].map((code) => ({ code, label: code })));
    case 'language':
      return languageMeant;
    case 'area':
      return words.areaCalled;
    case 'response':
      return (folded) => (words.responses.has(folded) ? folded : null);
    case 'age':
      return () => null;
    default:
      return yesOrNo;
  }
}

function ageColumn(
  column: string,
  mapping: Mapping,
  layout: Layout,
  categories: NamedColumn | undefined,
): NamedColumn {
  const cell = cellReader(layout, column);
  const band = ageBandReader(mapping.age?.formats);
  return {
    column,
    read: (fields, receivedLocal) => {
      const chosen = categories?.read(fields, receivedLocal) ?? 'unmapped';
      if (chosen !== 'unmapped') return chosen;
      const read = band(cell(fields) ?? '', receivedLocal);
      return read === null ? 'unmapped' : { is: read };
    },
  };
}

function personReader(
  { person, unknown }: Mapping,
  layout: Layout,
  words: CenterWords,
): (fields: readonly string[]) => PersonId | undefined {
  if (person === undefined) return () => undefined;
  const cells: CellOf[] = person.columns.map((column) => cellReader(layout, column));
  const saysNothing = nothingSaid([...(unknown ?? USUAL_UNKNOWN), ...(person.unknown ?? [])]);
  return (fields) => {
    const parts = cells.map((cell) => (cell(fields) ?? '').normalize('NFC').toLowerCase());
    // Half a name and no birth date would make two people one.
    if (parts.some(saysNothing)) return undefined;
    return words.pseudonym(parts.join('\u001f')) as PersonId;
  };
}

interface Known {
  readonly alternative: boolean | undefined;
  readonly disposition: DispositionCode | undefined;
  readonly unserved: boolean;
  readonly happened: CourseTimes['happened'];
}

/** The steps that follow from the rest, where the export does not tell them itself. */
function followingSteps(
  told: Partial<Record<FunnelStep, boolean>>,
  { alternative, disposition, unserved, happened }: Known,
): Partial<Record<FunnelStep, boolean>> {
  const steps: Partial<Record<FunnelStep, boolean>> = {};
  if (unserved) Object.assign(steps, { eligible: true, assigned: false });
  if (alternative === false) steps.assigned = false;
  if (alternative === true) {
    steps.assigned = happened.dispatched ?? true;
    if (happened.arrived !== undefined) steps.arrived = happened.arrived;
    if (disposition !== undefined && MET[disposition] !== undefined)
      Object.assign(steps, MET[disposition]);
  }
  return { ...steps, ...told };
}

/** What the outcome of a team that went says of contact and service. */
const MET: Readonly<Partial<Record<DispositionCode, { contact: boolean; served: boolean }>>> = {
  'no-contact': { contact: false, served: false },
  refused: { contact: true, served: false },
  services: { contact: true, served: true },
  'services-transport': { contact: true, served: true },
  'services-transfer': { contact: true, served: true },
};

function between(recommended: Level | undefined, decided: Level | undefined) {
  if (recommended === undefined || decided === undefined) return undefined;
  const by = levelRank(decided) - levelRank(recommended);
  return by === 0 ? 'same' : by > 0 ? 'up' : 'down';
}

function asBoolean(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word === 'yes';
}

function cellOf(layout: Layout, column: string, fields: readonly string[]): string {
  return cellReader(layout, column)(fields) ?? '';
}

function filled<Told extends object>(told: Told): Told | undefined {
  return Object.keys(told).length === 0 ? undefined : told;
}

function withoutGaps(told: {
  readonly [Member in keyof PastCourse]: PastCourse[Member] | undefined;
}): PastCourse | null {
  const known: Record<string, unknown> = {};
  let any = false;
  for (const member in told) {
    const value = told[member as keyof PastCourse];
    if (value === undefined) continue;
    known[member] = value;
    any = true;
  }
  return any ? (known as PastCourse) : null;
}
