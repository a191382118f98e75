/**
 * What is tried first, compiled by hand: words people take for a passphrase everywhere, and those that lie near in a
 * 911 center. Lower case, without spaces and signs. With digits around it each is as easy; runs of keys, repeats and
 * the names of the person and the center are found by rule.
 */
export const COMMON_PASSPHRASES: ReadonlySet<string> = new Set(
  `
  aaaaaaaa abc abcabc abcd abcdef abcdefgh access access14 accessdenied admin administrator agent007 airforce
  alexander alexandra always amanda amazon ambulance america american andrew android angel angels anthony apple
  april aquarius aries army asdf asdfasdf asdqwe ashley asshole august austin autumn babyboy babygirl banana
  baseball basketball batman bears behavioralhealth benjamin bestfriend bestfriends birthday biteme blackhawks
  blessed blink182 bluesky bond007 boston broncos brother bulls bullshit buster butterfly california callcenter
  calltaker cancer capricorn caredesk changeit changeme changemenow charlie cheese cherry chevrolet chicago
  chicagobears chicagobulls chicagocubs chocolate christ christmas christopher church clinic clinician coffee
  computer console contrasena cookie cookies correcthorsebatterystaple corvette cowboys crisis crisisline cubs
  dallas daniel daughter december default demo denver diamond disney dispatch dispatch911 dispatcher doctor doggie
  dolphins dragon eagles easter elizabeth emergency emergencycall example facebook faith fall family father
  february ferrari fire firedepartment firefighter firefighters fishing florida flower flowers football forever
  fortnite freedom friday friend friends fuckoff fuckyou gandalf garfield gemini giants ginger godbless godisgood
  golden goodmorning google grandma grandpa green guest gunner halloween happy happybirthday harley headset heaven
  hello hellothere helloworld hockey holiday honda honey hospital hotline houston hunter hunting iamgod iamthebest
  ihatework ihateyou illinois iloveu iloveyou instagram internet iphone jamesbond january jennifer jessica jesus
  jesuschrist jonathan jordan jordan23 joshua july june keyboard killer kitten kitty lakers leo letmein letmeinnow
  libra lifeline lightning linkedin lions lkjhg login logmein losangeles lovebug lovely loveme loveyou march marine
  marines master mastermind matrix matthew maverick maytheforcebewithyou medic mentalhealth mercedes merlin michael
  michelle mickey mickeymouse microsoft minecraft mnbvc monday monkey motdepasse mother mustang mypass mypassword
  navy ncc1701 netflix newpass newpassword newyork nicholas nicole nineoneone ninja nopassword nothing november
  nurse october office officer opensesame openup orange packers paramedic parola passphrase passw0rd password
  passwordpassword passwort patricia patriots pepper philadelphia phoenix phoenixrising pisces pizza poiuy pokemon
  police policeman policeofficer porsche prince princess psap puppy purple qazwsx qazwsxedc quickbrownfox qweasd
  qweasdzxc qwerty qwertyqwerty radio raiders rainbow rangers redsox rescue robert root rush2112 sagittarius
  samantha sample samsung samurai saturday scooby scorpio seattle secret semperfi senha september shadow sheriff
  signin signon silver sister sniper snoopy soccer softball soldier something spiderman spring starwars steelers
  stephanie strawberry suicide summer sunday sunflower sunshine superman superuser supervisor sweetheart sysadmin
  taurus temp temporary temppass tequila test tester testing testtest texas thanksgiving thepassword
  thequickbrownfox thomas thunder thursday tiger tigger tobeornottobe topsecret toyota trainee training trainingday
  trustno trustnoone tuesday twitter unitedstates usa user username victoria virgo wednesday weekend welcome
  welcomeback welcomehome whatever whiskey whitesox william windows winter wizard yamaha yankees yellow
  yourpassword youtube zaqwsx zaqxsw zxcvbn
`
    .trim()
    .split(/\s+/u),
);
