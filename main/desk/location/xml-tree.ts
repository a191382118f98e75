import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { refuse, type Refusal } from '#shared/lib/refusal.ts';

/** Far above any location document there is. */
const MOST_CHARACTERS = 131_072;
const DEEPEST = 60;
const MOST_ELEMENTS = 4000;

/**
 * The root of a document of bounded size, depth and number of parts. A document type is refused: that is where
 * entities are declared, and no location needs one.
 */
export function readXml(text: string): XmlElement | Refusal {
  if (text.length > MOST_CHARACTERS)
    return unreadable(`it has ${text.length} characters, and ${MOST_CHARACTERS} are the most read`);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
    return unreadable('it declares a document type or entities, which are not read here');
  const fault = countedFault(text);
  if (fault !== null) return unreadable(fault);
  let root: XmlElement | null;
  try {
    root = parseXml(text.replace(/^\uFEFF/u, '')).root;
  } catch (error) {
    return unreadable(`it is not well-formed XML (${firstLine(error)})`);
  }
  return root ?? unreadable('it has no content');
}

export function unreadable(why: string): Refusal {
  return refuse(
    'unreadable-location',
    `The location cannot be read: ${why}. Nothing of it was taken; ask its sender to send it again.`,
  );
}

/** Counted before parsing, because the parser calls itself once for each level. Reads each sign once. */
function countedFault(text: string): string | null {
  let [depth, elements] = [0, 0];
  let at = text.indexOf('<');
  while (at !== -1) {
    const comment = text.startsWith('<!--', at);
    const end = text.indexOf(comment ? '-->' : '>', at);
    if (end === -1) return null;
    const next = text[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?') {
      elements += 1;
      if (text[end - 1] !== '/') depth += 1;
    }
    if (depth > DEEPEST) return `its parts are nested more than ${DEEPEST} deep`;
    if (elements > MOST_ELEMENTS) return `it has more than ${MOST_ELEMENTS} parts`;
    at = text.indexOf('<', end);
  }
  return null;
}

function firstLine(error: unknown): string {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  // The parser quotes the document; a name of a caller has no place in a sentence about a fault.
  return said.replace(/[^\w ,.:()'-]/gu, '').slice(0, 120);
}

export function childrenOf({ children }: { readonly children: readonly unknown[] }): XmlElement[] {
  return children.filter((each): each is XmlElement => each instanceof XmlElement);
}

/** The name without its prefix, in small letters: senders agree on neither. */
export function nameOf(element: XmlElement): string {
  return localName(element).toLowerCase();
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return childrenOf(element).find((each) => nameOf(each) === name) ?? null;
}

/** Every element of that name, as they stand in the document. */
export function allNamed(element: XmlElement, name: string): XmlElement[] {
  const found = nameOf(element) === name ? [element] : [];
  return [...found, ...childrenOf(element).flatMap((each) => allNamed(each, name))];
}

export function wordsOf(element: XmlElement | null): string {
  return element === null ? '' : element.text.replace(/\s+/gu, ' ').trim();
}

/** An attribute by its name without prefix; null when it is absent. */
export function attributeOf(element: XmlElement, name: string): string | null {
  for (const [key, value] of Object.entries(element.attributes))
    if (key.slice(key.indexOf(':') + 1).toLowerCase() === name) return value.trim();
  return null;
}
