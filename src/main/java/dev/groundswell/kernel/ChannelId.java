package dev.groundswell.kernel;

/** Slack's id of a conversation; {@code C…}, {@code G…} or {@code D…}. */
public record ChannelId(String value) {
  public ChannelId {
    if (!value.matches("[A-Z0-9]{2,32}")) {
      throw new IllegalArgumentException("not an id of Slack's: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
