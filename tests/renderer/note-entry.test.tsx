import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { IncidentId } from '#shared/lib/brand.ts';
import { loadDrafts } from '#renderer/desk/kept-drafts.ts';
import { NoteEntry } from '#renderer/incident/note-entry.tsx';
import { settled } from './fake-feed.ts';
import { atTheConsole, CLEO, sitDown } from './sheets-fixtures.ts';

const bench = atTheConsole();

function show(id = 'incident-700') {
  const incidentId = id as IncidentId;
  render(<NoteEntry incidentId={incidentId} inputRef={null} />);
  return { incidentId };
}

async function enter(note: Element) {
  await act(async () => void fireEvent.keyDown(note, { key: 'Enter' }));
  await settled();
}

test('a criminal-justice note is said so for each note, and kept under its own name', async () => {
  const { incidentId } = show();
  const note = () => screen.getByLabelText(/Note/) as HTMLTextAreaElement;
  const justice = screen.getByRole('checkbox', { name: 'Criminal justice' });
  fireEvent.change(note(), { target: { value: 'On parole' } });
  fireEvent.click(justice);
  expect(note().value).toBe('On parole');
  await vi.waitFor(() =>
    expect(bench.main.inputsOf('draft.save')).toMatchObject([
      { subject: `incident/${incidentId}`, field: 'justice', text: 'On parole' },
      { subject: `incident/${incidentId}`, field: 'note', text: null },
    ]),
  );
  await enter(note());
  expect(note().value).toBe('');
  fireEvent.change(note(), { target: { value: 'Door code 44' } });
  await enter(note());
  expect(bench.main.inputsOf('incident.add-note')).toEqual([
    { incidentId, kind: 'justice', text: 'On parole' },
    { incidentId, kind: 'dispatch', text: 'Door code 44' },
  ]);
  expect((justice as HTMLInputElement).checked).toBe(false);
});

test('half a criminal-justice note comes back as one after a restart', async () => {
  const draft = {
    subject: 'incident/incident-901',
    field: 'justice',
    text: 'On par',
    over: null,
    savedAt: '',
  };
  bench.main.answer('draft.all', { ok: true, value: [draft] });
  await loadDrafts();
  show('incident-901');
  expect((screen.getByLabelText(/Note/) as HTMLTextAreaElement).value).toBe('On par');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Criminal justice' }).checked).toBe(
    true,
  );
});

test('who may not read criminal-justice text is not offered to write it', () => {
  sitDown(CLEO);
  show();
  expect(screen.queryByRole('checkbox')).toBeNull();
});
