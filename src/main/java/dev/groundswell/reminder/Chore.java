package dev.groundswell.reminder;

/** Something to be done each night. */
@FunctionalInterface
public interface Chore {

  /**
   * Does some of it, outside any transaction.
   *
   * @return false when there is more to do; it goes on a little later
   */
  boolean work();
}
