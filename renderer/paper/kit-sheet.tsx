import { useEffect, useState, type FormEvent } from 'react';
import type { KitSetting, PaperSize } from '#shared/paper/paper-events.ts';
import { ask } from '../desk/ask.ts';
import { closeSheet, say, useDesk } from '../desk/desk-store.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { CardSelect } from '../outage/card-select.tsx';
import { Refused } from '../sheets/refused.tsx';
import { useCommand } from '../sheets/use-command.ts';
import { printPaper } from './print-paper.ts';

const EVERY = [5, 10, 15, 30, 60, 120, 240] as const;

/** Printing the kit, and how the copy is kept that is there when nothing else is. */
export function KitSheet() {
  const role = useDesk((desk) => desk.hello?.session?.role);
  const may = role === 'supervisor' || role === 'admin';
  const [setting, setSetting] = useState<KitSetting | null>(null);
  useEffect(() => {
    void ask('paper.setting', {}).then((reply) => {
      if (reply.ok) setSetting(reply.value);
    });
  }, []);
  return (
    <Sheet
      title="Paper kit"
      subtitle="Board, open incidents and blank forms as a PDF, to work on by hand."
    >
      <Button
        tone="primary"
        keys="Ctrl+P"
        data-first-focus
        onClick={() => {
          closeSheet();
          void printPaper();
        }}
      >
        Print it now
      </Button>
      {setting !== null && <SettingForm setting={setting} may={may} onSetting={setSetting} />}
    </Sheet>
  );
}

function SettingForm({
  setting,
  may,
  onSetting,
}: {
  readonly setting: KitSetting;
  readonly may: boolean;
  readonly onSetting: (setting: KitSetting) => void;
}) {
  const { size, everyMinutes } = setting;
  const keep = useCommand('paper.set-kit');
  if (!may)
    return (
      <p className="sheet-empty">
        {everyMinutes === null
          ? 'No copy is kept by itself.'
          : `A fresh copy is kept beside the data folder every ${everyMinutes} minutes, the last four.`}{' '}
        Paper: {size === 'a4' ? 'A4' : 'letter'}. A supervisor or an administrator changes this.
      </p>
    );
  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await keep.give(setting)) === null) return;
    say({ tone: 'done', text: 'The paper kit is kept like this from now on.', cause: null });
    closeSheet();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <CardSelect
        label="A fresh copy beside the data folder"
        none="Never"
        hint="The last four stay, so that a PC that does not start leaves paper."
        value={everyMinutes === null ? '' : String(everyMinutes)}
        choices={EVERY.map((minutes) => ({
          id: String(minutes),
          label: `Every ${minutes} minutes`,
        }))}
        onChoose={(id) => onSetting({ size, everyMinutes: id === '' ? null : Number(id) })}
      />
      <CardSelect
        label="Paper"
        none="Letter"
        value={size === 'a4' ? 'a4' : ''}
        choices={[{ id: 'a4', label: 'A4' }]}
        onChoose={(id) => onSetting({ everyMinutes, size: (id || 'letter') as PaperSize })}
      />
      <Refused refusal={keep.refusal} />
      <Button type="submit" aria-disabled={keep.busy}>
        Keep it like this
      </Button>
    </form>
  );
}
