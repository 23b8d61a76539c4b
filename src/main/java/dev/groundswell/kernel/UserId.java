package dev.groundswell.kernel;

/** Slack's id of one person or bot in a workspace; {@code U…} or {@code W…}. */
public record UserId(String value) {
  public UserId {
    if (!value.matches("[A-Z0-9]{2,32}")) {
      throw new IllegalArgumentException("not an id of Slack's: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
