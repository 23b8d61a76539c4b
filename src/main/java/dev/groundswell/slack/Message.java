package dev.groundswell.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot says. */
public final class Message {
  private static final int LONGEST_TEXT = 3000;
  private static final Gson GSON = GsonFactory.createSnakeCase();

  private final String text;
  private final List<LayoutBlock> blocks;

  /**
   * Putting blocks into JSON is most of the work of an answer, and some answers are given often.
   */
  private volatile @Nullable String json;

  /**
   * @param text the whole of it in words, for notifications and screen readers
   * @param blocks how it looks
   */
  public Message(String text, List<LayoutBlock> blocks) {
    this.text = Blocks.cut(text, LONGEST_TEXT);
    this.blocks = List.copyOf(blocks);
  }

  /** One paragraph of mrkdwn. */
  public static Message of(String mrkdwn) {
    return new Message(mrkdwn, List.of(Blocks.section(mrkdwn)));
  }

  /** This message, below a sentence that says what was done. */
  public Message below(String sentence) {
    List<LayoutBlock> more = new ArrayList<>();
    more.add(Blocks.section(sentence));
    more.addAll(blocks);
    return new Message(sentence + " " + text, more);
  }

  /** This message and one block more, unless it has so many already. */
  Message with(LayoutBlock last, int mostBlocks) {
    if (blocks.size() >= mostBlocks) {
      return this;
    }
    List<LayoutBlock> more = new ArrayList<>(blocks);
    more.add(last);
    return new Message(text, more);
  }

  public String text() {
    return text;
  }

  public List<LayoutBlock> blocks() {
    return blocks;
  }

  /** How much there is to read in its blocks, as Slack counts it. */
  int characters() {
    return characters(GSON.toJsonTree(blocks));
  }

  private static int characters(JsonElement tree) {
    int sum = 0;
    if (tree.isJsonArray()) {
      for (JsonElement each : tree.getAsJsonArray()) {
        sum += characters(each);
      }
    } else if (tree.isJsonObject()) {
      for (var each : tree.getAsJsonObject().entrySet()) {
        JsonElement value = each.getValue();
        boolean read = each.getKey().equals("text") || each.getKey().equals("alt_text");
        sum +=
            value.isJsonPrimitive() ? read ? value.getAsString().length() : 0 : characters(value);
      }
    }
    return sum;
  }

  /** The answer to a command that only the one who typed it sees, as JSON. */
  String asEphemeralJson() {
    String known = json;
    if (known == null) {
      known =
          GSON.toJson(
              SlashCommandResponse.builder()
                  .responseType("ephemeral")
                  .text(text)
                  .blocks(blocks)
                  .build());
      json = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text + " " + blocks;
  }
}
