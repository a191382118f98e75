import type { Scenario } from './scenario.ts';
import { UNSCRIPTED } from './scenario.ts';
import { DANGER } from './scenarios-danger.ts';
import { DISTRESS } from './scenarios-distress.ts';
import { FAMILY } from './scenarios-family.ts';
import { INFORMATION } from './scenarios-information.ts';
import { PUBLIC_PLACE } from './scenarios-public-place.ts';
import { SUBSTANCE } from './scenarios-substance.ts';
import { SUICIDE } from './scenarios-suicide.ts';
import { TALK } from './scenarios-talk.ts';
import { WELFARE } from './scenarios-welfare.ts';

export const SCENARIOS: readonly Scenario[] = [
  ...DISTRESS,
  ...SUICIDE,
  ...SUBSTANCE,
  ...WELFARE,
  ...PUBLIC_PLACE,
  ...FAMILY,
  ...DANGER,
  ...TALK,
  ...INFORMATION,
];

const byWords = new Map<string, Scenario>();
for (const scenario of SCENARIOS)
  for (const words of [...scenario.words, ...(scenario.others ?? [])]) byWords.set(words, scenario);

/**
 * The scenario behind an incident, found by the caller's first words: they are in the journal, so the
 * shift knows what is true there after any restart.
 */
export function scenarioBehind(words: string): Scenario {
  return byWords.get(words) ?? UNSCRIPTED;
}

/** Whether it was a further caller about an event that somebody else had called in. */
export function isFurtherCaller(scenario: Scenario, words: string): boolean {
  return scenario.others?.includes(words) === true;
}

export function findScenario(id: string): Scenario {
  const scenario = SCENARIOS.find((each) => each.id === id);
  if (scenario === undefined) throw new Error(`The training shift has no scenario "${id}".`);
  return scenario;
}

export interface Card {
  readonly scenario: Scenario;
  readonly words: string;
}

/** Every first sentence once, shuffled; then again. So an evening does not repeat itself. */
export class Deck {
  readonly #random: () => number;
  #cards: Card[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /** The next card that suits. When none is left that does, the round ends early. */
  draw(suits: (scenario: Scenario) => boolean = () => true): Card {
    const drawn = this.#next(suits) ?? this.#shuffle().#next(suits) ?? (this.#cards.at(-1) as Card);
    const words = this.#inOrder(drawn);
    this.#cards = this.#cards.filter((card) => card.words !== words);
    return { scenario: drawn.scenario, words };
  }

  /** Takes a card that was played by hand out of the present round. */
  remove(words: string): void {
    if (this.#cards.length === 0) this.#shuffle();
    this.#cards = this.#cards.filter((card) => card.words !== words);
  }

  /** Who calls again from home says "me again" after the first time, not before. */
  #inOrder({ scenario, words }: Card): string {
    if (typeof scenario.where !== 'object') return words;
    const left = new Set(this.#cards.map((card) => card.words));
    return scenario.words.find((said) => left.has(said)) ?? words;
  }

  #next(suits: (scenario: Scenario) => boolean): Card | undefined {
    return this.#cards.findLast(({ scenario }) => suits(scenario));
  }

  #shuffle(): this {
    this.#cards = shuffled(allCards(), this.#random);
    return this;
  }
}

function allCards(): Card[] {
  return SCENARIOS.flatMap((scenario) => scenario.words.map((words) => ({ scenario, words })));
}

function shuffled(cards: Card[], random: () => number): Card[] {
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const card = cards[last] as Card;
    cards[last] = cards[other] as Card;
    cards[other] = card;
  }
  return cards;
}
