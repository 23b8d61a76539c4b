package org.eclipse.jetty.util.log;

/** Jetty 9's way to a logger. */
public final class Log {
  private Log() {}

  public static Logger getLogger(Class<?> of) {
    return new Logger() {};
  }
}
