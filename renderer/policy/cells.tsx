import type { Policy } from '#shared/policy/policy.ts';
import type { Path } from './document-path.ts';
import type { GridCell } from './grid-cell.ts';

export function textCell(member: string, label: string, path: Path, value: unknown): GridCell {
  return {
    column: member,
    label,
    path: [...path, member],
    value,
    kind: { by: 'text' },
    shown:
      typeof value === 'string' && value !== '' ? <span dir="auto">{value}</span> : <Missing />,
  };
}

export function Missing() {
  return <span className="missing">to be written</span>;
}

export function verifyCell(path: Path, value: boolean): GridCell {
  return {
    ...switchCell('verify', 'Still to be verified', path, value, 'yes', 'no'),
    className: 'tight',
    shown: value ? (
      <span className="quiet">verify</span>
    ) : (
      <span className="verified">✓ verified</span>
    ),
  };
}

export function switchCell(
  member: string,
  label: string,
  path: Path,
  value: unknown,
  on: string,
  off: string,
): GridCell {
  return {
    column: member,
    label,
    path: [...path, member],
    value,
    kind: { by: 'switch' },
    shown: value === true ? on : <span className="quiet">{off}</span>,
  };
}

/** Words of the table itself, which nobody changes. */
export function stillCell(path: Path, column: string, text: string, className: string): GridCell {
  return {
    column,
    label: text,
    path,
    value: text,
    shown: text,
    className,
    kind: { by: 'nothing' },
  };
}

export function responseLabel(policy: Policy, id: string): string {
  const label = policy.responses.find((response) => response.id === id)?.label ?? '';
  return label === '' ? id : label;
}

export function responseChoices(policy: Policy) {
  return policy.responses.map(({ id, label, who }) => ({
    id,
    label: label === '' ? id : label,
    detail: who,
  }));
}
