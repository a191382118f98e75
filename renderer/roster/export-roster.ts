import { ask } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { rosterStore } from './roster-store.ts';

/** The days shown as a file of the very form that can be imported. */
export async function exportRoster(): Promise<void> {
  const { from, days } = rosterStore.getState();
  const reply = await ask('roster.export', { from, days });
  if (!reply.ok) return say({ tone: 'refused', text: reply.because, cause: 'roster.export' });
  const { fileName, csv } = reply.value;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  say({ tone: 'done', text: `${fileName} holds the shifts of these days.`, cause: null });
}
