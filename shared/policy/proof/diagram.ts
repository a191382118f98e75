/** Branches of a node: one for each reading a fact may have. */
export const WIDTH = 4;

/** A function of all facts. Below zero it is the same everywhere, and `~diagram` is its value. */
export type Diagram = number;

/** Thrown when a policy takes more nodes than the proof allows itself. */
export class TooEntangled extends Error {
  readonly nodes: number;

  constructor(nodes: number) {
    super(`more than ${nodes.toLocaleString('en-US')} steps`);
    this.name = 'TooEntangled';
    this.nodes = nodes;
  }
}

/** A reading (0 to 3) for each variable that matters; the others may have any. */
export type Path = ReadonlyMap<number, number>;

/**
 * Functions from finite answers to small numbers as reduced, shared decision diagrams: the variables are
 * asked in one order, equal nodes exist once, and a variable that makes no difference leaves no node. So
 * two functions are equal exactly when their diagrams are the same number, and a claim over 4^n
 * combinations is looked up instead of tried (Bryant 1986, with four branches instead of two).
 */
export class Diagrams {
  readonly #limit: number;
  #variables: Int32Array = new Int32Array(1 << 9);
  #branches: Int32Array = new Int32Array(WIDTH << 9);
  #count = 0;
  /** Open addressing: node number plus one, zero for a free place. */
  #places: Int32Array = new Int32Array(1 << 10);

  constructor(limit: number) {
    this.#limit = limit;
  }

  get nodes(): number {
    return this.#count;
  }

  constant(value: number): Diagram {
    return ~value;
  }

  /** The variable a diagram asks first; a constant asks none, which sorts behind all of them. */
  top(diagram: Diagram): number {
    return diagram < 0 ? Number.MAX_SAFE_INTEGER : (this.#variables[diagram] as number);
  }

  /** What is left of a diagram once `variable`, asked no later than its first, has the reading. */
  branch(diagram: Diagram, variable: number, reading: number): Diagram {
    if (diagram < 0 || this.#variables[diagram] !== variable) return diagram;
    return this.#branches[diagram * WIDTH + reading] as number;
  }

  /** The one node with these branches; no node at all when they are all the same. */
  node(variable: number, a: Diagram, b: Diagram, c: Diagram, d: Diagram): Diagram {
    if (a === b && a === c && a === d) return a;
    const mask = this.#places.length - 1;
    let place = hash(variable, a, b, c, d) & mask;
    for (;;) {
      const found = this.#places[place] as number;
      if (found === 0) return this.#add(place, variable, a, b, c, d);
      if (this.#is(found - 1, variable, a, b, c, d)) return found - 1;
      place = (place + 1) & mask;
    }
  }

  #is(node: number, variable: number, a: Diagram, b: Diagram, c: Diagram, d: Diagram): boolean {
    const at = node * WIDTH;
    return (
      this.#variables[node] === variable &&
      this.#branches[at] === a &&
      this.#branches[at + 1] === b &&
      this.#branches[at + 2] === c &&
      this.#branches[at + 3] === d
    );
  }

  #add(place: number, variable: number, a: number, b: number, c: number, d: number): Diagram {
    if (this.#count >= this.#limit) throw new TooEntangled(this.#limit);
    const node = this.#count;
    if (node >= this.#variables.length) this.#growNodes();
    this.#variables[node] = variable;
    this.#branches.set([a, b, c, d], node * WIDTH);
    this.#count += 1;
    this.#places[place] = node + 1;
    if (this.#count * 2 > this.#places.length) this.#growPlaces();
    return node;
  }

  #growNodes(): void {
    const variables = new Int32Array(this.#variables.length * 2);
    variables.set(this.#variables);
    this.#variables = variables;
    const branches = new Int32Array(this.#branches.length * 2);
    branches.set(this.#branches);
    this.#branches = branches;
  }

  #growPlaces(): void {
    const places = new Int32Array(this.#places.length * 2);
    const mask = places.length - 1;
    for (let node = 0; node < this.#count; node += 1) {
      const at = node * WIDTH;
      const [a, b, c, d] = this.#branches.subarray(at, at + WIDTH) as unknown as Four;
      let place = hash(this.#variables[node] as number, a, b, c, d) & mask;
      while (places[place] !== 0) place = (place + 1) & mask;
      places[place] = node + 1;
    }
    this.#places = places;
  }

  /** `combine` of both values, for every combination. */
  apply(one: Diagram, two: Diagram, combine: (one: number, two: number) => number): Diagram {
    const known = new Map<number, Diagram>();
    const walk = (f: Diagram, g: Diagram): Diagram => {
      if (f < 0 && g < 0) return ~combine(~f, ~g);
      const key = (f + SHIFT) * SPAN + (g + SHIFT);
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      const variable = Math.min(this.top(f), this.top(g));
      const made = this.node(
        variable,
        walk(this.branch(f, variable, 0), this.branch(g, variable, 0)),
        walk(this.branch(f, variable, 1), this.branch(g, variable, 1)),
        walk(this.branch(f, variable, 2), this.branch(g, variable, 2)),
        walk(this.branch(f, variable, 3), this.branch(g, variable, 3)),
      );
      known.set(key, made);
      return made;
    };
    return walk(one, two);
  }

  /** The node with each branch put through `walk`. */
  #rebuilt(f: Diagram, walk: (branch: Diagram) => Diagram): Diagram {
    const at = f * WIDTH;
    return this.node(
      this.#variables[f] as number,
      walk(this.#branches[at] as number),
      walk(this.#branches[at + 1] as number),
      walk(this.#branches[at + 2] as number),
      walk(this.#branches[at + 3] as number),
    );
  }

  /** The same function with other values. */
  map(diagram: Diagram, value: (value: number) => number): Diagram {
    const known = new Map<Diagram, Diagram>();
    const walk = (f: Diagram): Diagram => {
      if (f < 0) return ~value(~f);
      const seen = known.get(f);
      if (seen !== undefined) return seen;
      const made = this.#rebuilt(f, walk);
      known.set(f, made);
      return made;
    };
    return walk(diagram);
  }

  /** The function where `variable` has that reading: it no longer depends on it. */
  restrict(diagram: Diagram, variable: number, reading: number): Diagram {
    const known = new Map<Diagram, Diagram>();
    const walk = (f: Diagram): Diagram => {
      const top = this.top(f);
      if (top > variable) return f;
      if (top === variable) return this.branch(f, variable, reading);
      const seen = known.get(f);
      if (seen !== undefined) return seen;
      const made = this.#rebuilt(f, walk);
      known.set(f, made);
      return made;
    };
    return walk(diagram);
  }

  /**
   * The function where the variables for which `reading` names one have it, made in diagrams of its own
   * so that asking all shift long fills nothing up. With `closed` given, the others cannot have that
   * reading: its branch is forgotten. Returns the variables it still depends on.
   */
  leftOpen(
    diagram: Diagram,
    reading: (variable: number) => number | null,
    closed: number | null,
  ): Set<number> {
    const own = new Diagrams(this.#limit);
    const known = new Map<Diagram, Diagram>();
    const walk = (f: Diagram): Diagram => {
      if (f < 0) return f;
      const seen = known.get(f);
      if (seen !== undefined) return seen;
      const variable = this.top(f);
      const settled = reading(variable);
      const at = (each: number) => walk(this.branch(f, variable, each === closed ? 0 : each));
      const made = settled === null ? own.node(variable, at(0), at(1), at(2), at(3)) : at(settled);
      known.set(f, made);
      return made;
    };
    return own.variables(walk(diagram));
  }

  /** Every value the function takes somewhere. */
  values(diagram: Diagram): Set<number> {
    const values = new Set<number>();
    this.#visit(diagram, (f) => {
      if (f < 0) values.add(~f);
    });
    return values;
  }

  /** Every variable the function depends on. */
  variables(diagram: Diagram): Set<number> {
    const variables = new Set<number>();
    this.#visit(diagram, (f) => {
      if (f >= 0) variables.add(this.top(f));
    });
    return variables;
  }

  #visit(diagram: Diagram, see: (f: Diagram) => void): void {
    const seen = new Set<Diagram>();
    const walk = (f: Diagram): void => {
      if (seen.has(f)) return;
      seen.add(f);
      see(f);
      if (f < 0) return;
      for (let reading = 0; reading < WIDTH; reading += 1)
        walk(this.branch(f, this.top(f), reading));
    };
    walk(diagram);
  }

  /**
   * The cheapest combination with a wanted value, by the cost of each reading; null when there is none.
   * Variables that do not matter are left out of it.
   */
  find(
    diagram: Diagram,
    isWanted: (value: number) => boolean,
    cost: readonly number[],
  ): Path | null {
    const best = new Map<Diagram, number>();
    const price = (f: Diagram): number => {
      if (f < 0) return isWanted(~f) ? 0 : Infinity;
      const seen = best.get(f);
      if (seen !== undefined) return seen;
      let least = Infinity;
      for (let reading = 0; reading < WIDTH; reading += 1)
        least = Math.min(least, price(this.branch(f, this.top(f), reading)) + (cost[reading] ?? 1));
      best.set(f, least);
      return least;
    };
    if (price(diagram) === Infinity) return null;
    const path = new Map<number, number>();
    for (let at = diagram; at >= 0;) {
      const variable = this.top(at);
      const whole = price(at);
      const reading = [0, 1, 2, 3].find(
        (each) => price(this.branch(at, variable, each)) + (cost[each] ?? 1) === whole,
      );
      if (reading === undefined) return null;
      path.set(variable, reading);
      at = this.branch(at, variable, reading);
    }
    return path;
  }
}

type Four = readonly [number, number, number, number];

const SHIFT = 1 << 22;
const SPAN = 1 << 24;

function hash(variable: number, a: number, b: number, c: number, d: number): number {
  let mixed = Math.imul(variable, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) ^ Math.imul(b, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x165667b1) ^ Math.imul(c, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
