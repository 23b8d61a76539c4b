package dev.groundswell.prompt;

import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import io.pebbletemplates.pebble.extension.escaper.SafeString;

/** What people typed, on its way into a mrkdwn field of Slack's. */
public final class Mrkdwn {
  /** Invisible, and enough to keep a mark from being one. */
  private static final char WORD_JOINER = '\u2060';

  private Mrkdwn() {}

  /**
   * The text as it was typed, with nothing in it that Slack would act on: no mention, no link, no
   * formatting.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '*', '_', '~', '`' -> safe.append(WORD_JOINER).append(c).append(WORD_JOINER);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  /** A person or a channel by its id of Slack's, as a link to it. */
  public static SafeString place(String id) {
    String mark = id.matches("[CGD].*") ? "#" : "@";
    return new SafeString(id.matches("[A-Z0-9]+") ? "<" + mark + id + ">" : escape(id));
  }

  /** The person by name, as a link to them; it notifies nobody in an ephemeral message. */
  public static SafeString mention(UserId user) {
    return new SafeString("<@" + user.value() + ">");
  }

  /** The channel by name, as a link to it. */
  public static SafeString channel(ChannelId channel) {
    return new SafeString("<#" + channel.value() + ">");
  }

  /** Words that lead to an address. */
  public static SafeString link(String address, String label) {
    return new SafeString("<" + target(address) + "|" + escape(label) + ">");
  }

  private static String target(String address) {
    return address
        .replace("&", "&amp;")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("|", "%7C");
  }

  /** Typed text, in which one address is a link; any other stays text. */
  public static String withLink(String text, String address) {
    if (!address.matches("https?://\\S+") || !text.contains(address)) {
      return escape(text);
    }
    String link = "<" + target(address) + ">";
    int at = text.indexOf(address);
    return escape(text.substring(0, at)) + link + escape(text.substring(at + address.length()));
  }
}
