import { deskStore } from '../desk/desk-store.ts';
import { coveringUnitNow } from '../safety/alarms.ts';
import { PLACES, type KeyBinding, type Place } from './key-binding.ts';
import { KEYMAP } from './keymap.ts';

/** Text is typed here, so plain letters stay with the field. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !NO_TEXT.includes(target.type);
}

const NO_TEXT = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'color'];

/** Has an Enter or Space of its own. */
export function pressesItself(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a[href], summary') !== null;
}

/** A group of radio buttons has its own arrows: they choose an answer, and never the next call. */
export function movesItself(target: EventTarget | null, stroke: string): boolean {
  const group = target instanceof HTMLInputElement && target.type === 'radio';
  return group && stroke.startsWith('Arrow');
}

/** The place the focus is in; without focus, the pane last used. */
export function placeOf(target: EventTarget | null): Place {
  const { hello, veiled, screen, pane } = deskStore.getState();
  if (coveringUnitNow() !== null) return 'alarm';
  if (hello?.locked === true) return 'lock';
  if (veiled) return 'veil';
  const named =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-place]')?.dataset['place']
      : null;
  const place = PLACES.find((each) => each === named);
  if (place !== undefined) return place;
  return screen === 'dispatch' ? pane : screen;
}

/** Letters with Alt mean the pane, not the list of questions in it: Alt+N is a new call, never a "no". */
export function aroundField(place: Place): Place {
  return place === 'facts' ? 'incident' : place;
}

export function bindingsIn(place: Place): readonly KeyBinding[] {
  return KEYMAP.filter((binding) => binding.places.includes(place));
}

export function bindingFor(place: Place, keys: string): KeyBinding | undefined {
  return bindingsIn(place).find((binding) => binding.keys.includes(keys));
}

/** True when the stroke begins a sequence there, like the g of "g q". */
export function beginsSequence(place: Place, stroke: string): boolean {
  return bindingsIn(place).some((binding) =>
    binding.keys.some((keys) => keys.startsWith(`${stroke} `)),
  );
}
