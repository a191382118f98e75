import { select } from '../desk/desk-store.ts';
import { callDomId, CallRow } from './call-row.tsx';
import { useCapacity } from './offered-to-me.ts';
import type { PhoneLists } from './phone-lists.ts';

interface Section {
  readonly key: keyof PhoneLists;
  readonly title: string;
  /** What will stand here, said while no call is there at all; null leaves the heading out. */
  readonly empty: string | null;
}

const SECTIONS: readonly Section[] = [
  {
    key: 'toMe',
    title: 'Offered to me',
    empty:
      'Nothing is offered to you. A call for you stands here with a sound: Enter takes it, Backspace says no.',
  },
  { key: 'mine', title: 'My calls', empty: 'Calls you have taken stand here.' },
  { key: 'lost', title: 'Lost: call again', empty: null },
  {
    key: 'waiting',
    title: 'Waiting for somebody',
    empty: 'Nobody else waits. Calls others are asked to take stand here; you may take one first.',
  },
];

const choose = (incidentId: string) => select({ kind: 'incident', id: incidentId });

/** One list for the keyboard, headings for the eye. */
export function CallLists({
  lists,
  order,
  selected,
}: {
  readonly lists: PhoneLists;
  readonly order: readonly string[];
  readonly selected: string | null;
}) {
  const capacity = useCapacity();
  const active = selected !== null && order.includes(selected) ? callDomId(selected) : undefined;
  return (
    <div
      // A list without a row is none to a screen reader; its headings still say what will stand there.
      role={order.length === 0 ? 'group' : 'listbox'}
      aria-label="Calls"
      aria-activedescendant={active}
      tabIndex={order.length === 0 ? -1 : 0}
      className="phone-lists"
    >
      {SECTIONS.map(({ key, title, empty }) => {
        const ids = lists[key];
        if (ids.length === 0 && empty === null) return null;
        return (
          <div
            key={key}
            role="group"
            aria-label={title}
            className="phone-list"
            data-list={key}
            data-count={ids.length}
          >
            <div className="phone-list-title" role="presentation">
              {title}{' '}
              <span className="phone-list-count">
                {key === 'mine' ? `${ids.length} of ${capacity}` : ids.length}
              </span>
            </div>
            {order.length === 0 && <p role="presentation">{empty}</p>}
            {ids.map((id) => (
              <CallRow key={id} incidentId={id} selected={id === selected} onSelect={choose} />
            ))}
          </div>
        );
      })}
    </div>
  );
}
