import { placeOf, type ListWords } from './difference-lists.ts';
import { memberDifferences, turned, type MemberWords } from './difference-members.ts';
import type { FactDefinition, Policy } from '../policy.ts';
import { quote } from './policy-words.ts';
import { isHigher, type Level } from '../../routing/level.ts';

const name = ({ label }: FactDefinition) => quote(label);
const subject = (fact: FactDefinition) => `fact ${name(fact)}`;

/** How changes of the questions are said. */
export function factWords(after: Policy): ListWords<FactDefinition> {
  return {
    path: '$.facts',
    keys: [({ id }) => id],
    subject,
    name,
    stands: 'asked',
    added: (fact) => {
      const place = placeOf(after.facts[after.facts.indexOf(fact) - 1], { name });
      const must = fact.mandatory ? ' It is mandatory.' : '';
      return `A new ${fact.topic} question, asked ${place}: ${quote(fact.question)}${must}`;
    },
    removed: ({ question }) => `No longer asked: ${quote(question)}`,
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

const words: MemberWords<FactDefinition> = {
  topic: (was, is) => `Belongs to the ${is} questions now (before: ${was}).`,
  question: (was, is) => `Is asked as ${quote(is)} (before: ${quote(was)}).`,
  label: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
  why: (was, is) => turned('What the answer is for is', quote(was), quote(is)),
  mandatory: (_, is) =>
    is
      ? 'Is now mandatory: no unarmed-only response may go while it is not asked.'
      : 'Is no longer mandatory: an unarmed-only response may go while it is not asked.',
  agesAfterMinutes: (was, is) => {
    if (is === null) return `No longer has to be asked again (before: after ${was} min).`;
    const before = was === null ? 'never' : `after ${was} min`;
    return `Has to be asked again after ${is} min (before: ${before}).`;
  },
  atLeast: (was, is) => floorChange(was, is),
  hearsayNo: (_, is) =>
    is === undefined
      ? 'A no from somebody who was only told, or from a record, now counts as no (before: as unknown).'
      : 'A no from somebody who was only told, or from a record, now counts as unknown (before: as no).',
};

function floorChange(was: Level | undefined, is: Level | undefined): string {
  if (is === undefined)
    return `A yes has no lowest level any more (before: ${was}): the rules may answer it at any level.`;
  if (was === undefined)
    return `A yes must now be answered at ${is} or higher (before: at any level).`;
  return isHigher(is, was)
    ? `A yes must now be answered at ${is} or higher (before: ${was}).`
    : `A yes may now be answered as low as ${is} (before: not below ${was}).`;
}
