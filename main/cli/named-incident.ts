import { UnusableArguments } from './outcome.ts';
import type { Arguments } from './subcommand.ts';
import type { Desk } from '#main/desk/desk.ts';
import type { Operator } from '#shared/roster/operator.ts';
import { may } from '#shared/roster/permission.ts';

/** The number of an incident, which is the first word of the command. */
export function incidentNumberIn({ operands: [said = ''] }: Arguments): number {
  const number = Number(said);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new UnusableArguments(
    `"${said}" is no number of an incident`,
    'Name the incident by the number the queue shows, such as 12.',
  );
}

/** @throws UnusableArguments when nobody of that name may share `what`. */
export function whoShares(desk: Desk, name: string, what: string): Operator {
  const hello = desk.answer('desk.hello', {}, { operator: null, focus: null });
  const named = hello.ok ? hello.value.operators.find((each) => each.name === name) : undefined;
  if (named !== undefined && may(named.role, 'share-packet')) return named;
  throw new UnusableArguments(
    named === undefined
      ? `nobody here is called "${name}"`
      : `a ${named.role} may not share ${what}`,
    'Name a clinician, dispatcher or supervisor with --by, as the sign-on shows the name.',
  );
}
