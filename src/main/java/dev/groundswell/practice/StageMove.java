package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import java.time.LocalDate;

/**
 * A step between two stages of change, forward or back.
 *
 * @param note what led to it, or empty
 */
public record StageMove(Stage from, Stage to, LocalDate on, String note, UserId by) {
  public boolean isBack() {
    return to.compareTo(from) < 0;
  }

  /** True if it passes over a stage. */
  public boolean isJump() {
    return Math.abs(index(to) - index(from)) > 1;
  }

  private static int index(Stage stage) {
    return java.util.List.of(Stage.values()).indexOf(stage);
  }
}
