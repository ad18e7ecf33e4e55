/** Words for one person or one household, as pieces of a pattern. Roles (wijkagent, beheerder) are left out. */

const NEIGHBOUR = String.raw`(?:over|onder|boven|achter|naast)?buur(?:man|vrouw|meisje|jongen)`;

const ADJECTIVE = String.raw`(?:oude|oudere|jonge|alleenstaande|demente|verwarde|dakloze|zwangere|bejaarde|eenzame|zieke|old|young|elderly|lonely|homeless|confused|single)`;

const NOUN = String.raw`(?:${NEIGHBOUR}|man|vrouw|mevrouw|meneer|jongen|meisje|dame|heer|kerel|kind|peuter|kleuter|baby|tiener|puber|moeder|vader|opa|oma|weduwe|weduwnaar|bewoner|bewoonster|huurder|huurster|persoon|woman|boy|girl|lady|mother|father|neighbou?r|tenant|widow|widower)`;

/** One person, in Dutch and English. */
export const PERSON = String.raw`(?:(?:${ADJECTIVE} )?${NOUN})`;

/** One household. */
export const HOUSEHOLD = String.raw`(?:gezin|huishouden|familie|echtpaar|stel|koppel|family|household|couple)`;

/** Where a word begins or ends, for letters of any alphabet. */
export const START = String.raw`(?<![\p{L}\d-])`;
export const END = String.raw`(?![\p{L}\d])`;
