import type { Examples } from './topic-examples.ts';
import type { echoTopics } from '#shared/contract/echo-topics.ts';

export const ECHO_EXAMPLES: Pick<Examples, keyof typeof echoTopics> = {
  'echo.list': {
    as: 'Dana',
    good: () => ({ lines: 20 }),
    bad: [{ lines: 0 }, { lines: 201 }, { lines: 1.5 }, { operatorId: 'theo' }],
  },
  'echo.unread': { as: 'Pat', good: () => ({}), bad: [{ operatorId: 'theo' }] },
  'echo.read': {
    as: 'Dana',
    good: () => ({ upTo: 1 }),
    bad: [{ upTo: -1 }, { upTo: '1' }, { operatorId: 'theo' }],
  },
};
