/**
 * Given names that are no other word of English or French: frequent ones of many origins, so that a
 * name in small letters can be seen. A name that is missing here is still seen by what stands around it.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail adam adriana agathe agnieszka ahmad ahmed aiden aisha alan alejandra alejandro alex
  alexander alexandra alexandre alexis ali alice alicia aline alyssa amanda amelia amelie amina amir amy ana ananya
  anastasia andre andrea andreas andrew andriy andy angela angelica anita anjali ann anna anne annie anthony antoine
  anton antonio arjun armand arthur arturo ashley audrey ava ayesha barbara beatrice beatriz bella benjamin benoit
  bernard beth betty beverly bilal boris brandon brenda brian bruce bruno caden camila carl carla carlos carmen
  caroline carolyn catherine cecilia chantal charles charlotte cheryl chinedu chloe chris christina christine
  christopher cindy claudia colette connie consuelo corinne craig crystal cynthia dalia daniel daniela danielle
  darius david deborah deepak denis denise dennis derek diana diane diego dmitri dolores dominique donald donna doris
  dorothy douglas dylan eduardo edward eileen elena elias elizabeth ellen emeka emilie emily emma emmanuel enrique
  eric erica erik ernesto esperanza esther ethan etienne eugene evelyn fatima fatou fernand fernando fiona francesca
  francis francisco francois frederick gabriel gabriela gaetan gary genevieve george georges gerald geraldine gerard
  gilles gina ginette giovanni giulia gloria gordon gregory guadalupe guillaume gustavo hannah hans harold harry
  haruto hassan heather hector helen helene henri henry herbert hiroshi hugo huguette huong ibrahim ignacio igor ilya
  imran ines ingrid irene isaac isabel isabella isabelle ivan jackie jacob jacqueline jacques jamal james jamie jane
  janet janice jared jason javier jayden jeanne jeff jeffrey jennifer jeremy jerome jerry jessica jill joan joanna
  joe joel johanna john johnny jonathan jorge jose josee joseph josephine joshua juan juana juanita judith judy jules
  julia julian julie juliette karen karim karima karl katarzyna kateryna katherine kathleen kathy kavita kayla keith
  kelly kenneth kevin khadija kim kimberly kofi kwame kyle lakshmi larry latoya laura lauren laurent lawrence lea
  leila leonard leslie liam linda lindsay linh lisa lise logan lorraine louise lucas lucia lucie lucille lucy luigi
  luis luisa luka lupe lupita lydia lynn madeleine maggie mahmoud manon manuel marc marcel marcus marek margaret
  margarita maria mariam mariana marie mario marion marisol marjorie marta martha martin mary maryam mason mateo
  mathieu mathilde matthew maureen maurice maxime megan mehdi mehmet mei melanie melissa mercedes mia michael michel
  michele michelle miguel mike mildred minh miriam mohamed mohammad mohammed monica monique muhammad myriam nadia
  nancy naomi natalia natalie natasha nathalie nathan neil ngozi nicholas nicolas nicole nikolai nina noah noor nora
  norma normand odette olena olga olivia oluwaseun omar oscar pablo pamela paola patricia patrick paul paula pauline
  pedro peggy peter philip philippe phillip phyllis pierre piotr priya rachel rachid rafael raj rajesh ralph ramiro
  ramon raoul raul raymond rebecca rejean renee rhonda ricardo richard rita robert roberto robin rocio rodney roger
  rohan roland ronald rosa rosario roxanne ruben russell ruth ryan sabrina sakura salma samantha samir samira samuel
  sandeep sandra sanjay santiago sara sarah scott sean sebastian sebastien sergei sergio sharon sheila shirley silvia
  simone sofia solange sonia sophia sophie stacy stanley stephanie stephen steven stuart sunita susan suzanne
  svetlana sylvia sylvie tamara tammy tanya tatiana teresa terry theo theresa thi thierry thomas thuy tiffany timothy
  todd tony tyler valentina valerie vanessa vera veronica vincent vivian vladimir walter wanda wayne wei wendy wilma
  xavier ximena yannick yasmin yolanda youssef yuki yusuf yves yvette yvonne zachary zainab zeinab zeynep zoe`.split(
    /\s+/u,
  ),
);
