import { eidosIn } from './eido-file.ts';
import type { Desk } from '../desk.ts';
import type { EidoDocument } from '#shared/eido/sent-eido.ts';
import { isRefusal } from '#shared/lib/refusal.ts';

/** Documents taken in one transaction: enough to be fast, few enough to lose little. */
const BATCH = 200;

/** What an import of incident documents did, as the import of calls reports it. */
export interface EidoImportReport {
  readonly file: string;
  readonly preset: 'eido';
  /** Documents in the file. */
  readonly rows: number;
  /** New calls, which wait in the queue now. */
  readonly imported: number;
  /** Later accounts of calls that were known. */
  readonly updated: number;
  /** Known already, or older than what is known; nothing was written for them. */
  readonly alreadyKnown: number;
  readonly rejected: readonly { readonly index: number; readonly why: string }[];
}

/** Takes the incident documents of a file as if they had been posted: new ones wait in the queue. */
export function importEidos(
  desk: Desk,
  file: string,
  from: string,
  text: string,
): EidoImportReport {
  const counts = { 'new-call': 0, update: 0, known: 0 };
  const rejected: { index: number; why: string }[] = [];
  let rows = 0;
  let batch: { index: number; document: EidoDocument }[] = [];
  const take = () => {
    const outcomes = desk.deliver(batch.map(({ document }) => ({ kind: 'eido', from, document })));
    outcomes.forEach((outcome, at) => {
      if (isRefusal(outcome)) rejected.push({ index: batch[at]?.index ?? 0, why: outcome.because });
      else counts[outcome.what] += 1;
    });
    batch = [];
  };
  for (const { index, read } of eidosIn(text)) {
    rows += 1;
    if (isRefusal(read)) rejected.push({ index, why: read.because });
    else batch.push({ index, document: read });
    if (batch.length === BATCH) take();
  }
  if (batch.length > 0) take();
  return {
    file,
    preset: 'eido',
    rows,
    imported: counts['new-call'],
    updated: counts.update,
    alreadyKnown: counts.known,
    rejected: rejected.toSorted((a, b) => a.index - b.index),
  };
}
