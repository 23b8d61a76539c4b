package dev.groundswell.slack;

import dev.groundswell.kernel.UserId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack sends of what a person typed: escaped, with people and channels in angle brackets. */
public final class SlackText {
  private static final Pattern REFERENCE =
      Pattern.compile("<([@#!]?)([^<>|\\s]+)(?:\\|([^<>]*))?>");
  private static final Pattern ACCOUNT = Pattern.compile("^<@([UW][A-Z0-9]+)(?:\\|([^>]*))?>$");

  private SlackText() {}

  /** The text as the person saw it when typing it. */
  public static String plain(String sent) {
    Matcher reference = REFERENCE.matcher(sent);
    StringBuilder plain = new StringBuilder();
    while (reference.find()) {
      reference.appendReplacement(plain, Matcher.quoteReplacement(shown(reference)));
    }
    reference.appendTail(plain);
    return plain.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String shown(Matcher reference) {
    String target = reference.group(2);
    String label = reference.group(3);
    String name = label == null || label.isEmpty() ? target : label;
    return switch (reference.group(1)) {
      case "@" -> "@" + name;
      case "#" -> "#" + name;
      case "!" -> "@" + name.replaceFirst("^(@|subteam\\^)", "");
      // Slack adds https:// or mailto: to what was typed, and keeps what was typed as the label.
      default -> target.endsWith(name) ? name : target;
    };
  }

  /** The account that a text consists of, if it is one and nothing else. */
  public static Optional<UserId> account(String sent) {
    Matcher account = ACCOUNT.matcher(sent.strip());
    return account.matches() ? Optional.of(new UserId(account.group(1))) : Optional.empty();
  }
}
