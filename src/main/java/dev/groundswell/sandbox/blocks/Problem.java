package dev.groundswell.sandbox.blocks;

/**
 * Something that Slack would not take.
 *
 * @param path where, as a JSON pointer: {@code /blocks/0/text}; empty for the whole
 * @param sentence what is wrong with it
 * @param tooLong whether there is too much of it
 */
public record Problem(String path, String sentence, boolean tooLong) {
  @Override
  public String toString() {
    return path + ": " + sentence;
  }
}
