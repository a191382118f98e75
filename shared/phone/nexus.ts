import { mentionsIn, saidIn } from '../call-type/narrative-nexus.ts';
import type { Said } from '../call-type/words-flag.ts';
import { readAsGiven, type Facts } from '../facts/fact.ts';
import type { FactDefinition, Policy } from '../policy/policy.ts';

/** Why a call or an incident may be about mental health or substance use, for a clinician to look at. */
export interface Nexus {
  /** A type or an answer says so; *possible* is only a reason to look. */
  readonly standing: 'yes' | 'possible';
  /** In words, the surest first: never empty. */
  readonly because: readonly string[];
}

/** What is known of it: of a waiting call only its type and the caller's first words. */
export interface NexusSource {
  readonly callType: string | null;
  readonly facts: Facts;
  readonly words: string;
  /** What the notes of dispatch mention; none of a call that waits. */
  readonly narrative?: { readonly noted: readonly Said[] };
}

/** Facts of the policy's situation that are about behavior or substances; every suicide fact is. */
const NEXUS_FACTS: readonly string[] = ['behavioral', 'substance', 'overdose'];

/**
 * The behavioral nexus, as a rule anybody can check: what the call type is, what was answered yes or unknown,
 * and plain phrases in the caller's words. It looks at what was said and never at who called, and it lowers
 * nothing: no answer takes away what another source says. Null when nothing points to it.
 */
export function nexusOf(source: NexusSource, policy: Policy): Nexus | null {
  const type = policy.callTypes.find(({ code }) => code === source.callType);
  const facts = policy.facts.filter(isAboutNexus);
  const read = ({ id, hearsayNo }: FactDefinition) =>
    readAsGiven(source.facts, id, hearsayNo !== undefined);
  const said = (answer: 'yes' | 'unknown') =>
    facts.filter((fact) => read(fact) === answer).map(({ label }) => `${label}: ${answer}`);
  const typed = (behavioral: 'yes' | 'ask') =>
    type?.behavioral === behavioral ? [`type: ${type.label}, ${behavioral}`] : [];
  const sure = [...typed('yes'), ...said('yes')];
  const words = saidIn(mentionsIn(source.words)).slice(0, MOST_PHRASES);
  const noted = (source.narrative?.noted ?? []).slice(0, MOST_PHRASES);
  const because = [
    ...sure,
    ...said('unknown'),
    ...words.map((each) => `words: ${quoted(each)}`),
    ...noted.map((each) => `note: ${quoted(each)}`),
    ...typed('ask'),
  ];
  if (because.length === 0) return null;
  return { standing: sure.length > 0 ? 'yes' : 'possible', because };
}

function isAboutNexus({ id, topic }: FactDefinition): boolean {
  return topic === 'suicide' || NEXUS_FACTS.includes(id);
}

/** As many as a row can say; who wants to know more reads the words themselves. */
const MOST_PHRASES = 3;

/** What is said not to be so was mentioned all the same. */
function quoted({ said, denied }: Said): string {
  return denied ? `“${said}”, said not to be so` : `“${said}”`;
}
