import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { IncidentView } from '#shared/board/incident-view.ts';
import { showFocus, showSnapshot } from '#renderer/desk/board-store.ts';
import { openIncident, select, setPane } from '#renderer/desk/desk-store.ts';
import { IncidentPane } from '#renderer/incident/incident-pane.tsx';
import { FakeMain, frameAtOnce, snapshot } from './fake-feed.ts';
import { atTheConsole, fact, POLICY, view } from './sheets-fixtures.ts';

atTheConsole();
beforeEach(() => {
  frameAtOnce();
  new FakeMain();
});

const shown: IncidentView = view({
  facts: POLICY.facts.map(({ id }) => fact(id)),
  decision: null,
  recommendation: {
    ...view().recommendation,
    next: { fact: 'not-breathing', question: 'As read aloud?', why: 'Because.' },
  },
});

test('an answered call takes the focus even when the queue had it as the incident appeared', () => {
  showSnapshot(snapshot());
  render(<IncidentPane />);
  // The feed is faster than the answer to the key, and the queue has taken the focus meanwhile.
  act(() => {
    setPane('queue');
    select({ kind: 'incident', id: shown.incidentId });
    showFocus(shown);
  });
  const first = screen.getByRole('group', { name: /^Not breathing/ });
  expect(document.activeElement).not.toBe(first);
  act(() => openIncident(shown.incidentId));
  expect(document.activeElement).toBe(first);
});
