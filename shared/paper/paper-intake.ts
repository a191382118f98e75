import type { PaperGate, PaperIntake } from './paper-kit.ts';
import { DISPOSITIONS } from '../incident/disposition.ts';
import {
  findFact,
  findResponse,
  type Condition,
  type Policy,
  type Rule,
} from '../policy/policy.ts';

/** The policy as it stands on a sheet of paper: what to ask, and who goes for which answers. */
export function paperIntake(policy: Policy): PaperIntake {
  const gate = (title: string, response: string, rules: readonly Rule[]): PaperGate => ({
    title,
    response: findResponse(policy, response).label,
    rules: rules.map(({ when, response: other }) => ({
      when:
        when.length === 0
          ? 'in every other case'
          : when.map((each) => inShort(policy, each)).join(', '),
      response: other === undefined ? null : findResponse(policy, other).label,
    })),
  });
  const { medical, gates, facts } = policy;
  return {
    questions: facts.map(({ topic, label, question, mandatory }) => ({
      topic,
      label,
      question,
      mandatory,
    })),
    medical: gate(medical.title, medical.response, medical.rules),
    gates: gates.map(({ level, title, response, rules }) => ({
      level,
      ...gate(title, response, rules),
    })),
    dispositions: DISPOSITIONS.map(({ label }) => label),
  };
}

/** “Weapon in hand: yes”; not asked and unknown are said as “open”. */
function inShort(policy: Policy, { fact, is }: Condition): string {
  const label = findFact(policy, fact)?.label ?? fact;
  const open = is.includes('unknown') && is.includes('not-asked');
  const readings = open ? [...is.filter((each) => each === 'yes' || each === 'no'), 'open'] : is;
  return `${label}: ${readings.map((each) => (each === 'not-asked' ? 'not asked' : each)).join(' or ')}`;
}
