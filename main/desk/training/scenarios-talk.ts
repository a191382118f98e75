import type { Scenario } from './scenario.ts';

/** People who can talk, want to, and are safe where they are: the clinician’s own evening. */
export const TALK: readonly Scenario[] = [
  {
    id: 'after-the-breakup',
    callType: 'MHDIST',
    words: [
      'She moved out today and I keep walking around the rooms. I do not want to call my friends again.',
      'We were together nine years. I cannot eat. I am not in danger, I just feel like I am disappearing.',
      'He blocked me everywhere. I know it is silly to call you. I cannot stop shaking.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'refused',
    phone: 'resolved-by-phone',
    clinicalNote: 'Acute separation. Slept little. Will stay with a cousin; call-back not wanted.',
  },
  {
    id: 'no-sleep-for-days',
    callType: 'MHDIST',
    words: [
      'I have not slept in three nights and my thoughts are racing. I know myself, this is how it starts.',
      'I work nights at the hospital and I cannot come down any more. I am home. I need a person, not an app.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place', 'diagnosis'],
    scene: 'services',
    phone: 'referred',
    clinicalNote: 'Early warning signs, insight good. Own prescriber reached; visit tomorrow at 9.',
  },
  {
    id: 'exam-week',
    callType: 'MHDIST',
    words: [
      'I am at the dorm and I failed. My parents do not know. I feel sick and I cannot stop crying.',
      'It is my daughter, she is at college, she is on the other line, she wants somebody calm to talk to.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'refused',
    phone: 'referred',
    clinicalNote: 'Exam stress, panic easing. Campus counseling has a walk-in hour tomorrow.',
  },
  {
    id: 'craving-tonight',
    callType: 'INTOX',
    arrivesAs: 'MHDIST',
    words: [
      'I am ninety days sober and there is a liquor store right under me. Talk to me until it closes.',
      'The dealer texted me. I put the phone in the freezer and called from the house line. What do I do now?',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'substance', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'resolved-by-phone',
    clinicalNote: 'Craving passed while talking. Recovery coach joins by phone at 8 tomorrow.',
  },
  {
    id: 'after-the-crash',
    callType: 'MHDIST',
    words: [
      'I was in a car crash last month and tonight I heard brakes and I am on the floor. I know it is over. My body does not.',
      'I saw something on the train yesterday and I keep seeing it. I am at home with the lights on.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'resolved-by-phone',
    clinicalNote: 'Flashback, grounded within minutes. Trauma clinic number given.',
  },
  {
    id: 'ninety-and-alone',
    callType: 'WELBNG',
    arrivesAs: 'MHDIST',
    words: [
      'I am ninety-one and nobody has called me since Thanksgiving. I am not ill. I hope that is all right to say.',
      'My husband is in the home now. The house makes noises. I would like to hear a voice.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'follow-up-scheduled',
    clinicalNote: 'Lonely, well cared for. Agreed to a weekly friendly call; niece informed.',
  },
  {
    id: 'told-my-family',
    callType: 'JUVBEH',
    arrivesAs: 'MHDIST',
    words: [
      'I am seventeen. I told my parents who I am and they are not speaking to me. I am in my room. I am okay, I think.',
      'I am sixteen and everybody saw the picture. I cannot go back to that school. My grandma is here with me.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: '988-accepted',
    clinicalNote: 'No thoughts of suicide today. Wishes to go on talking with the youth line.',
  },
  {
    id: 'lost-it-gambling',
    callType: 'MHDIST',
    words: [
      'I lost the mortgage money tonight. My wife does not know. I am in the parking lot and I can breathe, I just cannot drive yet.',
      'I bet again. I promised on my kids. I need to say it to somebody before I go in.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'thoughts', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: '988-accepted',
    clinicalNote:
      'Shame, passing thoughts, no plan. Brother picks him up; stays on with 988 until then.',
  },
  {
    id: 'medicine-makes-me-strange',
    callType: 'MHDIST',
    words: [
      'They changed my pills and I feel like glass. I have not missed any. Can I talk to a nurse before I take the next?',
      'Since the new shot I cannot sit still. My doctor’s line says call tomorrow. Tomorrow is long.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place', 'diagnosis'],
    scene: 'services-transfer',
    phone: 'referred',
    clinicalNote:
      'Restlessness after a dose change. On-call prescriber advised; will call back at 22:00.',
  },
  {
    id: 'angry-at-my-own-child',
    callType: 'MHDIST',
    arrivesAs: 'DOMEST',
    words: [
      'I wanted to shake my baby and I put her in the crib and closed the door and called. She is fine. I am not.',
      'I screamed at my kids so loud the neighbor knocked. I never touched them. I need help with this.',
    ],
    where: 'anywhere',
    yes: ['behavioral', 'can-talk', 'willing', 'safe-place'],
    scene: 'services',
    phone: 'referred',
    clinicalNote:
      'Did the right thing and knows it. Sister is on her way; parent stress line given.',
  },
];
