import type { CenterWords } from './course-reader.ts';
import { USUAL_FORMATS } from './mapping.ts';
import type { Mapping } from './mapping-schema.ts';
import { fold } from './call-type-table.ts';
import { NAMED_FORMATS } from './time-pattern.ts';
import {
  problemsIn,
  type Mistake,
  type PolicyProblem,
} from '../policy/document/policy-problems.ts';
import { isLanguage } from '../unit/language.ts';

/** What a center is asked about a mapping: whether it has what the mapping speaks of. */
export interface CenterKnows extends Pick<CenterWords, 'responses' | 'areaCalled'> {
  readonly areaNames: readonly string[];
  /** IANA zone of the center; null before it is set up. */
  readonly zone: string | null;
}

/** What a mapping speaks of that this center does not have: responses, areas, languages, a zone. */
export function centerProblems(mapping: Mapping, center: CenterKnows): readonly PolicyProblem[] {
  return problemsIn(mapping, [...unknownWords(mapping, center), ...zoneNeeded(mapping, center)]);
}

function unknownWords(mapping: Mapping, center: CenterKnows): Mistake[] {
  const checks = {
    response: {
      knows: (id: string) => center.responses.has(id),
      of: `Use one of ${[...center.responses.keys()].join(', ')}.`,
    },
    area: {
      knows: (id: string) => center.areaCalled(fold(id)) !== null,
      of: `Use the id of an area of the policy: ${center.areaNames.slice(0, 12).join(', ')} …`,
    },
    language: { knows: isLanguage, of: 'Use a BCP-47 tag such as es or pl.' },
  } as const;
  return (['response', 'area', 'language'] as const).flatMap((member) => {
    const { values = [], otherwise, always } = mapping[member] ?? {};
    const { knows, of } = checks[member];
    const named: [readonly PropertyKey[], string | undefined][] = [
      ...values.map(({ is }, index): [PropertyKey[], string] => [
        [member, 'values', index, 'is'],
        is,
      ]),
      [[member, 'otherwise'], otherwise],
      [[member, 'always'], always],
    ];
    return named.flatMap(([at, word]) =>
      word === undefined || knows(word)
        ? []
        : [{ at, message: `This center has no ${member} “${word}”.`, remedy: of }],
    );
  });
}

/** A time in UTC or with an offset becomes one of the wall clock, for which the zone has to be known. */
function zoneNeeded({ times, ...mapping }: Mapping, { zone }: CenterKnows): Mistake[] {
  if (zone !== null || times?.zone !== undefined) return [];
  const moments = [mapping.received, mapping.arrived, mapping.dispatched, mapping.closed];
  const formats = [
    ...(times?.formats ?? USUAL_FORMATS),
    ...moments.flatMap((moment) => moment?.formats ?? []),
  ];
  const isInstant = (format: string) =>
    format.startsWith('epoch-') ||
    (!NAMED_FORMATS.some((name) => name === format) &&
      format.replace(/\[[^\]]*\]/g, '').includes('Z'));
  if (times?.written !== 'utc' && !formats.some(isInstant)) return [];
  return [
    {
      at: ['times', 'zone'],
      message: 'Times are in UTC or carry an offset, and the zone of the center is not known.',
      remedy: 'Write the zone, such as "zone": "America/Chicago".',
    },
  ];
}
