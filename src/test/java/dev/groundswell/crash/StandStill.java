package dev.groundswell.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * Asks the next sender to wait between the mark of its message and the call, so that it can be
 * stopped there. The question is a file, which one process alone can take.
 */
final class StandStill {
  private static final String SENDER = "dev.groundswell.outbox.Delivery";
  private static final String LAST_QUESTION = "isStillOurs";

  private final Path question;

  StandStill(Path folder) {
    question = folder.resolve("stand-still");
  }

  void ask() throws IOException {
    Files.createFile(question);
  }

  void takeBack() throws IOException {
    Files.deleteIfExists(question);
  }

  /** Whether this process waits between mark and call. */
  boolean isTakenBy(long pid) {
    return Files.exists(answer(pid));
  }

  void letGo(long pid) throws IOException {
    Files.deleteIfExists(answer(pid));
  }

  private Path answer(long pid) {
    return question.resolveSibling("stand-still." + pid);
  }

  /** In the process itself, whenever it reads its clock, which is the last thing before a call. */
  void ifAsked() {
    if (!Files.exists(question) || !isBeforeACall()) {
      return;
    }
    Path answer = answer(ProcessHandle.current().pid());
    try {
      Files.move(question, answer, StandardCopyOption.ATOMIC_MOVE);
      while (Files.exists(answer)) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    } catch (NoSuchFileException e) {
      // Another sender was faster.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isBeforeACall() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.anyMatch(
                    it ->
                        it.getClassName().equals(SENDER)
                            && it.getMethodName().equals(LAST_QUESTION)));
  }
}
