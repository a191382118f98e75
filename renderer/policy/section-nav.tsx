import type { Policy } from '#shared/policy/policy.ts';
import { Keys } from '../parts/kbd.tsx';
import { LevelBadge } from '../parts/level-badge.tsx';
import { DraftTools } from './draft-tools.tsx';
import { sectionOf } from './jump.ts';
import { PHONE_FIGURES } from './phone-figures.ts';
import { goTo, SECTIONS, showSection, useWorkshop, type Section } from './workshop-store.ts';

export const SECTION_LABELS: Readonly<Record<Section, string>> = {
  rules: 'Rules',
  facts: 'Facts',
  responses: 'Responses',
  teams: 'Team types',
  'call-types': 'Call types',
  promises: 'Promises',
  limits: 'Status limits',
  phone: 'Phone desk',
  receivers: 'Receivers',
};

function countOf(policy: Policy, section: Section): number {
  switch (section) {
    case 'rules':
      return [policy.medical, ...policy.gates].reduce((sum, { rules }) => sum + rules.length, 0);
    case 'facts':
      return policy.facts.length;
    case 'responses':
      return policy.responses.length;
    case 'teams':
      return policy.teamTypes.length;
    case 'call-types':
      return policy.callTypes.length;
    case 'promises':
      return 4;
    case 'limits':
      return policy.statusLimits?.length ?? 0;
    case 'phone':
      return policy.phoneDesk === undefined ? 0 : PHONE_FIGURES.length + 1;
    case 'receivers':
      return policy.phoneDesk?.receivers.length ?? 0;
  }
}

/** The parts of a policy; under the rules each gate, to go straight to it. */
export function SectionNav({ policy }: { readonly policy: Policy }) {
  const section = useWorkshop((state) => state.section);
  const problems = useWorkshop((state) => state.examination?.problems);
  return (
    <nav className="workshop-nav" aria-label="Parts of the policy">
      <ul>
        {SECTIONS.map((each, at) => {
          const wrong = problems?.filter(({ path }) => sectionOf(path) === each).length ?? 0;
          return (
            <li key={each}>
              <button
                type="button"
                aria-current={section === each ? 'page' : undefined}
                onClick={() => showSection(each)}
              >
                <Keys keys={String(at + 1)} />
                <span>{SECTION_LABELS[each]}</span>
                {wrong > 0 ? (
                  <span className="count wrong">
                    ▲ {wrong}
                    <span className="spoken"> to solve</span>
                  </span>
                ) : (
                  <span className="count">{countOf(policy, each)}</span>
                )}
              </button>
              {each === 'rules' && section === 'rules' && <Gates policy={policy} />}
            </li>
          );
        })}
      </ul>
      <DraftTools />
    </nav>
  );
}

function Gates({ policy }: { readonly policy: Policy }) {
  const gates = [
    { key: 'medical', path: ['medical', 'title'], level: null, ...pick(policy.medical) },
    ...policy.gates.map((gate, at) => ({
      key: `gate ${at}`,
      path: ['gates', at, 'title'],
      level: gate.level,
      ...pick(gate),
    })),
  ];
  return (
    <ul className="nav-gates">
      {gates.map(({ key, path, level, title, count }) => (
        <li key={key}>
          <button type="button" onClick={() => goTo(path, 'id')}>
            {level === null ? (
              <span className="medical-badge">EMS</span>
            ) : (
              <LevelBadge level={level} />
            )}
            <span>{title}</span>
            <span className="count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function pick({ title, rules }: { readonly title: string; readonly rules: readonly unknown[] }) {
  return { title, count: rules.length };
}
