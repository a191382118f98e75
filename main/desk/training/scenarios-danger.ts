import type { Scenario } from './scenario.ts';

/** Immediate danger, some of it in calm words, and lines on which nobody speaks. */
export const DANGER: readonly Scenario[] = [
  {
    id: 'bat-at-the-pumps',
    callType: 'MHVIOL',
    arrivesAs: 'TRESP',
    words: [
      'A man will not leave my gas station. He is at pump three. He has a bat, he swings it when people pull in.',
    ],
    others: ['I just left the gas station, there is a guy with a bat hitting the pumps.'],
    where: 'anywhere',
    spot: 'gas station',
    yes: ['behavioral', 'weapon-in-hand', 'weapon-nearby', 'threats', 'in-person-need'],
    scene: 'services-transfer',
  },
  {
    id: 'calm-about-the-knife',
    callType: 'MHDIST',
    words: [
      'Good evening. My tenant would like to speak with someone about his feelings. He asked me to hold the line for him.',
    ],
    where: 'anywhere',
    spot: 'coach house',
    yes: ['behavioral', 'weapon-in-hand', 'weapon-nearby', 'can-talk', 'in-person-need'],
    scene: 'services-transport',
    note: 'Caller mentions only when asked: he holds a kitchen knife while he talks.',
  },
  {
    id: 'gun-on-the-porch',
    callType: 'MHVIOL',
    words: [
      'My neighbor is on his porch with a shotgun across his knees talking about the end of days. He says hello to everybody.',
    ],
    where: 'south',
    spot: 'front porch',
    yes: ['behavioral', 'weapon-in-hand', 'weapon-nearby', 'in-person-need'],
    scene: 'services-transfer',
  },
  {
    id: 'will-not-let-me-out',
    callType: 'MHVIOL',
    arrivesAs: 'DOMEST',
    words: [
      'He put the couch in front of the door and says nobody leaves until they believe him. We are four in here.',
    ],
    where: 'north',
    spot: 'apt 9',
    yes: ['behavioral', 'hostage', 'domestic-violence', 'in-person-need'],
    scene: 'services-transfer',
  },
  {
    id: 'fire-in-the-sink',
    callType: 'MHDIST',
    words: [
      'She is burning letters in the sink and the curtain caught. It is out, I think. She wants to do it again.',
    ],
    where: 'anywhere',
    spot: '3rd floor',
    yes: ['behavioral', 'hostage', 'scene-hazard', 'in-person-need'],
    scene: 'services-transfer',
  },
  {
    id: 'stabbed-at-the-corner',
    callType: 'OTHER',
    words: [
      'Somebody just got stabbed at the corner, he ran, the other one is on the ground holding his side.',
    ],
    others: ['There is a man bleeding on the sidewalk by the currency exchange.'],
    where: 'anywhere',
    spot: 'corner',
    yes: [
      'violent-felony',
      'serious-injury',
      'assault-now',
      'weapon-in-hand',
      'caller-wants-police',
    ],
    scene: 'services-transfer',
  },
  {
    id: 'store-was-robbed',
    callType: 'OTHER',
    words: ['We were just robbed, two men, they are gone. Nobody is hurt. We locked the door.'],
    where: 'anywhere',
    spot: 'corner store',
    yes: ['violent-felony', 'caller-wants-police'],
    scene: 'services',
  },
  {
    id: 'open-line',
    callType: 'HANGUP',
    words: [
      '(Open line. A television, a door, somebody humming. Nobody answers.)',
      '(The caller hung up. On call-back it rings without an answer.)',
    ],
    where: 'anywhere',
    hidesNumber: true,
    yes: [],
    unknown: [
      'not-breathing',
      'weapon-in-hand',
      'weapon-nearby',
      'assault-now',
      'behavioral',
      'in-person-need',
    ],
    scene: 'no-contact',
  },
  {
    id: 'swinging-a-chair',
    callType: 'MHVIOL',
    words: [
      'He is swinging a chair at us in the day room, one of my aides is hurt, not badly. This is a group home.',
    ],
    where: 'south',
    spot: 'group home, day room',
    yes: ['behavioral', 'assault-now', 'violence-24h', 'threats', 'in-person-need', 'diagnosis'],
    scene: 'services-transfer',
    note: 'Staff moved everybody upstairs; he is alone in the day room.',
  },
];
