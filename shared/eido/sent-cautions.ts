import { componentsOf, idOf, lineOf, type Component } from './components.ts';
import type { SentCaution } from './sent-eido.ts';
import type { CautionKind } from '../caution/caution.ts';

const CAUTIONS_MOST = 10;

export function sentCautions(sent: Component): SentCaution[] {
  return componentsOf(sent, 'cautionComponent')
    .slice(0, CAUTIONS_MOST)
    .flatMap((each) => {
      const id = idOf(each);
      const registry = lineOf(each, 'cautionTypeCommonRegistryText', 80);
      const text = lineOf(each, 'cautionTypeInternalText', 300) ?? registry;
      if (id === null || text === null) return [];
      const kind = kindOf(`${registry ?? ''} ${text}`);
      return [{ id: id.slice(0, 200), kind, text, source: lineOf(each, 'cautionSource', 120) }];
    });
}

const KINDS: readonly (readonly [RegExp, CautionKind])[] = [
  [/weapon|firearm|gun|knife|armed/iu, 'weapon'],
  [/violen|assault|fight/iu, 'violence'],
  [/animal|dog/iu, 'animal'],
  [/infect|contagi|biohaz|communicable/iu, 'infection'],
];

/** What fits none of our kinds may be criminal justice, so it is read by those who may read that. */
function kindOf(words: string): CautionKind {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'officer-safety';
}
