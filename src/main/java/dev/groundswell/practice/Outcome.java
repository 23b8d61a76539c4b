package dev.groundswell.practice;

import java.util.function.Function;

/** What became of a deed: it was done, or there is a reason why not. */
public sealed interface Outcome<T> {
  /** It was done. */
  record Done<T>(T result) implements Outcome<T> {}

  /** It was not, and nothing was changed. */
  record Not<T>(Refusal refusal) implements Outcome<T> {}

  static <T> Outcome<T> done(T result) {
    return new Done<>(result);
  }

  static <T> Outcome<T> not(Refusal refusal) {
    return new Not<>(refusal);
  }

  /** What is made of the one or the other. */
  default <R> R either(Function<T, R> ifDone, Function<Refusal, R> ifNot) {
    if (this instanceof Done<T> done) {
      return ifDone.apply(done.result());
    } else if (this instanceof Not<T> not) {
      return ifNot.apply(not.refusal());
    }
    throw new AssertionError(this);
  }
}
