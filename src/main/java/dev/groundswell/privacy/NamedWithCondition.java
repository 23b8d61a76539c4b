package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import dev.groundswell.privacy.PersonName.Trust;
import java.util.Optional;
import java.util.Set;

/**
 * A person by name, and what ails them: "Mrs Thompson has HIV". Names and conditions stand together
 * in talk of work as well ("Ms Patel leads the diabetes group"), so the words between them count.
 */
final class NamedWithCondition {
  private static final Set<String> CONDITIONS =
      PatientWords.words(
          """
          hiv aids diabetes cancer tumour tumor leukaemia leukemia lymphoma melanoma hepatitis tb
          tuberculosis asthma copd emphysema stroke strokes dementia alzheimer alzheimers parkinson
          parkinsons depression anxiety schizophrenia psychosis overdose addiction alcoholism
          pregnancy miscarriage abortion chemo chemotherapy radiotherapy dialysis insulin metformin
          methadone hba1c hba biopsy mastectomy hypertension epilepsy seizure seizures transplant
          sepsis covid pneumonia obesity sti std chlamydia syphilis gonorrhoea gonorrhea herpes
          arthritis anaemia anemia lupus ptsd adhd autism ulcer ulcers migraine migraines angina
          cirrhosis endometriosis fibromyalgia osteoporosis eczema psoriasis gout mrsa
          amputation hysterectomy colonoscopy mammogram antidepressants warfarin diagnosis prognosis
          glaucoma cataract cataracts bp relapse infertility ivf
          """);
  private static final Set<String> STATES =
      PatientWords.words(
          """
          diabetic pregnant depressed obese hypertensive asthmatic epileptic suicidal schizophrenic
          autistic bipolar psychotic positive alcoholic homeless anaemic anemic
          """);

  /** These say it all without a condition. */
  private static final Set<String> EVENTS =
      Set.of(
          "diagnosed",
          "hospitalised",
          "hospitalized",
          "overdosed",
          "miscarried",
          "sectioned",
          "relapsed");

  /** Behind a condition these turn it into work. */
  private static final Set<String> WORK =
      PatientWords.words(
          """
          group groups programme programmes program programs team teams clinic clinics lead leads
          nurse nurses pathway pathways project projects initiative work data figures care
          prevention screening education service services patients numbers rates rate campaign study
          research specialist educator coordinator navigator manager dashboard measure measures
          module committee council charity foundation society awareness week day month training
          workshop course outreach register registry review guidelines guideline plan plans goal
          goals target targets budget grant centre center unit ward network collaborative
          minutes experience expert consultant strategy testing management disparities report reports
          leader fund funding meeting meetings initiatives topic topics report equity gap gaps
          """);

  private static final Set<String> VERBS =
      PatientWords.words(
          """
          has had have with suffers suffered suffering diagnosed is was takes took taking needs need
          developed develops got gets died started stopped starting stopping living lives survived
          missed misses beat caught contracted became refuses refused
          """);

  /** Between the name and its verb. */
  private static final Set<String> LINKS =
      PatientWords.words(
          """
          she he they who also now still already recently just really never , ( ) - the our my patient
          said says told us me that mother father son daughter wife husband sister brother mum mom
          dad baby child only sadly unfortunately again always once
          """);

  /** Within the reach of the verb these break the tie. */
  private static final Set<String> BREAKS =
      PatientWords.words(
          """
          about patients people who among against leads runs manages chairs presents presented
          responsible head expert experience asked wants knows thinks questions interest interested
          ideas idea suggested suggestions concerns data money funding everyone families everybody
          we our you your us staff nurses doctors trained passionate worried working works
          """);

  private static final Set<String> OF_A_PERSON =
      Set.of(
          "history",
          "died",
          "type",
          "kind",
          "form",
          "stage",
          "risk",
          "signs",
          "symptoms",
          "treated",
          "treatment",
          "appointment",
          "referred",
          "seen",
          "medication",
          "operated");
  private static final Set<String> POSSESSIVES = Set.of("her", "his", "their");
  private static final Set<String> OF_A_CONDITION =
      Set.of("type", "stage", "breast", "lung", "new", "-");
  private static final int REACH = 12;

  private NamedWithCondition() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      int end = nameEnd(pieces, i);
      if (end > 0 && (hasCondition(pieces, end) || conditionOf(pieces, i))) {
        return Optional.of(Kind.NAMED_PATIENT);
      }
    }
    return Optional.empty();
  }

  private static int nameEnd(Pieces pieces, int i) {
    if (PatientWords.isHonorificName(pieces, i)) {
      int full = PersonName.end(pieces, i, Trust.UNKNOWN_NAMES);
      int family = pieces.get(i + 1).is(".") ? i + 3 : i + 2;
      return Math.max(full, family);
    }
    Piece before = pieces.get(i - 1).is(".") ? pieces.get(i - 2) : pieces.get(i - 1);
    return pieces.get(i).isCapitalised()
            && !before.in(PatientWords.STAFF)
            && !before.in(PatientWords.HONORIFICS)
            && !before.is("st")
        ? PersonName.end(pieces, i, Trust.USUAL_NAMES)
        : -1;
  }

  private static boolean hasCondition(Pieces pieces, int end) {
    if (pieces.get(end - 1).possessive() && isOwn(pieces, end)) {
      return true;
    }
    boolean verb = false;
    boolean sinceVerbOnlyLinks = true;
    for (int i = end; i < end + REACH && pieces.sameSentence(end - 1, i); i++) {
      Piece piece = pieces.get(i);
      if (piece.in(POSSESSIVES) && isOwn(pieces, i + 1)) {
        return true;
      }
      boolean known = verb || sinceVerbOnlyLinks;
      if (known && piece.in(EVENTS) && (verb || piece.is("overdosed") || piece.is("miscarried"))) {
        return true;
      }
      if (known && piece.in(STATES) && !isWork(pieces, i) && isState(pieces, i)) {
        return true;
      }
      if (verb && piece.in(CONDITIONS) && !isWork(pieces, i)) {
        return true;
      }
      if (piece.in(VERBS) && sinceVerbOnlyLinks) {
        verb = true;
      } else if (verb && breaks(pieces, i, end)) {
        verb = false;
        sinceVerbOnlyLinks = false;
      } else if (!verb && !piece.in(LINKS) && !piece.isNumber()) {
        sinceVerbOnlyLinks = false;
      }
    }
    return false;
  }

  /** "Positive" alone is a mood. */
  private static boolean isState(Pieces pieces, int i) {
    return !pieces.get(i).is("positive")
        || pieces.get(i - 1).is("hiv")
        || pieces.get(i - 2).is("hiv");
  }

  private static boolean breaks(Pieces pieces, int i, int from) {
    Piece piece = pieces.get(i);
    if (piece.in(BREAKS)) {
      return true;
    }
    if (!piece.is("of") && !piece.is("for")) {
      return false;
    }
    for (int j = i - 1; j >= Math.max(from, i - 3); j--) {
      if (pieces.get(j).in(OF_A_PERSON)) {
        return false;
      }
    }
    return true;
  }

  /** "His diabetes", "her type 2 diabetes", "Mrs Thompson's HbA1c". */
  private static boolean isOwn(Pieces pieces, int i) {
    for (int j = i; j < i + 4; j++) {
      Piece piece = pieces.get(j);
      if (piece.in(CONDITIONS)) {
        return !isWork(pieces, j) && pieces.sameSentence(i, j);
      }
      if (!piece.isNumber() && !piece.in(OF_A_CONDITION)) {
        return false;
      }
    }
    return false;
  }

  /** "The diagnosis of Mr Jones", "diabetic Mr Jones". */
  private static boolean conditionOf(Pieces pieces, int name) {
    if (pieces.get(name - 1).in(STATES) && !pieces.get(name - 1).is("positive")) {
      return pieces.sameSentence(name - 1, name);
    }
    return pieces.get(name - 1).is("of")
        && pieces.get(name - 2).in(CONDITIONS)
        && pieces.sameSentence(name - 2, name);
  }

  private static boolean isWork(Pieces pieces, int condition) {
    for (int i = condition + 1; i <= condition + 3; i++) {
      Piece piece = pieces.get(i);
      if (piece.in(WORK)) {
        return pieces.sameSentence(condition, i);
      }
      if (piece.is(",") || piece.is(".") || !pieces.sameSentence(condition, i)) {
        return false;
      }
    }
    return false;
  }
}
