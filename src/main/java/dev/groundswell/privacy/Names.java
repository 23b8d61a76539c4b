package dev.groundswell.privacy;

import java.util.Set;

/**
 * Common given and family names of many places, to tell a person from a title. A name that is not
 * here is still seen where only a name can stand; see {@link PersonName}.
 */
final class Names {
  /** Given names that are not English words as well. */
  static final Set<String> GIVEN =
      PatientWords.words(
          """
          aaron abdul abdullah abigail adam adriana agnes ahmed aisha alan alberto alejandra
          alejandro alex alexander alexandra alfred ali alice alicia alison amanda amina amir amit
          amy ana andrea andreas andrew angela anita ann anna anne annie anthony antonio anwar
          aoife arthur arun asha ashley aubrey audrey babatunde barbara beatrice beatriz ben
          benjamin bernard beth betty beverly bianca blessing bobby brandon brenda brian bridget
          bruno bryan caitlin camila carla carlos carmen caroline catherine cecilia charles
          charlotte chen chidi chinedu chloe chris christina christine christopher claire clara
          claudia colin connor craig cristina cynthia daniel daniela danielle darren david deborah
          debra deepak denise dennis derek diana diane diego dimitri dmitri dolores dominic donald
          donna dorothy douglas duc dylan edith eduardo edward edwin eileen elaine elena eleanor
          elijah elizabeth ella ellen emily emma emmanuel eric erica erik ernest esther ethan eugene
          eva evelyn fatima fatou felipe fernando fiona florence frances francesca francis
          francisco fred frederick gabriel gabriela gareth gary geoffrey george gerald gloria
          gonzalo gordon graham greg gregory guadalupe gwen hamza hannah harold harriet harry hasan
          hassan hawa heather hector heidi helen henry hilda hiroshi howard hugh hussein ian
          ibrahim ifeoma imran ines ingrid irene isaac isabel isabella ivan jackie jacob jacqueline
          jaime jamal james jamie jane janet janice jared jasmine jason javier jeff jeffrey jennifer
          jenny jeremy jerome jerry jessica jesus jill jim jimmy joan joanna joanne joel johanna
          john johnny jonas jonathan jorge jose josé joseph joshua joyce juan juanita judith judy
          julia julian julie justin kamal karen karim karl kate katherine kathleen kathryn katie
          keisha keith kelly kenneth kevin khalid kim kimberly kofi kumar kwame kyle lakshmi lamar
          larry latoya laura lauren laurence lawrence leah leila leo leon leonard leroy leslie liam
          lillian linda lisa lois lopez loretta lorraine louis louise lucas lucia lucy luis luisa
          luz lydia lynn mabel madison maeve magdalena mahmoud malcolm malik mamadou manuel marcia
          marcus margaret maria mariam marie marilyn mario marion marjorie marta martha martin
          martina mary matthew maureen maurice megan mei melanie melissa michael michelle miguel
          mike mildred ming miriam mohamed mohammad mohammed mónica monica muhammad mustafa nadia
          nancy naomi natalie natasha neha nguyen nia niamh nicholas nicola nicole nigel nikhil
          nina noah noor nora norma norman oksana olga oliver olivia olu oluwaseun omar oscar pablo
          pamela patricia patrick paul paula pauline pedro peter philip phyllis pierre precious
          priya rachel rahul rajesh ralph ramon raquel ravi raymond rebecca renee ricardo richard
          rita robert roberta roberto rodrigo roger ronald rosa rosemary ross roxanne roy russell
          ruth ryan sabrina said salim salma sally samantha samira samuel sandra sanjay sara sarah
          scott sean sebastian sergio shanice shannon sharon shaun sheila shirley siobhan simon
          sofia sophia sophie stacey stanley stefan stella stephanie stephen steve steven stuart
          sunita suresh susan suzanne svetlana sylvia tamara tamika tanisha tanya tara tariq tatiana
          teresa terrence thabo thandi theodore theresa thi thomas tiffany timothy tina tom tommy
          tracy trevor tyrone usha valentina valerie vanessa vera veronica vicky victoria vijay
          vincent viola virginia vivian walter wanda wayne wei wendy william wilma xavier yan
          yasmin yolanda yosef youssef yuki yusuf yvonne zachary zahra zainab zoe jack sam max joe
          lee ray bob pete tony mo jo abu ibrahima chukwuemeka ngozi adaeze ayesha khadija layla
          """);

  /** Given names that are English words too; they count in capitals and before a family name. */
  static final Set<String> GIVEN_WORDS =
      PatientWords.words(
          """
          mark will grace may hope faith joy rose art bill drew pat sue frank gene grant guy miles
          norm rob rich chase christian dawn don eve iris ivy jean june april august lance page
          robin rusty sandy summer autumn victor wade ward amber angel carol charity chance clay
          cliff dale dick earl heath hunter jade josh kay mercy mason nick penny pearl pierce reed
          rocky ruby skip sky woody hazel olive violet lily daisy ginger crystal destiny
          """);

  static final Set<String> FAMILY =
      PatientWords.words(
          """
          abbott abdi abdullah abraham acosta adams adebayo adeyemi afolabi aguilar ahmad ahmed akhtar
          ali allen alonso alvarez anderson andrews arnold asante ashworth atkinson ayala bailey
          baker banda barker barnes begum bell bennett bianchi boateng brooks brown bryant butler
          campbell cardenas carter castillo castro chambers chan chang chavez chen cheng choi
          chowdhury chukwu clark clarke cohen coleman collins cooper cox cruz cunningham davies
          davis daniels delgado desai diallo diaz dixon doe doyle dunn edwards ellis espinoza evans
          fernandez ferrari fischer fisher fitzgerald flores foster fox francis fraser freeman
          friedman fuentes garcia gibson gill gomez gonzales gonzalez goldberg gordon graham gray
          green greene griffin guerrero gupta gutierrez guzman hall hamilton hansen harper harris
          harrison hart harvey hassan henderson henry hernandez herrera hill ho hoang hoffmann
          holmes houston howard hughes huang hunt hussain hussein ibrahim islam iqbal jackson
          jacobs james jenkins jensen jimenez johnson johnston jones jordan joseph juarez kamara kaur
          kelly kennedy khan kim king knight kowalski kumar kuznetsov lam le lee leung levy lewis
          li lin liu lloyd long lopez lowe ly macdonald malik marshall martin martinez mason matthews
          mbeki mcdonald mcintyre medina mehta mendez mendoza mensah meyer miller mitchell mohamed
          mohammed molina morales moreno morgan morris morrison moyo müller munoz murphy murray
          mwangi myers nakamura ncube nelson newman ng ngo nguyen nkosi novak nowak o'brien
          o'connor o'neill obi ochoa odhiambo okafor okeke okonkwo okoro oliveira olsen ortega ortiz
          osei owen owens owusu palmer parker patel patterson perez perkins perry peters peterson
          petrov pham phan phillips popescu powell price quinn rahman ramirez ramos rao reddy reed
          reid reyes reynolds ricci richards richardson rivera rivers roberts robertson robinson
          rodriguez rogers rojas romero rosen rossi ruiz russell ryan salazar sanchez sanders santos
          sato schmidt schneider schultz scott sharma shaw shah shapiro silva simmons simpson
          singh smith snyder soto souza spencer stein stevens stewart stone sullivan suzuki tanaka
          taylor thapa thomas thompson thomson torres tran traore tucker turner uddin van vargas
          vasquez vega wagner walker wallace walsh wang ward warren washington watkins watson webb
          weber wells west white wilkinson williams williamson wilson wong wood woods wright wu xu
          yadav yamamoto yang yilmaz young yusuf zhang zhao zhou zimmermann zuma
          """);

  /** Small words within a name. */
  static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "da", "dos", "di", "del", "della", "la", "le", "bin",
          "bint", "ibn", "al", "el", "ben", "y", "e", "san", "st", "ter", "du", "das");

  private Names() {}
}
