import type { Scenario } from './scenario.ts';

/** Distress, voices, fear and grief: the everyday work of the teams and of the clinician. */
export const DISTRESS: readonly Scenario[] = [
  {
    id: 'voices-at-night',
    callType: 'MHDIST',
    words: [
      'My brother is hearing voices again. He has been up for two nights and he will not come in from the porch.',
      'Hi, my aunt thinks the radio is giving her orders. She is frightened and I cannot calm her down.',
    ],
    where: 'south',
    spot: 'rear porch',
    yes: ['behavioral', 'in-person-need', 'diagnosis', 'medication-stopped'],
    scene: 'services-transport',
    note: 'Caller meets the team at the back gate and keeps the dog inside.',
  },
  {
    id: 'traffic-median',
    callType: 'MHDIST',
    arrivesAs: 'PERDWN',
    words: [
      'There is a woman sitting on the median talking to somebody who is not there. Cars are going around her.',
    ],
    others: [
      'I just drove past a lady sitting in the middle of the road. She waved at me. Somebody should help her.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'in-person-need'],
    scene: 'services-transport',
    note: 'Northbound curb lane; she moves to the sidewalk when spoken to.',
  },
  {
    id: 'cannot-catch-breath',
    callType: 'MHDIST',
    arrivesAs: 'PERDWN',
    words: [
      'I cannot catch my breath, my heart is racing, I think I am dying. It happened last week too, on the train.',
      'My hands are tingling and I cannot breathe right. The doctor says it is panic but it feels real.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place', 'called-before'],
    scene: 'refused',
    phone: 'resolved-by-phone',
    clinicalNote:
      'Panic symptoms eased with paced breathing. Has a clinic appointment on Thursday.',
  },
  {
    id: 'grief-evening',
    callType: 'MHDIST',
    words: [
      'My wife passed three weeks ago and tonight I just cannot be in this apartment by myself.',
      'I do not know who to call. It is my son’s birthday and he is gone. I just need somebody to talk to.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'referred',
    clinicalNote:
      'Acute grief, no thoughts of suicide. Agreed to a grief group; sister comes tonight.',
  },
  {
    id: 'shouting-upstairs',
    callType: 'MHDIST',
    arrivesAs: 'DISTUR',
    words: [
      'There is a terrible fight upstairs, a man yelling for an hour. I never hear anybody answer him, though.',
      'My neighbor is screaming at the walls again. He is always polite to me. Something is wrong tonight.',
    ],
    where: 'north',
    spot: '3rd floor',
    yes: ['behavioral', 'in-person-need', 'caller-wants-police'],
    scene: 'services',
    note: 'He lives alone; building door code from the caller.',
  },
  {
    id: 'wires-in-the-wall',
    callType: 'MHDIST',
    words: [
      'They put wires in my wall and they hear everything. I took the outlets out. Please send somebody who will look.',
    ],
    where: 'south',
    spot: 'garden apartment',
    yes: ['behavioral', 'in-person-need', 'can-talk', 'called-before'],
    scene: 'services',
    note: 'Outlets are open; power is off at the panel.',
  },
  {
    id: 'rent-and-work-gone',
    callType: 'MHDIST',
    words: [
      'I lost the job Friday and now the rent. I have not slept. I am not going to do anything, I just feel like I am falling.',
      'I need to talk to somebody before I do something stupid like quit school. I am shaking.',
      'Everything is too much at once. My name is Maria Guadalupe Hernández-Villaseñor de la Torre Castañeda. I will wait.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'resolved-by-phone',
    clinicalNote: 'Situational crisis. Two next steps agreed, rent assistance number given.',
  },
  {
    id: 'tear-this-place-down',
    callType: 'MHDIST',
    arrivesAs: 'MHVIOL',
    words: [
      'My uncle says he is going to tear this place down and I have kids here. He is sitting on the stairs crying now.',
    ],
    where: 'south',
    spot: '2nd floor',
    yes: ['behavioral', 'in-person-need', 'diagnosis'],
    scene: 'services-transport',
    note: 'He asked for a ride to the clinic himself.',
  },
  {
    id: 'new-mother',
    callType: 'MHDIST',
    words: [
      'My daughter had her baby a month ago. She will not eat, she says the baby would be better off with me.',
      'I had a baby five weeks ago and I keep crying. My mother has him now. I need to talk to a nurse or someone.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'escalated-field',
    clinicalNote:
      'Low mood since birth, not eating. Wants to be seen tonight; grandmother has the baby.',
  },
  {
    id: 'firecrackers-and-a-veteran',
    callType: 'MHDIST',
    words: [
      'Somebody set off firecrackers and my dad is on the kitchen floor saying gun, gun. He was in the service.',
    ],
    where: 'anywhere',
    spot: 'kitchen door on the alley',
    yes: ['behavioral', 'in-person-need', 'diagnosis'],
    scene: 'services',
    surprise: 'weapon-nearby',
    note: 'Approach without lights; call him Sergeant, he likes that.',
  },
  {
    id: 'evening-caller',
    callType: 'MHDIST',
    words: [
      'Good evening, it is Walter. It is one of those nights. Is somebody free to talk a little?',
      'It is Walter again. I did the breathing and it helped some. I would still like to talk.',
      'Walter here. I am sorry to bother you. The quiet is bad tonight.',
    ],
    where: {
      address: '4700 block N Broadway, apt 512',
      areaId: 'uptown',
      callback: '312-555-0107',
    },
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place', 'called-before', 'diagnosis'],
    scene: 'services',
    phone: 'resolved-by-phone',
    clinicalNote:
      'Known to the desk. Lonely evening, no thoughts of suicide. Drop-in center opens at 9.',
  },
  {
    id: 'bus-stop-undressed',
    callType: 'INDEC',
    words: [
      'A man took his clothes off at the bus stop. He is not bothering anybody, he looks confused. It is cold.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'in-person-need', 'minor-offence'],
    scene: 'services-transfer',
    note: 'Bring blankets.',
  },
  {
    id: 'roommate-from-abroad',
    callType: 'MHDIST',
    words: [
      'My name is יעל בן־דוד, I am calling about my roommate. She thinks people follow her home and she has not left her room in four days.',
      'This is محمد عبد الرحمن. My cousin does not sleep, he talks to people in the mirror. He is gentle but I am worried.',
    ],
    where: 'north',
    spot: 'unit 2B',
    yes: ['behavioral', 'in-person-need'],
    scene: 'refused',
    note: 'Caller can interpret. Shoes off at the door, please.',
  },
  {
    id: 'angry-on-the-phone',
    callType: 'MHDIST',
    words: [
      'I have been on hold with my insurance all day and I am so angry I could scream. I need my medication, do you hear me?',
      'Nobody listens. I called the clinic, I called the hotline. Now I am calling you. Are you going to listen?',
    ],
    where: 'outside',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place', 'medication-stopped'],
    scene: 'refused',
    phone: 'caller-lost',
    clinicalNote:
      'Angry about a refill, no threats. Line dropped; two call-backs went to voicemail.',
  },
];
