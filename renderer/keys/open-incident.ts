import type { IncidentId } from '#shared/lib/brand.ts';
import { select } from '../desk/desk-store.ts';
import { runAction } from './actions.ts';

/** The incident as it stands at dispatch: its timeline holds the decision and everything around it. */
export function openIncident(id: IncidentId): void {
  select({ kind: 'incident', id });
  runAction('go.incident');
}
