import {
  byId,
  componentsOf,
  incidentIn,
  lineOf,
  member,
  referred,
  type Component,
} from './components.ts';
import { sentTime } from './sent-time.ts';
import type { SentLocation } from './sent-eido.ts';

const WHERE_FIRST = ['currentincident', 'initial', 'caller'];

/** The locations of the document, the incident's own first: those it refers to, then the calls', then the rest. */
export function sentLocations(document: Component): SentLocation[] {
  const all = byId(componentsOf(document, 'locationComponent'));
  const incident = incidentIn(document);
  const named = [
    ...(incident === null ? [] : referred(incident, 'locationReference', all)),
    ...componentsOf(document, 'callComponent').flatMap((call) =>
      referred(call, 'locationReference', all),
    ),
    ...all.values(),
  ];
  const rank = ({ type }: SentLocation) => {
    const at = WHERE_FIRST.indexOf(type.toLowerCase());
    return at === -1 ? WHERE_FIRST.length : at;
  };
  return [...new Set(named)]
    .map((each) => ({
      type: lineOf(each, 'locationTypeDescriptionRegistryText', 60) ?? 'Other',
      pidfLo:
        typeof member(each, 'locationByValue') === 'string'
          ? (member(each, 'locationByValue') as string)
          : null,
      description: lineOf(each, 'locationDescriptionText', 300),
      at: sentTime(member(each, 'lastUpdateTimeStamp')),
    }))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 20);
}
