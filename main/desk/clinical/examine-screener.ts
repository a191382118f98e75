import { createHash } from 'node:crypto';
import { findJsonFault } from '../policy/json-faults.ts';
import type { ScreenerExamination } from '#shared/board/screen-lines.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { Instrument } from '#shared/screen/instrument.ts';
import { readInstrument } from '#shared/screen/read-instrument.ts';
import { LARGEST_SCREENER_FILE } from '#shared/screen/screener-file.ts';

/** What a file of a screener holds: the questions, or everything that keeps it from being one. */
export function examineScreener(text: string): ScreenerExamination {
  if (text.length > LARGEST_SCREENER_FILE)
    return refused('The file is larger than 512 KiB, and no screen is.');
  if (text.trim() === '') return refused('The file is empty. Export it again.');
  let document: unknown;
  try {
    // A byte order mark is no sign of JSON, and Windows programs write one all the same.
    document = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const fault = findJsonFault(text);
    return refused(
      fault === null
        ? 'The file is not JSON. Export it again.'
        : `The file is not JSON: line ${fault.line}, ${fault.why}.`,
    );
  }
  return readInstrument(document);
}

export function instrumentHash(instrument: Instrument): string {
  return createHash('sha256').update(canonicalJson(instrument)).digest('hex');
}

function refused(fault: string): ScreenerExamination {
  return { instrument: null, faults: [fault], warnings: [] };
}
