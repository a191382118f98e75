import { lazy, type ComponentType } from 'react';
import { may, type Permission } from '#shared/roster/permission.ts';
import type { Role } from '#shared/roster/operator.ts';

export interface Section {
  readonly id: string;
  readonly label: string;
  /** What the section is for, in one line under its name. */
  readonly about: string;
  readonly needs: Permission;
  readonly Body: ComponentType;
}

/** The sections of the administration, in the order of their digits. Each is its own part of the program. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'accounts',
    label: 'Accounts',
    about: 'Who signs on, and as what',
    needs: 'unlock-accounts',
    Body: lazy(() =>
      import('../accounts/accounts.tsx').then(({ Accounts }) => ({ default: Accounts })),
    ),
  },
  {
    id: 'retention',
    label: 'Retention',
    about: 'How long protected words are kept',
    needs: 'keep-retention',
    Body: lazy(() =>
      import('../retention/retention.tsx').then(({ Retention }) => ({ default: Retention })),
    ),
  },
  {
    id: 'copies',
    label: 'Copies',
    about: 'Where they go, and what one would bring back',
    needs: 'keep-copies',
    Body: lazy(() => import('../copies/copies.tsx').then(({ Copies }) => ({ default: Copies }))),
  },
  {
    id: 'store-key',
    label: 'Store key',
    about: 'How the store is encrypted and opened',
    needs: 'keep-store-key',
    Body: lazy(() =>
      import('../store-key/store-key.tsx').then(({ StoreKey }) => ({ default: StoreKey })),
    ),
  },
];

export function sectionsOf(role: Role): readonly Section[] {
  return SECTIONS.filter(({ needs }) => may(role, needs));
}
