package dev.groundswell.sandbox.workspace;

import java.util.List;

/**
 * Slack's "no" to a call, by its code. An exception because any line of a method may say no, as in
 * Slack; it never leaves this package.
 */
final class Refused extends RuntimeException {
  private final String code;
  private final transient List<String> messages;

  Refused(String code) {
    this(code, List.of());
  }

  Refused(String code, List<String> messages) {
    super(code, null, false, false);
    this.code = code;
    this.messages = List.copyOf(messages);
  }

  String code() {
    return code;
  }

  List<String> messages() {
    return messages;
  }
}
