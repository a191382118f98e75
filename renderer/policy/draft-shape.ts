import type { Policy } from '#shared/policy/policy.ts';

/** A document as it is being written: a JSON object, not yet known to be a policy. */
export type Draft = Readonly<Record<string, unknown>>;

type Shape =
  'text' | 'number' | 'any' | readonly [Shape] | { readonly [member: string]: Shape } | Optional;
interface Optional {
  readonly optional: Shape;
}

const may = (optional: Shape): Optional => ({ optional });
const CONDITIONS: Shape = [{ fact: 'text', is: ['text'] }];
const RULES: Shape = [{ id: 'text', when: CONDITIONS, because: 'text', source: 'any' }];

/** Only what the tables reach into. Whether the values mean something is for main to say. */
const POLICY: Shape = {
  version: 'text',
  facts: [{ id: 'text', label: 'text', question: 'text', why: 'text' }],
  responses: [
    {
      id: 'text',
      label: 'text',
      teamTypes: ['text'],
      fallbacks: ['text'],
      needs: may(CONDITIONS),
    },
  ],
  gates: [{ id: 'text', level: 'text', title: 'text', response: 'text', rules: RULES }],
  medical: { id: 'text', title: 'text', response: 'text', rules: RULES },
  teamTypes: [
    {
      id: 'text',
      label: 'text',
      requiredRoles: ['text'],
      areas: may(['text']),
      callTypes: may(['text']),
      hours: [{ days: ['number'], from: 'number', to: 'number' }],
    },
  ],
  areas: [{ id: 'text', name: 'text' }],
  callTypes: [{ code: 'text', label: 'text', states: [{ fact: 'text', answer: 'text' }] }],
  policeRoles: may(['text']),
  promises: {},
  statusLimits: may([{ status: 'text', teamTypes: may(['text']) }]),
  phoneDesk: may({ receivers: [{ id: 'text', label: 'text', kind: 'text' }] }),
};

/** The document as tables can show it, or null when it is too far from a policy to be shown. */
export function asPolicy(document: Draft | null): Policy | null {
  return document !== null && fits(document, POLICY) ? (document as unknown as Policy) : null;
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'any') return true;
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'number') return typeof value === 'number';
  if (isList(shape)) return Array.isArray(value) && value.every((each) => fits(each, shape[0]));
  if (isOptional(shape))
    return value === undefined || value === null || fits(value, shape.optional);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(shape).every(([member, inner]) =>
    fits((value as Record<string, unknown>)[member], inner),
  );
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isOptional(shape: Exclude<Shape, string>): shape is Optional {
  return 'optional' in shape;
}
