import type { ListWords } from './difference-lists.ts';
import { memberDifferences, turned, type MemberWords } from './difference-members.ts';
import type { Condition, ResponseDefinition } from '../policy.ts';
import { conditionsText, type Names } from './policy-names.ts';
import { listed, quote } from './policy-words.ts';

const name = ({ label }: ResponseDefinition) => quote(label);
const subject = (response: ResponseDefinition) => `response ${name(response)}`;

/** How changes of the responses are said. */
export function responseWords(names: Names): ListWords<ResponseDefinition> {
  const words = memberWords(names);
  return {
    path: '$.responses',
    keys: [({ id }) => id],
    subject,
    name,
    stands: 'stands',
    added: ({ who, level, unarmedOnly, teamTypes, promiseMinutes }) => {
      const teams = teamTypes.length === 0 ? 'no team' : listed(teamTypes.map(names.team), 'or');
      const arms = unarmedOnly ? 'without police' : 'with police';
      return `A new response for ${level}, ${arms}: ${who}. Sends ${teams} within ${promiseMinutes} min.`;
    },
    removed: ({ level, who }) => `Can no longer be sent; it was meant for ${level}: ${who}.`,
    changed: (was, is, path) => memberDifferences(was, is, { subject: subject(is), path, words }),
  };
}

function memberWords(names: Names): MemberWords<ResponseDefinition> {
  const inTurn = (ids: readonly string[], of: (id: string) => string) =>
    ids.length === 0 ? 'nobody' : ids.map(of).join(', then ');
  return {
    label: (was, is) => `Is now called ${quote(is)} (before: ${quote(was)}).`,
    who: (was, is) => turned('Who comes is', quote(was), quote(is)),
    level: (was, is) =>
      `Is meant for ${is} now (before: ${was}); choosing something lower takes a reason.`,
    unarmedOnly: (_, is) =>
      is
        ? 'No police officer comes with it any more, so it waits for the mandatory questions.'
        : 'A police officer comes with it now, so it may go while mandatory questions are open.',
    byPhone: (_, is) =>
      is
        ? 'Is given by phone now; nobody travels.'
        : 'Is no longer given by phone; somebody travels.',
    teamTypes: (was, is) =>
      turned('Who is sent is', inTurn(was, names.team), inTurn(is, names.team)),
    sends: (_, is) =>
      is === 'one-of-each'
        ? 'Sends one unit of each of its team types now (before: one unit of any of them).'
        : 'Sends one unit of any of its team types now (before: one of each).',
    promiseMinutes: (was, is) => `Promises contact within ${is} min (before: ${was} min).`,
    fallbacks: (was, is) =>
      turned(
        'When nobody is free, the offer is',
        inTurn(was, names.response),
        inTurn(is, names.response),
      ),
    alternative: (was, is) =>
      (was ?? false) === (is ?? false)
        ? 'Does not count as an alternative response, as before; it is written out now or left out.'
        : is === true
          ? 'Counts as an alternative response now: when none comes, a reason is asked for.'
          : 'No longer counts as an alternative response: nobody has to say why it did not come.',
    needs: (was, is) => needsChange(was, is, names),
  };
}

function needsChange(
  was: readonly Condition[] | undefined,
  is: readonly Condition[] | undefined,
  names: Names,
): string {
  const text = (conditions: readonly Condition[] | undefined) =>
    conditions === undefined ? 'for every call' : conditionsText(conditions, names);
  if (text(was) === text(is))
    return turned('What must be so before it is recommended is', text(was), text(is));
  return `May be recommended only ${text(is)} (before: ${text(was)}).`.replace(
    'only for every call',
    'for every call',
  );
}
