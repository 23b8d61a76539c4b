package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.groundswell.sandbox.blocks.BlockKitValidator;

/** Holds what the bot shows against the limits of Slack. */
public final class Shown {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final BlockKitValidator SLACK = new BlockKitValidator();

  private Shown() {}

  /** Slack takes this message, and says something where blocks are not shown. */
  public static void fits(Message message) {
    assertThat(message.text()).isNotBlank();
    assertThat(SLACK.message(GSON.toJson(message.blocks()))).isEmpty();
  }

  /** Slack takes this modal or Home. */
  public static void fits(View view) {
    String json = GSON.toJson(view);
    assertThat(view.getType().equals("home") ? SLACK.home(json) : SLACK.modal(json)).isEmpty();
  }
}
