package dev.groundswell.initiative;

/** Why nothing about an initiative is said to somebody. */
public enum Silence {
  ARCHIVED("the initiative is archived"),
  NO_PART("the recipient takes no part in the initiative any more");

  private final String why;

  Silence(String why) {
    this.why = why;
  }

  /** For the log of what was not sent. */
  public String why() {
    return why;
  }
}
