import type { Scenario } from './scenario.ts';

/** Stores, libraries, stations: a minor offence is reported, and often a need stands behind it. */
export const PUBLIC_PLACE: readonly Scenario[] = [
  {
    id: 'will-not-leave-the-store',
    callType: 'TRESP',
    words: [
      'A man will not leave my store. He has been telling the refrigerators about his brother. Customers are going out.',
      'There is a woman in our dressing room who has locked herself in for an hour. She says the mall is not safe.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'minor-offence', 'in-person-need', 'caller-wants-police'],
    scene: 'services',
    note: 'Manager agrees to wait for a team instead of police.',
  },
  {
    id: 'closing-time',
    callType: 'TRESP',
    words: [
      'The library closes in ten minutes and a patron is under a table. He is polite. He says outside is full of cameras.',
    ],
    where: 'anywhere',
    spot: 'public library',
    yes: ['behavioral', 'minor-offence', 'in-person-need'],
    scene: 'services-transport',
  },
  {
    id: 'on-the-rectory-steps',
    callType: 'TRESP',
    words: [
      'Somebody is sleeping on the rectory steps with a lot of bags. Father says no police, but he cannot stay there.',
      'A gentleman has been camping behind our garage. He sings, he is friendly. The owner wants him gone.',
    ],
    where: 'anywhere',
    yes: ['minor-offence', 'unhoused'],
    unknown: ['behavioral'],
    scene: 'refused',
  },
  {
    id: 'preaching-on-the-train',
    callType: 'DISTUR',
    words: [
      'There is a person preaching in the train car, very loud, he knelt in the door. He is not threatening, just will not stop.',
    ],
    where: 'north',
    spot: 'train station',
    yes: ['behavioral', 'minor-offence', 'in-person-need'],
    scene: 'no-contact',
  },
  {
    id: 'going-off-in-the-diner',
    callType: 'DISTUR',
    words: [
      'This guy is going off in my diner, he is going to explode. He threw his napkin and now he is counting the tiles out loud.',
    ],
    where: 'south',
    spot: 'corner diner',
    yes: ['behavioral', 'in-person-need', 'minor-offence', 'caller-wants-police'],
    scene: 'services',
    surprise: 'threats',
  },
  {
    id: 'laundromat-threats',
    callType: 'DISTUR',
    arrivesAs: 'TRESP',
    words: [
      'A customer says the machine stole from her and she will make me pay for it. She is right in my face and getting louder.',
    ],
    where: 'anywhere',
    spot: 'laundromat',
    yes: ['behavioral', 'threats', 'minor-offence', 'in-person-need'],
    scene: 'services',
  },
  {
    id: 'broke-the-bus-shelter',
    callType: 'MHVIOL',
    arrivesAs: 'DISTUR',
    words: [
      'He kicked the glass out of the bus shelter and sat down in it. He is bleeding a little and talking to his hands.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'violence-24h', 'in-person-need'],
    scene: 'services-transfer',
  },
  {
    id: 'pacing-the-hallway',
    callType: 'DISTUR',
    words: [
      'Send the police, there is a stranger pacing our hallway, whispering. Actually I think it is the son from 3A.',
      'Somebody keeps ringing every bell in the building and apologizing. I want an officer here.',
    ],
    where: 'anywhere',
    spot: 'hallway',
    yes: ['behavioral', 'in-person-need', 'caller-wants-police'],
    scene: 'services',
  },
  {
    id: 'asking-for-change',
    callType: 'PANHAN',
    arrivesAs: 'DISTUR',
    words: [
      'There is a lady asking everybody for change outside the pharmacy and she is crying. People step over her.',
    ],
    where: 'anywhere',
    spot: 'outside a pharmacy',
    yes: ['behavioral', 'in-person-need', 'unhoused'],
    scene: 'services',
  },
  {
    id: 'shelter-asks-for-a-ride',
    callType: 'MHTRNS',
    words: [
      'This is the night desk at a shelter. One of our guests is hearing things and asks to be seen tonight. She is calm.',
    ],
    where: 'anywhere',
    spot: 'shelter, front desk',
    yes: ['behavioral', 'in-person-need', 'diagnosis', 'unhoused'],
    scene: 'services-transport',
    note: 'Staff has her medication list.',
  },
  {
    id: 'hands-in-the-fountain',
    callType: 'DISTUR',
    arrivesAs: 'MHDIST',
    words: [
      'A man is standing in the fountain downtown, washing coins. He is soaked. He is nice about it.',
    ],
    where: 'outside',
    yes: ['behavioral', 'in-person-need', 'minor-offence'],
    scene: 'refused',
  },
  {
    id: 'loud-radio',
    callType: 'DISTUR',
    words: [
      'The people next door have had the music up since four. I have work at five. Can somebody tell them?',
      'It is a block party without a permit, they closed the alley. I cannot get my car out.',
    ],
    where: 'anywhere',
    yes: ['caller-wants-police', 'minor-offence'],
    scene: 'services',
  },
];
