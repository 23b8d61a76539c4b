package dev.groundswell.slack.outbox;

import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why something was not delivered, and what to do about it. */
final class Reasons {
  /** Slack gives its reasons as one word, at the end. */
  private static final Pattern CODE = Pattern.compile("^Slack [a-z ]+: ([a-z_]+)$");

  private final Words words;

  Reasons(Words words) {
    this.words = words;
  }

  /** In mrkdwn; a reason that nobody has words for is told as it was given. */
  String say(String why) {
    Matcher code = CODE.matcher(why);
    if (code.matches() && words.has("outbox.why-" + code.group(1))) {
      return words.say("outbox.why-" + code.group(1));
    }
    return Mrkdwn.escape(why);
  }
}
