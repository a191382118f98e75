import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Meanwhile } from '#shared/edit/changed-meanwhile.ts';
import type { IncidentId } from '#shared/lib/brand.ts';
import { PlaceEditor } from '#renderer/incident/place-editor.tsx';
import { settled } from './fake-feed.ts';
import { atTheConsole } from './sheets-fixtures.ts';

const bench = atTheConsole();
const incidentId = 'incident-77' as IncidentId;
const THEIRS: Meanwhile = {
  field: 'address',
  label: 'Location',
  theirs: '1 N Clark',
  saysTheirs: '1 N Clark',
  saysMine: '1 N State',
  byName: 'Theo',
  at: '2026-03-03T18:00:00.000Z',
};

function Editor({ address }: { readonly address: string }) {
  return (
    <PlaceEditor
      incidentId={incidentId}
      place={{ address, areaId: 'uptown', position: null }}
      area="Uptown"
      zone="North"
      pointArea={null}
      callback={null}
      words=""
      addressRef={{ current: null }}
    />
  );
}

/** Typed over the old address while Theo set another one; leaving the field asks main. */
async function disputed() {
  const page = render(<Editor address="1 N Old" />);
  await act(async () => void fireEvent.change(field(), { target: { value: '1 N State' } }));
  page.rerender(<Editor address="1 N Clark" />);
  expect(field().value).toBe('1 N State');
  bench.main.answer('incident.set-place', {
    ok: false,
    refused: 'changed-meanwhile',
    because: 'Theo changed it.',
    meanwhile: [THEIRS],
  });
  await act(async () => void fireEvent.blur(field()));
  await settled();
  return screen.getByRole('group', { name: /Location: two values/ });
}

const field = () => screen.getByLabelText<HTMLInputElement>('Location');
const asked = () => bench.main.inputsOf('incident.set-place');

test('both values stand side by side, with who and when, and are announced', async () => {
  const both = await disputed();
  expect(asked()).toMatchObject([{ address: '1 N State', seen: { address: '1 N Old' } }]);
  expect(within(both).getByRole('alert').textContent).toMatch(/Theo changed it at 12:00/);
  expect(both.textContent).toContain('1 N Clark');
  expect(both.textContent).toContain('1 N State');
  expect(field().value).toBe('1 N State');
});

test('t takes theirs: what was typed here is given up, and nothing is sent', async () => {
  const both = await disputed();
  await act(async () => void fireEvent.keyDown(both, { key: 't' }));
  expect(field().value).toBe('1 N Clark');
  expect(screen.queryByRole('group', { name: /two values/ })).toBeNull();
  expect(asked()).toHaveLength(1);
});

test('k keeps mine: it is sent again by somebody who has seen theirs', async () => {
  const both = await disputed();
  await act(async () => void fireEvent.keyDown(both, { key: 'k' }));
  await settled();
  expect(asked().at(-1)).toMatchObject({ address: '1 N State', seen: { address: '1 N Clark' } });
  expect(screen.queryByRole('group', { name: /two values/ })).toBeNull();
});

test('e edits: the words stay in the field, which has the keys, and go over theirs', async () => {
  const both = await disputed();
  await act(async () => void fireEvent.keyDown(both, { key: 'e' }));
  expect(field().value).toBe('1 N State');
  await act(async () => void fireEvent.change(field(), { target: { value: '1 N State, rear' } }));
  await act(async () => void fireEvent.blur(field()));
  expect(asked().at(-1)).toMatchObject({
    address: '1 N State, rear',
    seen: { address: '1 N Clark' },
  });
});

test('a disputed address keeps no callback from being saved', async () => {
  await disputed();
  const callback = screen.getByLabelText('Callback');
  await act(async () => void fireEvent.change(callback, { target: { value: '312-555-0177' } }));
  await act(async () => void fireEvent.blur(callback));
  await settled();
  const seen = { address: '1 N Clark', areaId: 'uptown', callback: null };
  expect(asked().at(-1)).toEqual({ incidentId, ...seen, callback: '312-555-0177', seen });
  expect(screen.getByRole('group', { name: /Location: two values/ })).toBeTruthy();
});
