import { unfitShape } from './document-shape.ts';
import { policyMistakes } from './policy-references.ts';
import { problemsIn, type PolicyProblem } from './policy-problems.ts';
import type { Policy } from '../policy.ts';
import { schemaMistakes } from './schema-mistakes.ts';

/**
 * Reads a JSON value as a policy. The policy is the given document itself, so that its hash stays what
 * it was; otherwise everything that keeps it from being one, in the order of the document. Never throws.
 */
export function readPolicy(
  document: unknown,
): { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] } {
  const unfit = unfitShape(document);
  if (unfit !== null) return { problems: problemsIn(document, [unfit]) };
  const unlike = schemaMistakes(document);
  if (unlike.length > 0) return { problems: problemsIn(document, unlike) };
  const policy = document as Policy;
  const mistakes = policyMistakes(policy);
  return mistakes.length > 0 ? { problems: problemsIn(document, mistakes) } : { policy };
}
