/**
 * First names that are common in Dutch neighbourhoods, of every generation and of the countries people came from, in
 * lower case and without accents. Left out: names that are more often a town, a shop, a month or a language.
 */
const surely = `
aad aafke aaltje aart abby abdel abdelhak abdelkader abdellah abderrahim abdi abdirahman abdul abdulkadir abdullah abel
abigail abraham achmed ada adam adem adil adnan adriaan adriana adrie agnes agnieszka ahmad ahmed ahmet aicha aida
aisha aissa akram alaa alda alejandro aleksandra alex alexander alexandra ali alicia alie alina alma amal amanda amber
amin amina amine amir amira amy ana anass andre andrea andreas andries andrzej andy angela angelique angelo anis anita
anja anke anna annabel anne anneke annelies annemarie annemiek annet annette annie annika anniek anouar anouk ans anthony
antje antoinette anton antonia antonio anwar appie arend arie arif arjan arjen arlette arnold arthur asha ashraf aslan
astrid asya atie aukje aurora awet ayaan ayan ayda aydin ayman ayoub ayse aysel aysegul aziz aziza
babette badr barbara barend bart bartosz bas bashir bastiaan bayram beata beatrijs benjamin benny berend bernadette
bernard bert bertha bertus betty betul bianca bilal birgit bjorn boris boudewijn boukje bouke bram brahim brenda brian
brigitte britt bruno burak busra
cagla caitlin carel carin carina carla carlijn carlo carlos carmen carola caroline casper catharina cathy cedric cees
cemal cemile chaima chantal charifa charles charlotte cheyenne chris christa christel christiaan christian christien
christina christine cindy claire clara claudia clemens coby colin connie conny cor coralie coretta corine corinne
cornelia cornelis corrie corry cynthia cyriel
daan dagmar damian damla daniel daniela danielle danique danny dante daphne dariusz davey david davy debbie deborah
demi denise dennis derek derk desi desiree deniz devin diana dick dieuwke dilara dilek dimitri dina dineke dinie dion
dirk djamila djoeke dominique donald donna dorien doris dorota dorothea douwe driss dunya dylan
ebru ebrahim ed eddie eddy edgar edith eduard edward edwin eefje eelco eelke eline elif elisa elisabeth elise ellen
elleke ellie elly elma els elsa elsbeth elske elvira ely elza elzbieta emiel emily emine emma emmy emre enes engin
enzo erdem erik erika erna ernst erol erwin esma esmee esra estelle esther eva evelien evelyn evert evi ewa ezgi
fabian fadi fadma faisal fanny farah farid farida faruk fatih fatiha fatima fatma fatmata fatou fawzi fay feli felix femke
fenna fenne ferdi ferdinand ferry feyza fien fiene fieke fikret filip filiz fiona firat fleur floortje floris folkert
fouad francien francis francisca francois frankie franca franciscus fred freddy frederik frederique freek frida
frits fuad funda furkan
gaby gabriel gabriella gea geertje geertruida geke gerard gerarda gerben gerda gerdien gergana gerhard gerlinde germaine
gerrie gerrit gerry gert gertjan gertrude gideon giel gijs gijsbert gina giovanni gizem gladys glenn goran gonda greet
greetje gregory greta gretha grietje guido  gulay gulsen gusta guus gwen
habib habiba hadewych hafida hagar hajar hakan hakim halil halima halime hamid hamida hamza hana hanan hanane hanna
hannah hanne hanneke hannie hans harm harmen harold harrie harry hasan hasna hassan hatice hayat hedwig hedy heidi hein
heleen helena helga helma hendrik hendrika hendrina henk hennie henny henri henrico henriette henrik henry herman hermien
hermina hessel hettie hicham hidde hilal hilda hilde hillie hilly huda hugo huib hulya huseyin husnu hussein
ibrahim ibtissam ida idris ignas igor ihsan ikram ilan ilham ilias ilja ilona ilse ilyas iman imane imran ina inci
ineke ines inge ingrid ireen irena irene irina irma isa isaac isabel isabella isabelle ismael ismail ivan ivo ivonne
jaap jacco jack jackie jacob jacoba jacqueline jacques jady jaimy jake jakob jakub jalal jamal jamie jamila jan jana jane
janet janice janine janke janna janneke jannes jannie janny janus jaouad jara jarno jason jasmine jasper jawad jayda
jayden jean jeanet jeanette jeanne jeannette jef jelena jelle jelmer jenna jennifer jenny jeremy jeroen jerom jerry jesse
jessica jessie jessy jetske jettie jetty jikke jill jim jimmy jitske jitse jo joan joanna jochem joel joep joey johan
johanna johannes john johnny joke jolanda jolanta jolien jolijn jonas jonathan jop jordi jordy jorg joris jorrit
jos josef josefien jose joseph josephine joshua josien josine joyce juan judith jules julia julian julie juliette
julius jurgen jurre jurriaan justin justine justyna jutta
kaan kadir kai karel karen karim karima karin karina karl karlijn karolina kasia kasper katarzyna kate katelijne kathleen
katinka katja kayleigh keano kees keith kemal kenan kenneth kerem kevin khadija khaled khalid khalil kim kimberly kirsten
kitty klaas klaartje klaasje klara klaus koen koos kornelis krista kristel kristina krystyna krzysztof kubra kyra
laetitia laila lamia lana lara larissa lars laura laurens laurent lauri layla lea leander leendert leila leentje
lena lennart leni lenie lenka lennon leo leon leonie leontien letitia levi lex leyla lia liam lian lianne lidia lidwien
lien lieke lies liesbeth lieselotte lieve lieze lilian liliane lily lina linda linette lisa lisanne lisette lizzy lobke
lodewijk loek loes lois lola loretta lorenzo lotfi lotje lotte louis louisa louise loubna lowie lubna luc luca lucas
lucia lucie lucien lucy ludmila ludo ludwig luigi luke lukas lutfi lydia lynn
maaike maarten maartje maciej mahir mahmoud mahmut maikel maja malak malgorzata malika malou manal mandy manfred manon
manuel manus mara marc marcel marcin marco marcus marek margaret margaretha margje margo margot margreet margriet maria
mariam marian marianne marie mariek marieke mariella marielle marije marijke marijn marika marilyn marina marinus mario
marion marisa marit marita marius mariusz marja marjan marjo marjolein marjolijn markus marleen marlene marlies
marlijn marlon marloes marlou marnix marouane marre mart marta martha marthe martijn martin martina martine marwa marwan
mary maryam mateusz matheo mathijs mathilde matilda mats matteo matthew matthias matthijs maud maureen maurice maurits
mayke mehdi mehmet meike meindert melanie melek meltem melvin menno merlijn mert merve meryem mia michael
michal michel michelle michiel mick miek mieke mien miep mies mike milan milena milou mimoun mina minke mira miranda
mirella miriam mirjam mirte mirthe mitchell mohamed mohammad mohammed mohamud mohsin moniek monika monique morad
morris mounir mourad moussa muhammad muhammed muharrem murat mustafa mustapha myra myrthe
nabil nabila nada nadia nadine nadir najat najib najim nancy naomi nasira nasser natalia natalie natasja nathalie nawal
nazan necati neeltje nel nele nelleke nellie nelly neslihan nesrin nico nicolaas nicole nicolette niek niels nienke nihal
nikki nils nina noa noah noam noel noor nora norbert noud noura nour nuray nurcan nuri nynke
odette olaf olga oliver olivia omar omer onno orhan oscar osman otman otto oumaima oussama ozan ozgur ozlem
pablo paco pascal patricia patrick patrycja paul paula paulien pauline pawel peggy pedro pelin petar peter petra petronella
philip philippe pia pien pier piet pieter pieternel pietje pim pinar piotr pleun priscilla prisca
quincy quinten quirine rabia rachel rachid rachida radboud rafael rahma rajae ralf ralph ramazan rami ramon randy rania
raoul raquel rashid rasheed raymond rayan rebecca redouan reinder reinier reinoud remco remko remy renate rene
renee renske reyhan rian rianne ria ricardo richard rick rico rida rieke riekie rien riet rietje rik rita ritchie rob
robbert robbie robby robert roberta roberto robin rochelle rodney roel roeland roelof roger roland rolf roman romano romy
ronald ronan ronja ronnie ronny rosa rosalie rosanne roselien rosita roxanne ruben rudi rudolf rudy rukiye ruth ruud
saar saartje saba sabina sabine sabrina sadia safa safae saida sajida salah saleh salem salim salima salma salman
salvatore sam samantha samar sami samir samira samuel sander sandra sanne santiago sara sarah sarina saskia savannah sayid
sean sebastiaan sebastian sefa selam selim selin selma sem semih senna serap serdar serge serkan sevda sevgi sevim shaima
shakira shannon sharon sheila shirley siem siemen sietse sietske siebe siebren sierd sigrid sijmen silke silvia simon
simone sina sinan sinem sjaak sjaan sjaantje sjef sjoerd sjon sjonnie sjors slawomir sofia sofian sofie sohail soner sonja
sonny sophia sophie soraya souad soufiane soumaya stacey stan stanislaw stef stefan stefanie steffie stella stephan
stephanie steven stijn suleyman sumeyye susan susanne suus suzan suzanna suzanne sven svetlana sybren sylvana
sylvia sylwia
taha tamara tamer tania tanja tarik tariq tatiana teddy teije teresa tess tessa teun teunis teus thea theo theodora
theresia thijmen thijs thom thomas tibor tiemen tieneke tijl tijmen tijn tim timo timothy tina tineke tinus tjeerd tjitske
tobias toby tom tomas tomasz tommie tommy tonia tonnie tonny toon toos tracy trees trijntje trudy truus tugba tuncay
turgut twan tygo tyler ufuk ugur umit umut urszula ursula usha
valerie vanessa veerle vera veronica veronique victor victoria vigo vincent violet viola vivian volkan
walid walter wendy werner wesley wessel wiebe wiebke wieke wies wietse wijnand wilbert wilco wilfred wilhelmina
wilhelmus willeke willem willemien willemijn willie willy wilma wim winnie wiktoria wojciech wout wouter wouterina
xander xandra yahya yana yannick yara yasemin yasin yasir yasmin yasmina yasmine yassin yassine yassir yavuz yentl yesim
yildiz ymke yolanda yonas yonathan yosef youness younes younis youri youssef youssra yusuf yvette yvonne
zafer zahra zainab zakaria zayd zehra zeki zerda zeynep zineb zoe zohra zsofia zulaika zuleyha zuzanna`;

/** Names that are words as well: at the beginning of a sentence only what follows can tell. */
const alsoWords = `
flip frans joost leen said sultan angel ben bo bob boy fee floor frank ger iris jasmijn jet jip job joy linde luna mark max mees merel nova olijf pip puck rein roos rosemarie sien sil sterre sunny ton ward wil will wolf storm mans bep bea`;

const setOf = (names: string) => new Set(names.trim().split(/\s+/));

export const firstNames: ReadonlySet<string> = setOf(surely);
export const namesLikeWords: ReadonlySet<string> = setOf(alsoWords);
