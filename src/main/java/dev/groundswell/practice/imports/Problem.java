package dev.groundswell.practice.imports;

/**
 * What is wrong with a line.
 *
 * @param line as an editor counts it, from 1
 * @param other the line that says the same already, or 0
 */
public record Problem(long line, Kind kind, long other) {
  /** The kinds of problems; the words for each stand in prompts/messages/practice.yaml. */
  public enum Kind {
    NO_NAME,
    TOO_LONG,
    PATIENT_DETAILS,
    TWICE,
    SIZE,
    NOT_CSV
  }
}
