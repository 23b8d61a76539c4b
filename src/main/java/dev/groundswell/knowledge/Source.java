package dev.groundswell.knowledge;

/** A passage that a tip rests on: a document and the heading of its section. */
public record Source(SourceDocument document, String section) {

  /**
   * One line, for instance {@code AHRQ, Engaging Primary Care Practices (2015) — 4. Tailor the
   * Message}.
   */
  public String cite() {
    String year = document.year().map(y -> " (" + y + ")").orElse("");
    return document.shortName() + year + " — " + section;
  }

  public String title() {
    return document.title();
  }

  public String publisher() {
    return document.publisher();
  }
}
