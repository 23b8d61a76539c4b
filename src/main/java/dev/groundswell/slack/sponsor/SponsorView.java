package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.EmailTextInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Sent;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Sponsors.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How sponsors look in Slack. */
public final class SponsorView {
  static final String ADD = "sponsor.add";
  static final String FORM = "sponsor.form";
  static final String NAME = "sponsor.name";
  static final String ADDRESS = "sponsor.address";

  private static final int MOST_LISTED = 20;

  private final Words words;

  public SponsorView(Words words) {
    this.words = words;
  }

  /** What became of the wish to add one. */
  Message of(Added added) {
    return added instanceof Added.PatientDetails details
        ? PatientDetailsView.message(words, details.kind())
        : Message.of(sentence(added));
  }

  private String sentence(Added added) {
    if (added instanceof Added.Done done) {
      return words.say(
          "sponsor.added",
          "name",
          done.sponsor().name(),
          "address",
          done.sponsor().address(),
          "asked",
          done.wasAsked());
    } else if (added instanceof Added.BroughtBack back) {
      return words.say(
          "sponsor.brought-back",
          "name",
          back.sponsor().name(),
          "address",
          back.sponsor().address(),
          "asked",
          back.wasAsked());
    } else if (added instanceof Added.Exists exists) {
      return words.say(
          "sponsor.exists", "name", exists.sponsor().name(), "address", exists.sponsor().address());
    } else if (added instanceof Added.NameMissing) {
      return words.say("sponsor.name-missing", "longest", Sponsor.LONGEST_NAME);
    } else if (added instanceof Added.BadAddress bad) {
      return words.say("sponsor.bad-address", "sentence", bad.sentence());
    } else if (added instanceof Added.PatientDetails details) {
      return PatientDetailsView.plain(words, details.kind());
    } else if (added instanceof Added.NoInitiative) {
      return words.say("feedback.no-initiative-yet");
    } else if (added instanceof Added.NotLead other) {
      return words.say("sponsor.not-lead", "lead", Mrkdwn.mention(other.lead()));
    }
    throw new AssertionError(added);
  }

  /** What became of the wish to send the digest. */
  Message of(Sent sent) {
    if (sent instanceof Sent.OnItsWay way) {
      return Message.of(onItsWay(way));
    } else if (sent instanceof Sent.NoSponsor none) {
      return withForm(words.say("sponsor.none", "initiative", none.initiative().name()));
    } else if (sent instanceof Sent.NoInitiative) {
      return Message.of(words.say("feedback.no-initiative-yet"));
    } else if (sent instanceof Sent.Paused paused) {
      Initiative initiative = paused.initiative();
      return Message.of(
          words.say(
              "initiative.is-paused",
              "name",
              initiative.name(),
              "until",
              Days.inFull(paused.until())));
    } else if (sent instanceof Sent.NoMail) {
      return Message.of(words.say("sponsor.no-mail"));
    } else if (sent instanceof Sent.NoPublicAddress) {
      return Message.of(words.say("sponsor.no-public-address"));
    } else if (sent instanceof Sent.NotLead other) {
      return Message.of(words.say("sponsor.not-lead", "lead", Mrkdwn.mention(other.lead())));
    }
    throw new AssertionError(sent);
  }

  Message notForYou(Initiative initiative) {
    return Message.of(
        words.say(
            "initiative.not-allowed",
            "name",
            initiative.name(),
            "lead",
            Mrkdwn.mention(initiative.lead())));
  }

  private String onItsWay(Sent.OnItsWay way) {
    List<String> sentences = new ArrayList<>();
    if (!way.to().isEmpty()) {
      sentences.add(
          words.say(
              "sponsor.sent", "initiative", way.initiative().name(), "names", names(way.to())));
    }
    if (!way.nothingNew().isEmpty()) {
      sentences.add(words.say("sponsor.nothing-new", "names", names(way.nothingNew())));
    }
    if (!way.hadOne().isEmpty()) {
      sentences.add(words.say("sponsor.had-one", "names", names(way.hadOne())));
    }
    if (!way.approved().isEmpty()) {
      sentences.add(words.say("sponsor.approved-before", "names", names(way.approved())));
    }
    if (!way.unconfirmed().isEmpty()) {
      sentences.add(words.say("sponsor.unconfirmed", "names", names(way.unconfirmed())));
    }
    if (!way.ended().isEmpty()) {
      sentences.add(words.say("sponsor.ended", "names", names(way.ended())));
    }
    return String.join("\n", sentences);
  }

  private static String names(List<Sponsor> sponsors) {
    return sponsors.stream().map(Sponsor::name).collect(Collectors.joining(", "));
  }

  Message list(Initiative initiative, List<Listed> sponsors) {
    if (sponsors.isEmpty()) {
      return withForm(words.say("sponsor.none", "initiative", initiative.name()));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro = words.say("sponsor.list", "initiative", initiative.name());
    blocks.add(Blocks.section(intro));
    for (Listed listed : sponsors.subList(0, Math.min(sponsors.size(), MOST_LISTED))) {
      Sponsor sponsor = listed.sponsor();
      blocks.add(
          Blocks.section(
              words.say(
                  "sponsor.listed",
                  "name",
                  sponsor.name(),
                  "address",
                  sponsor.address(),
                  "stands",
                  words.plain("sponsor.stands-" + stands(listed))),
              Blocks.button(
                  CardView.OPEN, words.plain("sponsor.open-button"), sponsor.id().toString())));
    }
    blocks.add(
        Blocks.actions(
            Blocks.button(ADD, words.plain("sponsor.add-button"), "add"),
            Blocks.button(BackersView.ASK, words.plain("sponsor.who-button"), "who"),
            Blocks.button(CardListener.WIN, words.plain("sponsor.win-button"), "win"),
            Blocks.button(CardListener.COUNT, words.plain("sponsor.count-button"), "count")));
    return new Message(intro, blocks);
  }

  private static String stands(Listed listed) {
    return listed.hasLeft()
        ? "left"
        : listed.subscription().state().name().toLowerCase(Locale.ROOT);
  }

  private Message withForm(String sentence) {
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.actions(
                Blocks.primary(ADD, words.plain("sponsor.add-button"), "add"),
                Blocks.button(BackersView.ASK, words.plain("sponsor.who-button"), "who"))));
  }

  Message noInitiativeYet() {
    return Message.of(words.say("feedback.no-initiative-yet"));
  }

  Message digestUsage() {
    return Message.of(words.say("digest.usage"));
  }

  View form() {
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .title(Blocks.title(words.plain("sponsor.form-title")))
        .submit(Blocks.submit(words.plain("sponsor.form-submit")))
        .close(Blocks.close(words.plain("sponsor.form-cancel")))
        .blocks(
            List.of(
                Blocks.field(
                    NAME,
                    words.plain("sponsor.name-label"),
                    words.plain("sponsor.name-hint"),
                    PlainTextInputElement.builder().maxLength(Sponsor.LONGEST_NAME).build()),
                InputBlock.builder()
                    .blockId(ADDRESS)
                    .label(Blocks.plain(words.plain("sponsor.address-label"), 2000))
                    .hint(Blocks.plain(words.plain("sponsor.address-hint"), 2000))
                    .element(EmailTextInputElement.builder().actionId(ADDRESS).build())
                    .build()))
        .build();
  }

  /** The end of the form that added somebody, or the sentence for the field that was wrong. */
  View notice(Added added) {
    return Blocks.notice(
        words.plain("sponsor.form-title"), words.plain("help.close"), sentence(added));
  }

  String plain(Added added) {
    return sentence(added).replace("*", "").replace("`", "");
  }
}
