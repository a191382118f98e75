/** What happens next, among things that each happen at their time; of two at one time, the earlier put in. */
export class EventHeap<Event extends { readonly at: number }> {
  readonly #events: { readonly event: Event; readonly turn: number }[] = [];
  #turn = 0;

  get next(): Event | undefined {
    return this.#events[0]?.event;
  }

  push(event: Event): void {
    const events = this.#events;
    events.push({ event, turn: (this.#turn += 1) });
    let child = events.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  pop(): Event | undefined {
    const events = this.#events;
    const first = events[0];
    const last = events.pop();
    if (first === undefined || last === undefined || events.length === 0) return first?.event;
    events[0] = last;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const child = left + 1 < events.length && this.#isBefore(left + 1, left) ? left + 1 : left;
      if (child >= events.length || !this.#isBefore(child, parent)) return first.event;
      this.#swap(child, parent);
      parent = child;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#events[a], this.#events[b]];
    if (one === undefined || other === undefined) return false;
    return (
      one.event.at < other.event.at || (one.event.at === other.event.at && one.turn < other.turn)
    );
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#events[a], this.#events[b]];
    if (one === undefined || other === undefined) return;
    this.#events[a] = other;
    this.#events[b] = one;
  }
}
