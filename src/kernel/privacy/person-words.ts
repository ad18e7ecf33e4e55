/** Words for one person or one household, as pieces of a pattern. */

const NEIGHBOUR = String.raw`(?:over|onder|boven|beneden|achter|naast)?buur(?:man|vrouw|meisje|jongen)`;

const ADJECTIVE = String.raw`(?:oude|oudere|jonge|alleenstaande|demente|verwarde|dakloze|zwangere|bejaarde|eenzame|zieke|old|young|elderly|lonely|homeless|confused|single)`;

const NOUN = String.raw`(?:${NEIGHBOUR}|man|vrouw|mevrouw|meneer|jongen|jochie|meisje|dame|heer|kerel|kind|peuter|kleuter|baby|tiener|puber|moeder|tienermoeder|vader|opa|oma|weduwe|weduwnaar|zwerver|bewoner|bewoonster|huurder|huurster|persoon|woman|boy|girl|lady|mother|father|neighbou?r|tenant|widow|widower)`;

/** One person, in Dutch and English. Roles (wijkagent, beheerder) are left out. */
export const PERSON = String.raw`(?:(?:${ADJECTIVE} )?${NOUN})`;

/** One household. */
export const HOUSEHOLD = String.raw`(?:gezin|huishouden|familie|echtpaar|stel(?! (?:je|dat|we|u|vragen|eens))|koppel|tweeling|family|household|couple)`;

/** One relative or friend of somebody. */
export const RELATIVE = String.raw`(?:(?:half|stief|schoon|pleeg|klein)?(?:zus|zusje|broer|broertje|zoon|zoontje|dochter|dochtertje|moeder|vader)|opa|oma|opaatje|omaatje|oom|tante|neef|neefje|nicht|nichtje|man|vrouw|ex|ex-man|ex-vrouw|vriend|vriendje|vriendin|partner|kind|baby|sister|brother|son|daughter|mother|father|grandmother|grandfather|aunt|uncle|cousin|niece|nephew|husband|wife|ex-husband|boyfriend|girlfriend)`;

/** What one person in a neighbourhood is to all: the one who is called so can be pointed out. */
export const ROLE = String.raw`(?:conciërge|conci[eë]rge|imam|dominee|pastoor|priester|koster|voorzitter|secretaris|penningmeester|beheerder|beheerster|huismeester|wijkagent|agent|boa|eigenaar|eigenares|uitbater|uitbaatster|vrijwilliger|vrijwilligster|trainer|coach|leider|leidster|directeur|directrice|schoolhoofd|hoofd van de school|leraar|lerares|docent|juf|meester|kapper|kapster|bakker|slager|groenteboer|postbode|huisarts|tandarts|apotheker|fysiotherapeut|wijkverpleegkundige|verpleegkundige|thuishulp|opbouwwerker|jongerenwerker|maatschappelijk werker|sociaal werker|consulent|chauffeur|kassière|winkelier|portier|barman|barvrouw|wethouder|caretaker|headmaster|teacher|shopkeeper|owner|chairman|baker|hairdresser|trainer)`;

/** What makes a sentence about somebody a story about that one person: their health, mind, money, doings with the law. */
export const TROUBLE = String.raw`(?:drinkt|is (?:al )?(?:vaak )?dronken|gebruikt drugs|dealt|verslaafd\p{L}*|slaat|slaan|mishandel\p{L}*|schreeuwt|scheldt|dement\p{L}*|verward\p{L}*|depressief|depressieve|psychotisch\p{L}*|schizofre\p{L}*|autistisch\p{L}*|verwaarlo\p{L}*|vervuil\p{L}*|vereenzaam\p{L}*|eenzaam|in de war|zelfmoord|suïcid\p{L}*|schulden|ontruimd|uit huis gezet|uit huis geplaatst|stalkt|bedreigt|bedreigd|komt (?:nooit|niet meer) buiten|gevangenis|illegaal|geslagen|jeugdzorg|opgenomen|overspannen|burn-out|zonder papieren|ziek|ziekenhuis|kanker|rolstoel|zwanger|gescheiden|overleden|psychiatri\p{L}*|huilt|blauwe plekken|durft [^.!?\n]{0,40}?(?:niet|geen)|gepest|bang|gevallen|lastiggevallen|aangerand|verkracht|weggelopen|aangehouden|opgepakt|gearresteerd|opgesloten|ontslagen|ontslag|werkloos|baan verloren|(?:baan|huis|geld) kwijt|uitkering|failliet|bedelt|steelt|stal|spijbelt|vecht|bonkt|bonken|spuugt|plast|wietplantage|bij een bende|bij een gang|loverboy|geen geld|in een auto|in zijn auto|in haar auto|alleen laat|drinks|drunk|is drinking|deals|addicted|beats|hits|screams|confused|depressed|neglect\p{L}*|lonely|in debt|never comes out|abus\p{L}*|afraid|bullied|pregnant|arrested|lost (?:his|her|their) (?:job|house)|in hospital|wheelchair)`;

/** Behind who tells something: they are not the one it is told about. */
export const TELLS = String.raw`(?! (?:(?:van|uit|met) [^.!?\n]{0,30})?(?:zegt|zei|vertelt|vertelde|vindt|vond|noemt|noemde|merkt|meldt|gaf|geeft|hoort|ziet|vraagt|says|said|told|tells|thinks|mentions))`;

/** Where a word begins or ends, for letters of any alphabet. */
export const START = String.raw`(?<![\p{L}\d-])`;
export const END = String.raw`(?![\p{L}\d])`;
