import { plainLine } from './note-text.ts';

/** One component of a document, as it was sent: nothing in it is believed before it is looked at. */
export type Component = Readonly<Record<string, unknown>>;

/** So many of one kind are read; what goes beyond is kept, and nobody reads a thousand of anything. */
const READ_MOST = 200;

export function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of its own; what a prototype holds is none. */
export function member(of: Component, name: string): unknown {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

export function componentsOf(document: Component, name: string): Component[] {
  const list = member(document, name);
  return Array.isArray(list) ? list.slice(0, READ_MOST).filter(isComponent) : [];
}

/** One line of text, or null when it is none or empty. */
export function lineOf(of: Component, name: string, most = 200): string | null {
  const value = member(of, name);
  if (typeof value !== 'string') return null;
  return plainLine(value, most) || null;
}

/** The lines of a member that holds one or several. */
export function linesOf(of: Component, name: string, most = 120): string[] {
  const value = member(of, name);
  const list = Array.isArray(value) ? value.slice(0, READ_MOST) : [value];
  return list.flatMap((each) => (typeof each === 'string' ? plainLine(each, most) || [] : []));
}

export function idOf(component: Component): string | null {
  const id = member(component, '$id');
  return typeof id === 'string' && id !== '' ? id : null;
}

/** What a member refers to by `$id`, in its order. References are followed one step, so that no circle matters. */
export function referred(
  of: Component,
  name: string,
  among: ReadonlyMap<string, Component>,
): Component[] {
  const value = member(of, name);
  const list = Array.isArray(value) ? value.slice(0, READ_MOST) : [value];
  return list.flatMap((each): Component[] => {
    const id = isComponent(each) ? member(each, '$ref') : undefined;
    const found = typeof id === 'string' ? among.get(id) : undefined;
    return found === undefined ? [] : [found];
  });
}

export function byId(components: readonly Component[]): ReadonlyMap<string, Component> {
  return new Map(
    components.flatMap((each): [string, Component][] => {
      const id = idOf(each);
      return id === null ? [] : [[id, each]];
    }),
  );
}

export function incidentIn(document: Component): Component | null {
  const incident = member(document, 'incidentComponent');
  return isComponent(incident) ? incident : null;
}
