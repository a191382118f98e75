import type { Policy, Rule } from '#shared/policy/policy.ts';
import { say } from '../desk/desk-store.ts';
import { valueAt, without, written, type Path } from './document-path.ts';
import { addRule, gateOf, moveRule, moveRuleTo, ruleLists } from './edit-rules.ts';
import { actingCell } from './grid-focus.ts';
import { edit, goTo, shapeOf, speak, workshopStore } from './workshop-store.ts';

function draft(): Policy | null {
  return shapeOf(workshopStore.getState().document);
}

/** A new rule after this one, or at the end of this gate, with the question what it reads. */
export function insertRule(row: Path): void {
  const policy = draft();
  if (policy === null) return;
  const added = addRule(policy, row.at(-2) === 'rules' ? row : [...row, 'rules']);
  edit(() => added.policy);
  goTo([...added.path, 'when'], 'when', 'add');
}

/** Gates stay: only a rule is taken out, and the focus stays where it was. */
export function removeRule(row: Path): void {
  const policy = draft();
  if (policy === null || row.at(-2) !== 'rules') return;
  const { id } = valueAt(policy, row) as Rule;
  const left = (valueAt(policy, row.slice(0, -1)) as readonly Rule[]).length - 1;
  edit((now) => without(now, row));
  const at = Math.min(Number(row.at(-1)), left - 1);
  if (left === 0) goTo([...row.slice(0, -2), 'title'], 'id');
  else goTo([...row.slice(0, -1), at, 'id'], 'id');
  say({ tone: 'done', text: `Rule ${id} is removed. Ctrl+Z brings it back.`, cause: null });
}

export function shiftRule(row: Path, by: 1 | -1): void {
  const policy = draft();
  if (policy === null || row.at(-2) !== 'rules') return;
  const next = moveRule(policy, row, by);
  if (next === null) return speak('It cannot go further.');
  arrive(next.policy, next.path, actingCell()?.dataset['column'] ?? 'id');
}

/** Moves the rule to the end of another list of rules. */
export function sendToGate(row: Path, list: Path): void {
  const policy = draft();
  if (policy === null) return;
  const next = moveRuleTo(policy, row, list);
  arrive(next.policy, next.path, 'id');
}

function arrive(policy: Policy, path: Path, column: string): void {
  edit(() => policy);
  goTo([...path, column], column);
  speak(`Now number ${Number(path.at(-1)) + 1} of ${gateOf(policy, path)}.`);
}

/** Every list of rules a rule can stand in. */
export function gateChoices(policy: Policy) {
  return ruleLists(policy).map((list) => ({
    id: written(list),
    label: gateOf(policy, [...list, 0]),
    detail: list[0] === 'gates' ? (policy.gates[Number(list[1])]?.level ?? '') : 'EMS besides',
  }));
}
