import { useState, type ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useActions } from '../keys/actions.ts';
import { Keys } from '../parts/kbd.tsx';
import './desk-tools.css';
import { Restorable } from '../parts/restored.tsx';

/** One thing a clinician works with beside the conversation. */
export interface DeskTool {
  readonly id: string;
  /** Keymap id of its key. */
  readonly action: string;
  readonly keys: string;
  readonly label: string;
  /** How much of it is open, or what it found, in a word; null when there is nothing to say. */
  readonly says: string | null;
  readonly body: ReactNode;
}

/** The tools right of the conversation, one at a time; a letter opens each. */
export function DeskTools({ tools }: { readonly tools: readonly DeskTool[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  // A tool may go away with the call's side: then the first one is what there is.
  const shown = tools.find(({ id }) => id === chosen)?.id ?? tools[0]?.id ?? null;
  useActions(Object.fromEntries(tools.map(({ id, action }) => [action, () => setChosen(id)])));
  if (shown === null) return null;
  return (
    <Tabs
      className="desk-tools"
      selectedKey={shown}
      onSelectionChange={(key) => setChosen(String(key))}
    >
      <TabList className="desk-tools-list" aria-label="Tools">
        {tools.map(({ id, keys, label, says }) => (
          <Tab key={id} id={id} className="desk-tool">
            <Keys keys={keys} /> {label}
            {says !== null && <span className="desk-tool-says">{says}</span>}
          </Tab>
        ))}
      </TabList>
      {tools.map(({ id, body }) => (
        <TabPanel key={id} id={id} className="desk-tool-panel">
          <Restorable below>{body}</Restorable>
        </TabPanel>
      ))}
    </Tabs>
  );
}
