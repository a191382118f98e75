/** One time a policy was put in force, or scheduled to be. */
export interface Adoption {
  /** Journal sequence: of two with the same time the later word counts. */
  readonly seq: number;
  readonly hash: string;
  /** ISO instant. */
  readonly effectiveFrom: string;
  /** Called off before its time had come. */
  readonly withdrawn: boolean;
}

/** Which adoption is in force at an instant (ISO), and which comes next; null when there is none. */
export interface Standing<A extends Adoption> {
  readonly inForce: A | null;
  readonly next: A | null;
}

/**
 * The adoption with the latest `effectiveFrom` that has come, among those nobody withdrew. Decided by the
 * clock alone, so a policy also goes live while CareDesk is closed.
 */
export function standingAt<A extends Adoption>(adoptions: readonly A[], at: string): Standing<A> {
  const then = Date.parse(at);
  const order = inOrder(adoptions);
  const begun = order.filter((each) => Date.parse(each.effectiveFrom) <= then);
  return { inForce: begun.at(-1) ?? null, next: order[begun.length] ?? null };
}

/**
 * What one step back puts in force again: the last other policy that was in force before the one that is
 * now. Null when there was none. Stepping back twice returns.
 */
export function stepBackAt<A extends Adoption>(adoptions: readonly A[], at: string): A | null {
  const then = Date.parse(at);
  const begun = inOrder(adoptions).filter((each) => Date.parse(each.effectiveFrom) <= then);
  const now = begun.at(-1);
  return begun.findLast((each) => each.hash !== now?.hash) ?? null;
}

/** Those that stand, in the order in which they take effect. */
export function inOrder<A extends Adoption>(adoptions: readonly A[]): A[] {
  return adoptions
    .filter((each) => !each.withdrawn)
    .sort((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom) || a.seq - b.seq);
}
