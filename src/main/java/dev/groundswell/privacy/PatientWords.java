package dev.groundswell.privacy;

import java.util.Arrays;
import java.util.Set;

/**
 * Words that tell whether a piece of text is about one person, about an organisation, or neither.
 */
final class PatientWords {
  static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "mister",
          "señor",
          "señora",
          "sra",
          "frau",
          "herr",
          "madame",
          "mme",
          "monsieur");

  /** Whose name stands behind one of these is at work, not in care. */
  static final Set<String> STAFF =
      Set.of(
          "dr",
          "doctor",
          "nurse",
          "matron",
          "prof",
          "professor",
          "midwife",
          "physician",
          "surgeon",
          "consultant",
          "manager",
          "director",
          "lead",
          "leader",
          "officer",
          "coordinator",
          "navigator",
          "receptionist",
          "pharmacist",
          "therapist",
          "coach",
          "facilitator",
          "ceo",
          "cfo",
          "cmo",
          "cno",
          "cio",
          "chair",
          "chief",
          "president",
          "assistant",
          "secretary",
          "sponsor",
          "colleague",
          "cllr",
          "councillor",
          "rev",
          "sister",
          "dean",
          "administrator",
          "registrar",
          "gp",
          "team",
          "office",
          "desk",
          "department",
          "reception",
          "switchboard",
          "ext",
          "extension",
          "principal",
          "editor",
          "author",
          "trainer",
          "liaison");

  /** Behind "patient" or a name these make an organisation, an event or a thing of it. */
  static final Set<String> ORGANISATION =
      words(
          """
          advisory council councils board boards committee group groups panel panels forum week day
          month year safety experience portal portals access engagement involvement participation
          partnership partner partners services service liaison office officer centre center centers
          centred centered centric care navigator navigators navigation transport flow first zero
          voice voices view views charter rights survey surveys story stories journey journeys
          pathway pathways education leaflet leaflets information info relations reported outcome
          outcomes measure measures activation satisfaction population data trust hospital hospitals
          clinic clinics clinical ward surgery practice medical health healthcare foundation fund
          school university college institute association society network alliance coalition
          collaborative programme programmes program programs project projects initiative
          initiatives pilot team teams lead leads leader leaders manager managers director directors
          coordinator coordinators representative representatives rep reps advocate advocates
          adviser advisor advisers advisors advocacy champion champions ambassador ambassadors
          family families carer carers public line lines helpline hotline app apps desk protection
          affordable act bill law policy quality improvement equity inclusion diversity research
          study trial registry database system systems software solutions technologies inc ltd llc
          gmbh plc company corporation bank county city state department division unit house hall
          park award awards prize conference summit workshop webinar training course handbook guide
          guideline toolkit kit pack newsletter bulletin meeting meetings huddle feedback input
          complaints incident reporting falls discharge admissions intake triage referrals booking
          scheduling reminder reminders recall outreach recruitment retention adherence compliance
          empowerment materials waiting room lounge hub connect plus online direct monitoring level
          facing management communication communications confidentiality privacy consent
          identification cohort panel mix load volume volumes visits visit hours period index
          friendly led driven specific related drop event events fair circle library education
          generated submitted sample samples blood support assistance transport rating ratings
          number numbers count counts figures total totals days beds record records files file charts
          factors wellbeing welfare wellness digital wing building tower lab laboratory pharmacy
          road street avenue lane square church cathedral theatre museum marketing blue book books
          """);

  static final Set<String> KIN =
      Set.of(
          "mum",
          "mom",
          "mother",
          "father",
          "dad",
          "daughter",
          "son",
          "wife",
          "husband",
          "carer",
          "caregiver",
          "guardian",
          "nok",
          "grandmother",
          "grandfather",
          "gran",
          "grandma",
          "grandson",
          "granddaughter",
          "aunt",
          "uncle",
          "partner",
          "brother");

  static final Set<String> HIS_OR_HER = Set.of("her", "his", "hers", "him", "their");

  /** In front of "patient" these mean any patient, not this one. */
  static final Set<String> ANY =
      Set.of("every", "each", "any", "no", "per", "all", "which", "another", "many");

  private PatientWords() {}

  /** The words of a text, without those that stand there twice. */
  static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+")));
  }

  /** Whether one person in care is meant: "the patient", not "patients" or "patient safety". */
  static boolean isPatient(Pieces pieces, int at) {
    Piece piece = pieces.get(at);
    boolean called =
        piece.is("patient")
            || piece.is("client")
            || (piece.is("user") && pieces.get(at - 1).is("service"))
            || (piece.is("pt") && !pieces.get(at - 1).isNumber() && !piece.isShouted());
    return called
        && !pieces.get(at - 1).in(ANY)
        && (piece.possessive() || !pieces.get(at + 1).in(ORGANISATION))
        && !(pieces.get(at + 1).is("-") && pieces.get(at + 2).in(ORGANISATION));
  }

  /** Whether a name with Mr or Mrs begins here; "Mrs K" is an alias and none. */
  static boolean isHonorificName(Pieces pieces, int at) {
    if (!pieces.get(at).in(HONORIFICS)) {
      return false;
    }
    int name = pieces.get(at + 1).is(".") ? at + 2 : at + 1;
    Piece family = pieces.get(name);
    return family.isCapitalised() && family.text().length() > 1 && !isInitials(family);
  }

  /** Two or three capitals, as in "Mrs KT". */
  static boolean isInitials(Piece piece) {
    return piece.isShouted() && piece.text().length() <= 2;
  }
}
