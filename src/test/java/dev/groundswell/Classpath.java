package dev.groundswell;

/** What the tests run on, for a compiler or a second JVM. */
public final class Classpath {
  private Classpath() {}

  /** As {@code java -cp} takes it; Surefire itself starts from a jar that only points there. */
  public static String ofThisTest() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire != null ? surefire : System.getProperty("java.class.path", "");
  }
}
