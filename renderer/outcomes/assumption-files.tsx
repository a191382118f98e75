import type { KeptCosts } from '#shared/board/kept-costs.ts';
import { COSTS_FORMAT, costMistakes, type CostLine } from '#shared/outcomes/cost-lines.ts';
import { Button } from '../parts/button.tsx';
import { FileField } from '../parts/file-field.tsx';
import { ask } from '../desk/ask.ts';
import { say } from '../desk/desk-store.ts';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';

const MOST_BYTES = 256 * 1024;

/** All lines as a file of the very form that can be imported: for another center, or for a spreadsheet. */
export function AssumptionFiles({
  kept,
  onChanged,
}: {
  readonly kept: KeptCosts;
  readonly onChanged: (text: string) => void;
}) {
  const command = useCommand('costs.set');
  const read = async (file: File) => {
    const lines = await linesIn(file);
    if (typeof lines === 'string')
      return say({ tone: 'refused', text: `“${file.name}” ${lines}`, cause: null });
    const note = `From the file “${file.name}”`;
    const done = await command.give({ seen: kept.version, lines: [...lines], note });
    if (done !== null) onChanged(`“${file.name}” counts now: ${lines.length} lines.`);
  };
  return (
    <div className="assumption-files">
      <Button tone="quiet" onClick={() => void exportCosts()}>
        Export as a file
      </Button>
      <FileField
        label="Import a file"
        accept=".json,application/json"
        tone="quiet"
        onFile={(file) => void read(file)}
      />
      <Refused refusal={command.refusal} />
    </div>
  );
}

async function exportCosts(): Promise<void> {
  const reply = await ask('costs.export', {});
  if (!reply.ok) return say({ tone: 'refused', text: reply.because, cause: 'costs.export' });
  const { fileName, text } = reply.value;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  say({ tone: 'done', text: `${fileName} holds the assumptions.`, cause: null });
}

/** The lines of a file, or what is wrong with it; main reads them once more, as it does whatever is sent. */
export async function linesIn(file: File): Promise<readonly CostLine[] | string> {
  const nothing = 'Nothing was changed.';
  if (file.size > MOST_BYTES) return `is larger than 256 KB. ${nothing}`;
  let read: unknown;
  try {
    read = JSON.parse(await file.text());
  } catch {
    return `is not JSON. Export it again, or choose another file. ${nothing}`;
  }
  const held = read as { readonly format?: unknown; readonly lines?: unknown } | null;
  if (held?.format !== COSTS_FORMAT || !Array.isArray(held.lines) || !held.lines.every(isLine))
    return `holds no cost lines of the form “${COSTS_FORMAT}”. ${nothing}`;
  const lines = held.lines as readonly CostLine[];
  const [mistake] = costMistakes(lines);
  return mistake === undefined ? lines : `cannot count. ${mistake} ${nothing}`;
}

function isLine(each: unknown): boolean {
  if (typeof each !== 'object' || each === null) return false;
  const line = each as Readonly<Record<string, unknown>>;
  const words = ['id', 'part', 'label', 'unit', 'source', 'weakness'];
  const numbers = ['low', 'likely', 'high'];
  return (
    words.every((name) => typeof line[name] === 'string') &&
    numbers.every((name) => typeof line[name] === 'number')
  );
}
