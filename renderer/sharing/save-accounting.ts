import type { IncidentId } from '#shared/lib/brand.ts';
import { ask } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';

/** The accounting of disclosures of one incident as a file. */
export async function saveAccounting(incidentId: IncidentId): Promise<void> {
  const reply = await ask('disclosure.accounting', { incidentId });
  if (!reply.ok)
    return say({ tone: 'refused', text: reply.because, cause: 'disclosure.accounting' });
  const { fileName, csv } = reply.value;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  say({ tone: 'done', text: `${fileName} holds who got what, when and why.`, cause: null });
}
