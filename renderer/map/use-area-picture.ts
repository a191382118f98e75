import { useEffect, useState } from 'react';
import type { AreaPicture } from '#shared/place/area-examination.ts';
import { ask } from '../desk/ask.ts';
import { useBoard } from '../desk/board-store.ts';

export interface AskedPicture {
  /** Null while there is no map, and until it is here. */
  readonly picture: AreaPicture | null;
  readonly refused: string | null;
  readonly asked: boolean;
}

const NOT_YET: AskedPicture = { picture: null, refused: null, asked: false };

/** The map in force, asked again when another is, and when the policy names the areas otherwise. */
export function useAreaPicture(): AskedPicture {
  const areaMap = useBoard((board) => board.areaMap);
  const policy = useBoard((board) => board.policy?.hash ?? null);
  const [answer, setAnswer] = useState<AskedPicture>(NOT_YET);
  useEffect(() => {
    let gone = false;
    void ask('areas.picture', {}).then((reply) => {
      if (gone) return;
      setAnswer(
        reply.ok
          ? { picture: reply.value, refused: null, asked: true }
          : { picture: null, refused: reply.because, asked: true },
      );
    });
    return () => {
      gone = true;
    };
  }, [areaMap, policy]);
  return answer;
}
