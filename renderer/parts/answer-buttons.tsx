import type { Answer } from '#shared/facts/fact.ts';
import { Button } from './button.tsx';

/** The three answers there are, with the same keys wherever a question is asked. */
export function AnswerButtons({ onAnswer }: { readonly onAnswer: (answer: Answer) => void }) {
  return (
    <>
      <Button keys="y" onClick={() => onAnswer('yes')}>
        Yes
      </Button>
      <Button keys="n" onClick={() => onAnswer('no')}>
        No
      </Button>
      <Button keys="u" onClick={() => onAnswer('unknown')}>
        Unknown
      </Button>
    </>
  );
}
