import { costMistakes, type CostLine } from './cost-lines.ts';
import type { CostEvent, CostVersion } from './cost-events.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { refuse, type Refusal } from '../lib/refusal.ts';

/** Where the document stands: which version counts, and the highest number ever given. */
export interface CostsStanding {
  readonly inForce: CostVersion;
  readonly last: number;
}

/** `seen` is the version that was on the screen: nobody writes over what they have not read. */
export function setCosts(
  { inForce, last }: CostsStanding,
  seen: number,
  lines: readonly CostLine[],
  note: string,
): CostEvent[] | Refusal {
  if (inForce.version !== seen) return changedMeanwhile(inForce);
  const [mistake] = costMistakes(lines);
  if (mistake !== undefined)
    return refuse('cost-line', `${mistake} Correct it and save again. Nothing was changed.`);
  if (canonicalJson(lines) === canonicalJson(inForce.lines)) return [];
  return [{ type: 'costs.set', version: last + 1, lines, note: note.trim() }];
}

/** One person may do it at once: a wrong assumption makes a wrong figure, and harms nobody by going. */
export function withdrawCosts(
  { inForce }: CostsStanding,
  version: number,
  reason: string,
): CostEvent[] | Refusal {
  if (inForce.version !== version) return changedMeanwhile(inForce);
  if (inForce.version === 0)
    return refuse(
      'shipped',
      'These are the assumptions as shipped; there are none before them. Change them instead. Nothing was changed.',
    );
  return [{ type: 'costs.withdrawn', version, reason: reason.trim() }];
}

function changedMeanwhile({ version }: CostVersion): Refusal {
  return refuse(
    'costs-changed',
    `Somebody else has changed the assumptions meanwhile: version ${version} counts now. Nothing was changed; look at it, then change it again.`,
  );
}

/** The lines by which two documents differ, by name, for people. */
export function changedLines(from: readonly CostLine[], to: readonly CostLine[]): string[] {
  const before = new Map(from.map((line) => [line.id, line]));
  const after = new Set(to.map(({ id }) => id));
  return [
    ...to.flatMap((line) => {
      const old = before.get(line.id);
      if (old === undefined) return [`${line.label} was added`];
      if (canonicalJson(old) === canonicalJson(line)) return [];
      const numbers = ({ low, likely, high }: CostLine) => `${low} / ${likely} / ${high}`;
      return numbers(old) === numbers(line)
        ? [`${line.label}: words`]
        : [`${line.label}: ${numbers(old)} → ${numbers(line)}`];
    }),
    ...from.flatMap(({ id, label }) => (after.has(id) ? [] : [`${label} was removed`])),
  ];
}
