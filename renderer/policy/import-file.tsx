import { say } from '../desk/desk-store.ts';
import { FileField } from '../parts/file-field.tsx';
import type { Draft } from './draft-shape.ts';
import { replaceDraft } from './workshop-store.ts';

const MOST_BYTES = 4 * 1024 * 1024;

/** Takes a policy document from a file as the draft. What is wrong with it is said like any edit. */
export function ImportFile() {
  return (
    <FileField
      label="Import a file"
      accept=".json,application/json"
      tone="quiet"
      onFile={(file) => void readPolicyFile(file)}
    />
  );
}

export async function readPolicyFile(file: File): Promise<void> {
  const refuse = (why: string) =>
    say({
      tone: 'refused',
      text: `“${file.name}” ${why} The draft is as it was.`,
      cause: 'policy.examine',
    });
  if (file.size > MOST_BYTES) return refuse('is larger than 4 MB, and no policy is.');
  let read: unknown;
  try {
    read = JSON.parse(await file.text());
  } catch {
    return refuse('is not JSON. Export it again, or choose another file.');
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return refuse('holds no policy document. Choose the JSON file of a policy.');
  replaceDraft(read as Draft);
  say({ tone: 'done', text: `“${file.name}” is the draft now. Ctrl+Z goes back.`, cause: null });
}
