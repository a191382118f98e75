import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { atTheConsole, I12, view } from './sheets-fixtures.ts';
import { runAction } from '#renderer/keys/actions.ts';
import { SentBanner } from '#renderer/delivery/sent-banner.tsx';
import { SentCard } from '#renderer/delivery/sent-card.tsx';
import { SenderMark } from '#renderer/delivery/sender-mark.tsx';
import type { SentView } from '#shared/board/sent-view.ts';

const bench = atTheConsole();

const sent = (more: Partial<SentView> = {}): SentView => ({
  agency: 'Riverside PSAP',
  incidentNumber: 'R-118',
  updatedAt: '2026-03-03T17:50:00.000Z',
  type: 'Suicidal subject',
  priority: null,
  status: ['Active'],
  over: null,
  people: [{ roles: ['Suspect'], name: 'Alex' }],
  units: [],
  links: [{ how: 'RELATED', incident: 'R-90', why: 'same caller' }],
  dispositions: [],
  proposals: [
    { part: 'address', label: 'address', theirs: '4700 N Racine', ours: '4620 N Broadway' },
    { part: 'callback', label: 'callback', theirs: '+13125550199', ours: null },
  ],
  ...more,
});

test('what the sender says stands in its own words, under its name', () => {
  render(<SentCard sent={sent()} />);
  const card = screen.getByRole('region', { name: 'From Riverside PSAP' });
  expect(card.textContent).toContain('their number R-118');
  expect(within(card).getByText('Alex, Suspect')).toBeTruthy();
  expect(within(card).getByText('is related to R-90: same caller')).toBeTruthy();
  expect(within(card).queryByText('Priority')).toBeNull();
});

test('a difference shows both, and each key settles one', () => {
  render(<SentBanner view={view()} sent={sent()} />);
  const asked = screen.getByRole('group', { name: 'Riverside PSAP says another address' });
  expect(asked.textContent).toContain('4700 N Racine');
  expect(asked.textContent).toContain('Here stands 4620 N Broadway. Nothing was changed.');
  expect(asked.textContent).toContain('1 more after this.');
  runAction('sent.take-over');
  expect(bench.main.inputsOf('eido.settle')).toEqual([
    { incidentId: I12, part: 'address', how: 'taken-over' },
  ]);
});

test('ours is kept by the other, and a refusal stands beside it', async () => {
  bench.main.refuse('eido.settle', 'It was settled meanwhile. Nothing was changed.');
  render(<SentBanner view={view()} sent={sent()} />);
  fireEvent.click(screen.getByRole('button', { name: /Keep ours/ }));
  expect(await screen.findByText(/It was settled meanwhile/)).toBeTruthy();
  expect(bench.main.inputsOf('eido.settle')).toMatchObject([{ how: 'declined' }]);
});

test('what is over there is said, with the next step, and closes nothing', () => {
  const { rerender } = render(
    <SentBanner view={view()} sent={sent({ over: 'cancelled', proposals: [] })} />,
  );
  expect(screen.getByRole('alert').textContent).toBe(
    '▲ Riverside PSAP has cancelled its incident R-118. Nothing closes here for it. Ask them why, then go on, or close it here with d.',
  );
  rerender(<SenderMark sender={{ agency: 'Riverside PSAP', type: null, over: 'closed' }} />);
  expect(document.body.textContent).toBe('▲ closed by Riverside PSAP');
});
