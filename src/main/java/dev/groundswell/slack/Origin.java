package dev.groundswell.slack;

import com.slack.api.model.view.View;
import dev.groundswell.kernel.ChannelId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was opened from. Slack does not tell when it is sent, so it travels in front of the
 * form's own metadata.
 *
 * @param channel the conversation, or null
 * @param metadata what the feature put into the form
 */
record Origin(@Nullable String channel, String metadata) {
  private static final Pattern MARKED = Pattern.compile("@([A-Z0-9]{2,32}) (.*)", Pattern.DOTALL);

  static Origin of(@Nullable View view) {
    String sent =
        view == null || view.getPrivateMetadata() == null ? "" : view.getPrivateMetadata();
    Matcher marked = MARKED.matcher(sent);
    return marked.matches() ? new Origin(marked.group(1), marked.group(2)) : new Origin(null, sent);
  }

  /** The form, marked with the channel that it is opened from. */
  static View mark(View form, @Nullable ChannelId channel) {
    if (channel != null && Origin.of(form).channel() == null) {
      String own = form.getPrivateMetadata() == null ? "" : form.getPrivateMetadata();
      form.setPrivateMetadata("@" + channel.value() + " " + own);
    }
    return form;
  }
}
