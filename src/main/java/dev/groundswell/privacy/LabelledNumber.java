package dev.groundswell.privacy;

import dev.groundswell.privacy.Finding.Kind;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Record numbers, and numbers of Medicare, Medicaid and insurers: a label, and a number by it. */
final class LabelledNumber {
  private static final Set<String> RECORD_WORDS = Set.of("mrn", "mrns", "mrno", "nhsno");
  private static final Set<String> RECORD =
      Set.of(
          "medical",
          "health",
          "hospital",
          "chart",
          "record",
          "records",
          "nhs",
          "admission",
          "encounter",
          "casenote",
          "casenotes",
          "emr",
          "ehr",
          "chi",
          "patient",
          "pt",
          "user");

  /** Only behind these does "ID" mean a person. */
  private static final Set<String> RECORD_WITH_ID =
      Set.of("medical", "nhs", "chart", "patient", "pt", "user", "health");

  private static final Set<String> MEDICARE = Set.of("medicare", "medicaid", "medi");
  private static final Set<String> INSURANCE =
      Set.of(
          "insurance",
          "insurer",
          "member",
          "subscriber",
          "policy",
          "ni",
          "enrollee",
          "beneficiary",
          "bcbs",
          "aetna",
          "cigna",
          "humana",
          "kaiser",
          "anthem",
          "uhc",
          "coverage");
  private static final Set<String> BETWEEN =
      Set.of(
          "record",
          "records",
          "account",
          "hospital",
          "medical",
          "chart",
          "identification",
          "reference",
          "ref",
          "health",
          "service",
          "card",
          "beneficiary",
          "member",
          "recipient",
          "claim",
          "insurance",
          "policy",
          "patient",
          "cal",
          "-",
          "user",
          "subscriber",
          "plan");
  private static final Set<String> NUMBER =
      Set.of("number", "numbers", "no", "nos", "num", "nr", "#");
  private static final Set<String> ID = Set.of("id", "ids", "identifier");
  private static final Set<String> CONNECTORS =
      Set.of(
          "is", "was", "are", ":", "#", "=", "-", ".", "(", "\"", "'", "/", "“", "[", "no",
          "number", "reads");
  private static final Set<String> BEFORE_LABEL =
      Set.of("is", "was", "as", "the", "her", "his", "their", "(", "-", "patient");
  private static final Set<String> WITHIN = Set.of("-", "/", ".");
  private static final Set<String> ASSIGNING = Set.of("is", "was", ":", "=", "#");
  private static final Set<String> PHONE =
      Set.of("call", "phone", "ring", "dial", "tel", "telephone", "fax", "reach", "switchboard");

  private LabelledNumber() {}

  static Optional<Kind> in(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).isWord()) {
        Label label = label(pieces, i);
        if (label != null && hasNumber(pieces, i, label)) {
          return Optional.of(label.kind);
        }
      } else if (isBeneficiary(pieces, i)) {
        return Optional.of(Kind.MEDICARE_NUMBER);
      }
    }
    return Optional.empty();
  }

  /**
   * A label that was found.
   *
   * @param end behind it
   * @param said whether it says that a number follows
   */
  private record Label(Kind kind, int end, boolean said) {}

  private static @Nullable Label label(Pieces pieces, int i) {
    Piece first = pieces.get(i);
    if (first.in(RECORD_WORDS)) {
      return new Label(Kind.RECORD_NUMBER, i + 1, true);
    }
    if (first.is("mbi") || first.is("hicn")) {
      return new Label(Kind.MEDICARE_NUMBER, i + 1, true);
    }
    if (first.is("nino")) {
      return new Label(Kind.INSURANCE_NUMBER, i + 1, true);
    }
    if (first.in(MEDICARE)) {
      int end = saidBy(pieces, i, true);
      return end > 0
          ? new Label(Kind.MEDICARE_NUMBER, end, true)
          : first.is("medi") ? null : new Label(Kind.MEDICARE_NUMBER, i + 1, false);
    }
    if (first.in(RECORD) && !isOtherwiseMeant(pieces, i)) {
      int end = saidBy(pieces, i, first.in(RECORD_WITH_ID));
      if (end > 0) {
        return new Label(Kind.RECORD_NUMBER, end, true);
      }
    }
    if (first.in(INSURANCE)) {
      int end = saidBy(pieces, i, true);
      if (end > 0 && (!first.is("policy") || someoneNear(pieces, i))) {
        return new Label(Kind.INSURANCE_NUMBER, end, true);
      }
    }
    return null;
  }

  /** A record number of visitors, a user of an app, the number at which one calls a hospital. */
  private static boolean isOtherwiseMeant(Pieces pieces, int i) {
    Piece first = pieces.get(i);
    if (first.is("record")) {
      return pieces.get(i - 1).is("a");
    }
    if (first.is("user")) {
      return !pieces.get(i - 1).is("service");
    }
    if (first.is("hospital")) {
      for (int j = i - 1; j >= i - 6 && pieces.sameSentence(i, j); j--) {
        if (pieces.get(j).in(PHONE)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Behind "number", "no", "#" or "id" that belongs to the word at {@code i}; -1 without one. */
  private static int saidBy(Pieces pieces, int i, boolean idCounts) {
    int j = i + 1;
    for (int skipped = 0; skipped < 3 && pieces.get(j).in(BETWEEN); skipped++) {
      j++;
    }
    return pieces.get(j).in(NUMBER) || (idCounts && pieces.get(j).in(ID)) ? j + 1 : -1;
  }

  private static boolean someoneNear(Pieces pieces, int i) {
    for (int j = i - 6; j < i; j++) {
      Piece piece = pieces.get(j);
      if (piece.in(INSURANCE)
          || piece.in(PatientWords.HIS_OR_HER)
          || PatientWords.isPatient(pieces, j)) {
        return pieces.sameSentence(i, j);
      }
    }
    return false;
  }

  private static boolean hasNumber(Pieces pieces, int start, Label label) {
    int digits = label.kind == Kind.RECORD_NUMBER ? 4 : 5;
    int id = label.end;
    for (int skipped = 0; skipped < 4 && pieces.get(id).in(CONNECTORS); skipped++) {
      id++;
    }
    boolean bareNo =
        pieces.get(label.end - 1).is("no") && id == label.end && isYear(pieces.get(id));
    if (!bareNo) {
      Id found = id(pieces, id);
      if (label.said ? found.digits >= digits : found.isLong()) {
        return true;
      }
    }
    return label.said && (furtherOn(pieces, label.end) || before(pieces, start));
  }

  private static boolean isYear(Piece piece) {
    return piece.isNumber(4) && (piece.text().startsWith("19") || piece.text().startsWith("20"));
  }

  private record Id(int digits, boolean letters) {
    static final Id NONE = new Id(0, false);

    boolean isLong() {
      return digits >= 8 || (digits >= 5 && letters);
    }
  }

  /** What begins here and looks like an id: AB 123 456, 00-12-34, X1234Y. */
  private static Id id(Pieces pieces, int start) {
    int digits = 0;
    boolean letters = false;
    for (int i = start; i < start + 14; i++) {
      Piece piece = pieces.get(i);
      if (piece.isNumber()) {
        if (pieces.get(i + 1).is(",")
            && pieces.get(i + 2).glued()
            && pieces.get(i + 2).isNumber(3)) {
          return Id.NONE;
        }
        boolean far = i > start && !piece.glued() && !pieces.sameSentence(i, i - 1);
        if (far) {
          break;
        }
        digits += piece.text().length();
      } else if (piece.isWord()) {
        boolean first = i == start && piece.text().length() <= 4 && startsId(pieces, i);
        if (!first && !(i > start && piece.glued() && piece.text().length() <= 4)) {
          break;
        }
        letters = true;
      } else if (!(i > start && piece.in(WITHIN) && pieces.get(i + 1).glued())
          && !(i > start && piece.is("-") && pieces.get(i + 1).isNumber())) {
        break;
      }
    }
    return new Id(digits, letters);
  }

  private static boolean startsId(Pieces pieces, int i) {
    Piece next = pieces.get(i + 1);
    boolean capitals = pieces.get(i).text().codePoints().noneMatch(Character::isLowerCase);
    return (next.isNumber() && (next.glued() || capitals))
        || (next.is("-") && next.glued() && pieces.get(i + 2).isNumber());
  }

  /** "The MRN of this lady is 12345678". */
  private static boolean furtherOn(Pieces pieces, int end) {
    for (int i = end + 1; i < end + 9 && pieces.sameSentence(i, end - 1); i++) {
      if (pieces.get(i).isNumber()
          && pieces.get(i - 1).in(ASSIGNING)
          && id(pieces, i).digits >= 5) {
        return true;
      }
    }
    return false;
  }

  /** "12345678 (MRN)", "00482913 is her chart number". */
  private static boolean before(Pieces pieces, int label) {
    int i = label - 1;
    while (i > label - 5 && pieces.get(i).in(BEFORE_LABEL)) {
      i--;
    }
    return i < label - 1
        && pieces.get(i).isNumber()
        && pieces.get(i).text().length() >= 5
        && !(pieces.get(i - 1).is(",") && pieces.get(i).glued())
        && pieces.sameSentence(i, label);
  }

  /** Medicare's own shape, 1EG4-TE5-MK73, with its dashes. */
  private static boolean isBeneficiary(Pieces pieces, int start) {
    if (!pieces.get(start).isNumber(1) || pieces.get(start).glued()) {
      return false;
    }
    StringBuilder id = new StringBuilder();
    for (int i = start; i < start + 13 && id.length() < 13; i++) {
      Piece piece = pieces.get(i);
      if (i > start && !piece.glued()) {
        break;
      }
      id.append(piece.text());
    }
    return id.length() == 13 && isBeneficiary(id.toString());
  }

  private static boolean isBeneficiary(String id) {
    // N a digit, A a letter, X either; the letters S, L, O, I, B and Z are never used.
    String shape = "NAXN-AXN-AANN";
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z' && "SLOIBZ".indexOf(c) < 0;
      boolean fits =
          switch (shape.charAt(i)) {
            case 'N' -> digit;
            case 'A' -> letter;
            case 'X' -> digit || letter;
            default -> c == '-';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
