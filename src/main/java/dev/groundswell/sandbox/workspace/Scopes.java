package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** What the app may do, by its manifest. */
final class Scopes {
  private final Set<String> granted;

  /** A method called without its scope. */
  static final class Missing extends RuntimeException {
    private final String needed;

    Missing(String needed) {
      super(needed, null, false, false);
      this.needed = needed;
    }

    String needed() {
      return needed;
    }
  }

  Scopes(Set<String> granted) {
    this.granted = new TreeSet<>(granted);
  }

  boolean has(String scope) {
    return granted.contains(scope);
  }

  void need(String scope) {
    if (!has(scope)) {
      throw new Missing(scope);
    }
  }

  /** Needs what reading of this kind takes in this conversation: {@code im:history} and so on. */
  void need(Conversation in, String kind) {
    need((in.direct() ? "im:" : "channels:") + kind);
  }

  /** Needs this kind for some sort of conversation, before it is known which. */
  void needAny(String kind) {
    if (!has("channels:" + kind)
        && !has("groups:" + kind)
        && !has("mpim:" + kind)
        && !has("im:" + kind)) {
      throw new Missing("channels:%1$s,groups:%1$s,mpim:%1$s,im:%1$s".formatted(kind));
    }
  }

  String provided() {
    return String.join(",", granted);
  }

  ObjectNode missing(String needed) {
    return Json.object()
        .put("ok", false)
        .put("error", "missing_scope")
        .put("needed", needed)
        .put("provided", provided());
  }
}
