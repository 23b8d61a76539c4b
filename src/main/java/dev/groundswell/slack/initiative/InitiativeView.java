package dev.groundswell.slack.initiative;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reply;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How initiatives look in Slack. */
public final class InitiativeView {
  static final String START = "initiative.start";
  static final String SWITCH = "initiative.switch";
  static final String FORM = "initiative.form";
  static final String NAME = "initiative.name";
  static final String LEAD = "initiative.lead";
  private static final int MOST_SHOWN = 20;

  private final Words words;

  public InitiativeView(Words words) {
    this.words = words;
  }

  /** What became of the wish to start one. */
  public Message of(Created created) {
    if (created instanceof Created.Started started) {
      Initiative initiative = started.initiative();
      return Message.of(
          words.say(
              "initiative.started",
              "name",
              initiative.name(),
              "lead",
              Mrkdwn.mention(initiative.lead())));
    } else if (created instanceof Created.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    return Message.of(refusal(created));
  }

  /** The sentence for an initiative that was not started. */
  private String refusal(Created created) {
    if (created instanceof Created.Exists exists) {
      return words.say("initiative.exists", "name", exists.initiative().name());
    } else if (created instanceof Created.Taken taken) {
      return words.say("initiative.taken", "lead", Mrkdwn.mention(taken.lead()));
    } else if (created instanceof Created.BadLead bad) {
      return words.say("initiative.bad-lead", "lead", Mrkdwn.mention(bad.lead()));
    } else if (created instanceof Created.BadName bad) {
      return bad.why() == Created.Why.BLANK
          ? words.say("initiative.blank")
          : words.say("initiative.too-long", "longest", Initiative.LONGEST_NAME);
    } else if (created instanceof Created.PatientDetails details) {
      return PatientDetailsView.plain(words, details.kind());
    }
    throw new AssertionError(created);
  }

  Message unknownLead(String typed) {
    return PatientGuard.check(typed)
        .map(it -> PatientDetailsView.message(words, it.kind()))
        .orElseGet(
            () -> Message.of(words.say("initiative.unknown-lead", "typed", Blocks.cut(typed, 60))));
  }

  /** The button that opens the form for a first initiative. */
  public static ButtonElement startButton(Words words) {
    return Blocks.button(START, words.plain("initiative.start-one"), "new");
  }

  Message overview(Optional<Initiative> current, List<Initiative> all) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String sentence =
        current
            .map(
                it ->
                    words.say(
                        "initiative.current", "name", it.name(), "lead", Mrkdwn.mention(it.lead())))
            .orElseGet(() -> words.say("initiative.none"));
    blocks.add(Blocks.section(sentence));
    List<Initiative> others =
        all.stream()
            .filter(it -> current.isEmpty() || !it.id().equals(current.get().id()))
            .limit(MOST_SHOWN)
            .toList();
    if (!others.isEmpty()) {
      blocks.add(Blocks.section(words.say("initiative.others")));
      for (Initiative other : others) {
        blocks.add(
            Blocks.section(
                "*" + Mrkdwn.escape(other.name()) + "*, <@" + other.lead() + ">",
                Blocks.button(SWITCH, words.plain("initiative.switch"), other.id().toString())));
      }
    }
    String label = words.plain(current.isEmpty() ? "initiative.start-one" : "initiative.new");
    blocks.add(Blocks.actions(Blocks.button(START, label, "new")));
    return new Message(sentence, blocks);
  }

  /** The form for a new one; {@code responseUrl} is the message that it was opened from. */
  View form(UserId lead, String responseUrl) {
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .privateMetadata(responseUrl)
        .title(Blocks.title(words.plain("initiative.form-title")))
        .submit(Blocks.submit(words.plain("initiative.form-submit")))
        .close(Blocks.close(words.plain("initiative.form-cancel")))
        .blocks(
            List.of(
                nameField(NAME),
                InputBlock.builder()
                    .blockId(LEAD)
                    .label(Blocks.plain(words.plain("initiative.lead-label"), 2000))
                    .element(
                        UsersSelectElement.builder()
                            .actionId(LEAD)
                            .initialUser(lead.value())
                            .build())
                    .build()))
        .build();
  }

  /** The field for the name of an initiative, wherever one is started. */
  public InputBlock nameField(String id) {
    return Blocks.field(
        id,
        words.plain("initiative.name-label"),
        words.plain("initiative.name-hint"),
        PlainTextInputElement.builder()
            .placeholder(Blocks.plain(words.plain("initiative.name-example"), 150))
            .maxLength(Initiative.LONGEST_NAME)
            .build());
  }

  Ending ending(Created created, String responseUrl) {
    if (created instanceof Created.Started) {
      Message message = of(created);
      return new Ending.Show(
          Blocks.notice(
              words.plain("initiative.form-title"), words.plain("help.close"), message.text()),
          responseUrl.isEmpty() ? Optional.empty() : Optional.of(new Reply(responseUrl, message)));
    }
    return new Ending.Errors(Map.of(NAME, plainRefusal(created)));
  }

  /** The same sentence as {@link #refusal}, for under a field, where nothing is formatted. */
  public String plainRefusal(Created created) {
    return refusal(created).replace("*", "").replace("`", "");
  }
}
