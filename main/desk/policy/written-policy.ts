import { refuse, type Refusal } from '#shared/lib/refusal.ts';
import { readPolicy } from '#shared/policy/document/policy-document.ts';
import type { Policy } from '#shared/policy/policy.ts';

/** Bytes of JSON. The shipped policy has a tenth of it; a desk that reads more stops for everybody. */
const MOST = 1_048_576;

/** The document as JSON text, or the sentence that refuses one over 1 MB, and what is no document at all. */
export function textOf(document: unknown): string | Refusal {
  const text = written(document);
  if (text === null)
    return refuse(
      'not-a-policy',
      'This is not a policy: it cannot be written down. Nothing was changed.',
    );
  return Buffer.byteLength(text) <= MOST
    ? text
    : refuse(
        'policy-too-large',
        'The policy is larger than 1 MB. Nothing was changed, and what was saved before is still there: ' +
          'shorten its texts or take out what no rule uses, and save again.',
      );
}

/** Null for what holds itself, or a value that JSON has no word for. */
function written(document: unknown): string | null {
  try {
    return JSON.stringify(document) ?? null;
  } catch {
    return null;
  }
}

/** The policy a document is, or the sentence about the first thing that keeps it from being one. */
export function policyOf(document: unknown): Policy | Refusal {
  const read = readPolicy(document);
  if ('policy' in read) return read.policy;
  const [first] = read.problems;
  const what = first === undefined ? '' : `${first.path}: ${first.message} ${first.remedy} `;
  return refuse('not-a-policy', `This is not a policy yet. ${what}Nothing was changed.`);
}
