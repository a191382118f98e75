import { act, fireEvent } from '@testing-library/react';
import type { Difference } from '#shared/policy/difference/differences.ts';
import type { Examination, WhatIfReport, Workshop } from '#shared/policy/workshop-view.ts';
import { workshopStore } from '#renderer/policy/workshop-store.ts';
import { ago, POLICY } from './sheets-fixtures.ts';
import { settled } from './fake-feed.ts';

export const HASH = 'a'.repeat(64);

export function workshop(more: Partial<Workshop> = {}): Workshop {
  return {
    inForce: { policy: POLICY, hash: HASH },
    scheduled: null,
    proposal: null,
    draft: null,
    history: [
      {
        hash: HASH,
        version: POLICY.version,
        title: POLICY.title,
        adoptedAt: ago(5000),
        effectiveFrom: '2026-03-03T20:00:00.000Z',
        how: 'published',
        proposedByName: 'Sam Whitfield',
        approvedByName: 'Rosa Lund',
        reason: 'First policy of our own.',
        state: 'in-force',
      },
    ],
    stepBack: null,
    ...more,
  };
}

export const CHANGE: Difference = {
  subject: 'rule L4-WEAPON',
  kind: 'changed',
  says: 'Also fires when “Weapon in hand” is unknown.',
  path: '$.gates[0].rules[0]',
};

export function proved(differences: readonly Difference[] = [CHANGE]): Examination {
  return {
    problems: [],
    differences,
    verdict: {
      proved: true,
      combinations: '240000000000000000',
      rules: 43,
      violations: [],
      ms: 40,
    },
    reach: POLICY.facts.map(({ id }) => ({ fact: id, levels: ['L3'], ems: false })),
  };
}

export function notProved(): Examination {
  const examination = proved();
  return {
    ...examination,
    verdict: {
      proved: false,
      combinations: '1024',
      rules: 43,
      ms: 2,
      violations: [
        {
          invariant: 'monotone',
          says: 'A dangerous answer never lowers the level. A yes to “Weapon in hand” lowers it.',
          counterExample: {
            facts: { 'weapon-in-hand': 'unknown', threats: 'no' },
            turnsOn: ['weapon-in-hand', 'threats'],
            level: 'L3',
            response: 'co-response',
            whereas: {
              fact: 'weapon-in-hand',
              answer: 'yes',
              level: 'L2',
              response: 'behavioral-health',
            },
            rule: 'L4-WEAPON',
          },
        },
      ],
    },
  };
}

export function unreadable(path: string): Examination {
  return {
    problems: [{ path, message: 'There is no such fact.', remedy: 'Choose one of the facts.' }],
    differences: [],
    verdict: null,
    reach: [],
  };
}

export function whatIf(): WhatIfReport {
  const hour = (at: number, up: number, down: number) => ({
    key: String(at),
    label: `${String(at).padStart(2, '0')}:00`,
    calls: 10,
    same: 10 - up - down,
    up,
    down,
    aside: 0,
  });
  return {
    calls: 240,
    same: 230,
    up: 7,
    down: 3,
    aside: 0,
    decisions: 40,
    imported: 200,
    notBehavioral: 12,
    byCallType: [
      { key: 'SUITHR', label: 'Suicide threat', calls: 60, same: 53, up: 7, down: 0, aside: 0 },
    ],
    byArea: [],
    byHour: Array.from({ length: 24 }, (_, at) =>
      hour(at, at === 14 ? 5 : at === 2 ? 2 : 0, at === 20 ? 3 : 0),
    ),
    moves: [
      {
        from: { level: 'L3', response: 'co-response', label: 'Co-response ambulance' },
        to: { level: 'L4', response: 'police-ems', label: 'Police and EMS' },
        calls: 7,
      },
      {
        from: { level: 'L2', response: 'police', label: 'Police' },
        to: { level: 'L2', response: 'police', label: 'Police' },
        calls: 230,
      },
    ],
    ms: 12,
  };
}

/** The window's keys, as a person presses them where the focus is. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const on = document.activeElement ?? document.body;
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
  await act(async () => void fireEvent.keyDown(on, { key, code, ...more }));
  await settled();
}

export function cell(path: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`td[data-cell="${path}"]`);
  if (found === null) throw new Error(`The table has no cell ${path}`);
  return found;
}

/** The draft as it stands, for looking into it. */
export function draft(): typeof POLICY {
  return workshopStore.getState().document as unknown as typeof POLICY;
}
