import { readPath } from './document-path.ts';
import { goTo, shapeOf, showSection, workshopStore, type Section } from './workshop-store.ts';

const SECTION_OF: Readonly<Record<string, Section>> = {
  gates: 'rules',
  medical: 'rules',
  facts: 'facts',
  responses: 'responses',
  teamTypes: 'teams',
  callTypes: 'call-types',
  promises: 'promises',
  statusLimits: 'limits',
};

/** The section that shows this place of the document; null for what no table shows. */
export function sectionOf(path: string): Section | null {
  const [member, inner] = readPath(path);
  if (member === 'phoneDesk') return inner === 'receivers' ? 'receivers' : 'phone';
  return SECTION_OF[String(member)] ?? null;
}

/** Shows the place a problem, a change or a counter-example is about. */
export function jumpTo(path: string): void {
  const section = sectionOf(path);
  if (section === null) return;
  showSection(section);
  goTo(path, String(readPath(path).at(-1) ?? ''));
}

/** Where a rule of this id stands in the draft; null when it stands nowhere. */
export function pathOfRule(id: string): string | null {
  const policy = shapeOf(workshopStore.getState().document);
  if (policy === null) return null;
  const medical = policy.medical.rules.findIndex((rule) => rule.id === id);
  if (medical >= 0) return `$.medical.rules[${medical}]`;
  for (const [gate, { rules }] of policy.gates.entries()) {
    const at = rules.findIndex((rule) => rule.id === id);
    if (at >= 0) return `$.gates[${gate}].rules[${at}]`;
  }
  return null;
}
