import { act, fireEvent, screen, within } from '@testing-library/react';

/** Everything a plain end by phone requires, said in the outcome bar. */
export async function saidAtTheEnd(agreed = 'Will sleep.'): Promise<void> {
  await act(async () => void fireEvent.click(screen.getByLabelText('Alone')));
  const words = screen.getByLabelText('What was agreed');
  await act(async () => void fireEvent.change(words, { target: { value: agreed } }));
  const again = screen.getByRole('group', { name: 'Somebody calls again' });
  await act(async () => void fireEvent.click(within(again).getByLabelText('No')));
}
