package dev.groundswell.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * A file under {@code prompts/} that cannot be used. The message has one line for each problem,
 * each beginning with file and line as in {@code prompts/tips/clinicians.yaml:12: …}, and is meant
 * for the writer who edited the file.
 */
public final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> problems;

  BrokenFile(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = new ArrayList<>(problems);
  }

  /** A file that cannot be opened or decoded at all; {@code problem} begins with file and line. */
  public BrokenFile(String problem) {
    this(List.of(problem));
  }

  /** The lines of the message. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
