/** What a figure made of sums over people is made of: these sums multiplied, divided by those. */
export interface QuotientOfSums<Person> {
  readonly above: readonly ((each: Person) => number)[];
  readonly below: readonly ((each: Person) => number)[];
}

/** The logarithm of a figure, and how far it would be off if other people had come. */
export interface LogEstimate {
  readonly log: number;
  readonly variance: number;
  /** Of freedom, of the variance: few when a few people make most of it. */
  readonly degrees: number;
}

/**
 * Leaves out one person after the other (the delete-one-cluster jackknife: Efron and Stein, Annals of Statistics 9,
 * 1981; as the robust variance CR3 it errs on the wide side in small samples: Bell and McCaffrey, Survey
 * Methodology 28, 2002). A person's calls stay together, before and after, so neither that people differ nor that
 * calls come in bursts makes the interval too narrow. The degrees of freedom are those of a variance made of parts
 * with this kurtosis (Satterthwaite's moments, Biometrics Bulletin 2, 1946), at most people less one.
 *
 * Null when there is no figure: fewer than two people, a sum of nothing, or one that is all one person's.
 */
export function jackknifeByPerson<Person>(
  people: readonly Person[],
  { above, below }: QuotientOfSums<Person>,
): LogEstimate | null {
  const count = people.length;
  if (count < 2) return null;
  let log = 0;
  const moved = new Float64Array(count);
  for (const [parts, sign] of [
    [above, 1],
    [below, -1],
  ] as const)
    for (const part of parts) {
      let sum = 0;
      for (const each of people) sum += part(each);
      if (sum <= 0) return null;
      log += sign * Math.log(sum);
      let at = 0;
      for (const each of people) {
        const without = 1 - part(each) / sum;
        if (without <= 1e-12) return null;
        moved[at] = (moved[at] ?? 0) + sign * Math.log(without);
        at += 1;
      }
    }
  return { log, ...spreadOf(moved) };
}

function spreadOf(moved: Float64Array): Omit<LogEstimate, 'log'> {
  const count = moved.length;
  let [mean, squares, fourths] = [0, 0, 0];
  for (const each of moved) mean += each / count;
  for (const each of moved) {
    const square = (each - mean) ** 2;
    squares += square;
    fourths += square * square;
  }
  const kurtosis = squares > 0 ? (fourths * count) / (squares * squares) : 3;
  const degrees = kurtosis > 1 ? (2 * (count - 1)) / (kurtosis - 1) : count - 1;
  return {
    variance: (squares * (count - 1)) / count,
    degrees: Math.max(1, Math.min(count - 1, degrees)),
  };
}
