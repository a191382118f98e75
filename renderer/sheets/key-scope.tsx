import type { KeyboardEvent, ReactNode } from 'react';
import { isTextField } from '../keys/places.ts';
import { strokeOf } from '../keys/stroke.ts';

/**
 * The letters and digits of one sheet: plain where nothing is typed, with Alt inside a text field. The
 * keymap has already taken police/EMS now, help, find and Escape before a key arrives here.
 */
export function KeyScope({
  keys,
  children,
}: {
  readonly keys: Readonly<Record<string, () => void>>;
  readonly children: ReactNode;
}) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const stroke = strokeOf(event.nativeEvent);
    if (stroke === null || (isTextField(event.target) && !stroke.alt)) return;
    const act = Object.hasOwn(keys, stroke.key) ? keys[stroke.key] : undefined;
    if (act === undefined || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  return (
    <div className="key-scope" role="presentation" onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
