import type { Reading } from '#shared/facts/fact.ts';
import { CLAIMS, type Verdict, type Violation } from '#shared/policy/proof/verdict.ts';
import type { Policy } from '#shared/policy/policy.ts';
import { LevelBadge } from '../parts/level-badge.tsx';
import { responseLabel } from './cells.tsx';
import { factLabel } from './condition-chips.tsx';
import { combinationsText, counted, msText } from './draft-words.ts';
import { READING_LABELS } from './edit-rules.ts';
import { jumpTo, pathOfRule } from './jump.ts';
import { tellingAnswers, withoutClaim } from './proof-words.ts';

/** Whether every claim holds for every combination of answers; where one does not, when. */
export function ProofPanel({
  verdict,
  policy,
  jumps,
}: {
  readonly verdict: Verdict & { readonly ms: number };
  readonly policy: Policy | null;
  readonly jumps: boolean;
}) {
  const { proved, combinations, rules, violations, ms } = verdict;
  return (
    <div className="proof" data-proved={proved}>
      <p className="proof-line">
        <b>{proved ? 'Proved' : `Not proved: ${counted(violations.length, 'counter-example')}`}</b>
        <span>
          {combinationsText(combinations)} combinations · {counted(rules, 'rule')} · {msText(ms)}
        </span>
      </p>
      {violations.length > 0 && (
        <ol className="violations">
          {violations.map((violation, at) => (
            <li key={`${violation.invariant} ${at}`}>
              <Broken violation={violation} policy={policy} jumps={jumps} />
            </li>
          ))}
        </ol>
      )}
      <details className="claims">
        <summary>
          {counted(Object.keys(CLAIMS).length, 'claim')} that every policy has to keep
        </summary>
        <ul>
          {Object.entries(CLAIMS).map(([claim, says]) => {
            const broken = violations.some(({ invariant }) => invariant === claim);
            return (
              <li key={claim} data-broken={broken}>
                <span aria-hidden="true">{broken ? '▲' : '✓'}</span>
                <span className="spoken">{broken ? 'Broken: ' : 'Kept: '}</span> {says}
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}

function Broken({
  violation: { invariant, says, counterExample },
  policy,
  jumps,
}: {
  readonly violation: Violation;
  readonly policy: Policy | null;
  readonly jumps: boolean;
}) {
  const { facts, turnsOn, level, response, whereas, availability, rule, path } = counterExample;
  const shown = turnsOn ?? Object.keys(facts ?? {});
  const place = path ?? (rule === undefined ? null : pathOfRule(rule));
  const name = (fact: string) => (policy === null ? fact : factLabel(policy, fact));
  const goes = (id: string) => (policy === null ? id : responseLabel(policy, id));
  return (
    <>
      <p className="violation-claim">{CLAIMS[invariant]}</p>
      <p className="violation-says">{withoutClaim(says, CLAIMS[invariant])}</p>
      {facts !== undefined && <Answers facts={facts} turnsOn={shown} name={name} />}
      {availability !== undefined && (
        <dl className="answers">
          {Object.entries(availability).map(([team, free]) => (
            <div key={team}>
              <dt>{policy?.teamTypes.find(({ id }) => id === team)?.label ?? team}</dt>
              <dd>{free}</dd>
            </div>
          ))}
        </dl>
      )}
      {level !== undefined && (
        <p className="violation-goes">
          → <LevelBadge level={level} /> {response === undefined ? '' : goes(response)}
        </p>
      )}
      {whereas !== undefined && (
        <p className="violation-goes">
          and if <b>{name(whereas.fact)}</b> is <b>{READING_LABELS[whereas.answer]}</b>, then{' '}
          <LevelBadge level={whereas.level} /> {goes(whereas.response)}
        </p>
      )}
      {jumps && place !== null && (
        <button type="button" className="jump" onClick={() => jumpTo(place)}>
          {rule === undefined ? 'Go there' : `Go to rule ${rule}`}
        </button>
      )}
    </>
  );
}

/** What stands out is a row of its own; what is plainly no, or was never asked, is said in one line. */
function Answers({
  facts,
  turnsOn,
  name,
}: {
  readonly facts: Readonly<Record<string, Reading>>;
  readonly turnsOn: readonly string[];
  readonly name: (fact: string) => string;
}) {
  const { rows, rest } = tellingAnswers(facts, turnsOn);
  return (
    <>
      {rows.length > 0 && (
        <dl className="answers">
          {rows.map(({ fact, reading }) => (
            <div key={fact}>
              <dt>{name(fact)}</dt>
              <dd>{READING_LABELS[reading]}</dd>
            </div>
          ))}
        </dl>
      )}
      {rest.map(({ reading, facts: all }) => (
        <details key={reading} className="answers-rest">
          <summary>
            {counted(all.length, 'fact')}: {READING_LABELS[reading]}
          </summary>
          {all.map(name).join(', ')}
        </details>
      ))}
    </>
  );
}
