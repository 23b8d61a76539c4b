package dev.groundswell.sandbox.blocks;

import java.util.Set;

/** Text objects, and the things made of them: confirmations, placeholders. */
final class TextRules {
  static final Set<String> WEB = Set.of("http", "https");
  static final Set<String> LINKS = Set.of("http", "https", "mailto");

  private TextRules() {}

  static void any(Checked text, int most) {
    text(text, most, true);
  }

  static void plain(Checked text, int most) {
    text(text, most, false);
  }

  private static void text(Checked text, int most, boolean formatted) {
    if (!text.present() || !text.object()) {
      return;
    }
    String type = text.type();
    if (type.equals("plain_text")) {
      text.only(Set.of("type", "text", "emoji"));
    } else if (type.equals("mrkdwn") && formatted) {
      text.only(Set.of("type", "text", "verbatim"));
    } else {
      text.wrong(formatted ? "must be plain_text or mrkdwn" : "must be plain_text");
    }
    text.needs("text");
    text.bool("emoji", "verbatim");
    text.string("text", 1, most);
  }

  static void confirm(Checked confirm) {
    if (!confirm.present() || !confirm.object()) {
      return;
    }
    confirm.only(Set.of("title", "text", "confirm", "deny", "style"));
    confirm.needs("title", "text", "confirm", "deny");
    plain(confirm.child("title"), 100);
    any(confirm.child("text"), 300);
    plain(confirm.child("confirm"), 30);
    plain(confirm.child("deny"), 30);
    confirm.oneOf("style", Set.of("primary", "danger"));
  }

  /** An image, whether a block or an element. */
  static void image(Checked image) {
    image.needs("alt_text");
    image.string("alt_text", 1, 2000);
    image.link("image_url", WEB);
    if (image.has("image_url") == image.has("slack_file")) {
      image.wrong("needs either image_url or slack_file");
    }
    Checked file = image.child("slack_file");
    if (file.present() && file.object()) {
      file.only(Set.of("id", "url"));
      if (file.has("id") == file.has("url")) {
        file.wrong("needs either id or url");
      }
    }
  }
}
