import { useLayoutEffect } from 'react';
import { arm, deskStore, setPane, type Pane } from '../desk/desk-store.ts';
import { awaitAction, runAction } from './actions.ts';
import {
  aroundField,
  beginsSequence,
  bindingFor,
  isTextField,
  movesItself,
  placeOf,
  pressesItself,
} from './places.ts';
import type { Place } from './key-binding.ts';
import { strokeOf, type Stroke } from './stroke.ts';

const SEQUENCE_MS = 1500;
let begun: { readonly stroke: string; readonly at: number } | null = null;

/** Listens once for the whole window, before any field or library sees the key. */
export function useKeymap(): void {
  useLayoutEffect(() => {
    const options = { capture: true };
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('keydown', onKey, options);
      window.removeEventListener('focusin', onFocus);
    };
  }, []);
}

function onFocus(event: FocusEvent): void {
  const pane = (event.target as Element | null)?.closest<HTMLElement>('[data-pane]')?.dataset[
    'pane'
  ];
  if (pane === 'queue' || pane === 'incident' || pane === 'teams') setPane(pane satisfies Pane);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const stroke = strokeOf(event);
  if (stroke === null) return;
  awaitAction(null);
  const typing = isTextField(event.target);
  if (secondStroke(event, stroke, typing)) return taken(event);
  if (typing && !stroke.alt && !stroke.key.startsWith('Ctrl+') && stroke.key !== 'Escape') return;
  const own = stroke.key === 'Enter' || stroke.key === ' ';
  if (own && pressesItself(event.target)) return;
  if (!stroke.alt && movesItself(event.target, stroke.key)) return;
  const focused = placeOf(event.target);
  const place = stroke.alt ? aroundField(focused) : focused;
  const keys = withFirst(place, stroke.key, event.timeStamp);
  if (keys === null) return taken(event);
  const binding = bindingFor(place, keys);
  if (binding === undefined) return;
  // A held key moves on and on, but it answers, sends and opens only once.
  if (event.repeat && binding.group !== 'Move') return taken(event);
  if (runAction(binding.id)) return taken(event);
  if (binding.turnsPage !== true || isDrawn(place)) return;
  awaitAction(binding.id);
  taken(event);
}

/** A place whose part of the program is still being fetched is named, but not there. */
function isDrawn(place: Place): boolean {
  return document.querySelector(`[data-place="${place}"]`) !== null;
}

/** The stroke with the one before it when both make a sequence; null when it only begins one. */
function withFirst(place: Place, stroke: string, at: number): string | null {
  const first = begun;
  begun = null;
  if (first !== null && at - first.at <= SEQUENCE_MS) {
    const both = `${first.stroke} ${stroke}`;
    if (bindingFor(place, both) !== undefined) return both;
  }
  if (!beginsSequence(place, stroke)) return stroke;
  begun = { stroke, at };
  return null;
}

/**
 * Between the two strokes of police/EMS now: the second one sends, moving keeps it armed so that the
 * right call can be chosen, and anything else stands it down and does what it always does.
 */
function secondStroke(event: KeyboardEvent, stroke: Stroke, typing: boolean): boolean {
  if (deskStore.getState().armed !== 'upgrade') return false;
  // A held key repeats: one long press must never be both strokes.
  if (event.repeat) return stroke.key === 'p';
  if (!typing || stroke.alt) {
    const send = { p: 'upgrade.both', e: 'upgrade.ems', l: 'upgrade.police' }[stroke.key];
    if (send !== undefined) return runAction(send);
    if (['j', 'k', 'ArrowDown', 'ArrowUp', 'Escape'].includes(stroke.key)) return false;
  }
  if (stroke.key !== 'Escape') arm(null);
  return false;
}

function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
