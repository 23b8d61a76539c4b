package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.kernel.UserId;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Profiles.Card;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.SponsorDeed;
import dev.groundswell.sponsor.Subscription;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a sponsor's card looks in Slack; its forms are {@link CardForms}. */
public final class CardView {
  static final String OPEN = "sponsor.open";
  static final String PROFILE = "sponsor.profile";
  static final String ADD_OBJECTIVE = "sponsor.add-objective";
  static final String REMOVE_OBJECTIVE = "sponsor.remove-objective";
  static final String STILL_HOLD = "sponsor.still-hold";
  static final String NOTE = "sponsor.note";
  static final String ASK = "sponsor.ask-for-help";
  static final String SOLVED = "sponsor.solved";
  static final String DROP = "sponsor.drop";
  static final String READDRESS = "sponsor.readdress";
  static final String ASK_AGAIN = "sponsor.ask-again";
  static final String LEFT = "sponsor.left";
  static final String PAPER = "sponsor.paper";

  private final Words words;

  private final ProofView proofs;

  public CardView(Words words) {
    this.words = words;
    this.proofs = new ProofView(words);
  }

  /** All about one sponsor, for this reader. */
  Message card(Card card, UserId reader, LocalDate today) {
    Sponsor sponsor = card.sponsor();
    Profile profile = card.profile();
    List<LayoutBlock> blocks = new ArrayList<>();
    String head =
        words.say(
            "sponsor.card",
            "name",
            sponsor.name(),
            "title",
            profile.title(),
            "address",
            sponsor.address());
    blocks.add(Blocks.section(head + "\n" + standing(card)));
    if (!profile.hasLeft()) {
      blocks.add(consent(card));
    }
    if (!profile.words().isEmpty()) {
      blocks.add(Blocks.context(words.say("sponsor.card-words", "words", profile.words())));
    }
    if (!profile.reach().isEmpty()) {
      blocks.add(Blocks.context(words.say("sponsor.card-reach", "reach", profile.reach())));
    }
    objectives(blocks, card, Objective.Kind.STRATEGIC, today);
    if (sponsor.owner().equals(reader)) {
      objectives(blocks, card, Objective.Kind.PERSONAL, today);
    }
    if (!card.objectives().isEmpty()) {
      blocks.add(
          Blocks.section(
              words.say("sponsor.checked", "day", Days.inFull(profile.checkedOn())),
              Blocks.button(
                  STILL_HOLD, words.plain("sponsor.still-hold-button"), sponsor.id().toString())));
    }
    if (!card.deeds().isEmpty()) {
      blocks.add(Blocks.section(deeds(card.deeds())));
    }
    Blockage ask = card.ask();
    if (ask != null) {
      blocks.add(Blocks.section(ask("sponsor.ask", ask)));
      blocks.add(settleButtons(ask));
    }
    card.proofs().forEach(it -> blocks.addAll(proofs.blocks(it, today)));
    String id = sponsor.id().toString();
    blocks.add(Blocks.actions(buttons(card)));
    return new Message(head, blocks);
  }

  private LayoutBlock consent(Card card) {
    Subscription it = card.subscription();
    Instant askedAt = it.askedAt();
    String sentence =
        words.say(
            "sponsor.card-" + it.state().name().toLowerCase(Locale.ROOT),
            "day",
            askedAt == null ? "" : Days.inFull(LocalDate.ofInstant(askedAt, card.profile().zone())),
            "again",
            card.mayAskAgain(),
            "goes_on",
            it.asks() < Subscriptions.MOST_ASKS);
    return card.mayAskAgain()
        ? Blocks.section(
            sentence,
            Blocks.button(
                ASK_AGAIN, words.plain("sponsor.ask-again-button"), card.sponsor().id().toString()))
        : Blocks.section(sentence);
  }

  private ButtonElement[] buttons(Card card) {
    String id = card.sponsor().id().toString();
    List<ButtonElement> buttons = new ArrayList<>();
    buttons.add(Blocks.button(PROFILE, words.plain("sponsor.profile-button"), id));
    buttons.add(Blocks.button(ADD_OBJECTIVE, words.plain("sponsor.objective-button"), id));
    buttons.add(Blocks.button(NOTE, words.plain("sponsor.note-button"), id));
    buttons.add(Blocks.button(ASK, words.plain("sponsor.ask-button"), id));
    buttons.add(Blocks.button(ProofView.ADD, words.plain("sponsor.proof-button"), id));
    buttons.add(Blocks.button(READDRESS, words.plain("sponsor.readdress-button"), id));
    buttons.add(Blocks.button(PAPER, words.plain("sponsor.paper-button"), id));
    if (!card.profile().hasLeft()) {
      buttons.add(leftButton(card.sponsor()));
    }
    return buttons.toArray(ButtonElement[]::new);
  }

  private ButtonElement leftButton(Sponsor sponsor) {
    ButtonElement left =
        Blocks.button(LEFT, words.plain("sponsor.left-button"), sponsor.id().toString());
    left.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Blocks.plain(words.plain("sponsor.left-title"), 100))
            .text(Blocks.plain(words.plain("sponsor.left-question", "name", sponsor.name()), 300))
            .confirm(Blocks.plain(words.plain("sponsor.left-confirm"), 30))
            .deny(Blocks.plain(words.plain("sponsor.left-deny"), 30))
            .style("danger")
            .build());
    return left;
  }

  private String standing(Card card) {
    Profile profile = card.profile();
    LocalDate left = profile.leftOn();
    if (left != null) {
      return words.say("sponsor.card-left", "day", Days.inFull(left));
    }
    ZonedDateTime next = card.nextDigest().atZone(profile.zone());
    LocalDate away = profile.awayUntil();
    return words.say(
            "sponsor.card-rhythm",
            "rhythm",
            words.plain("sponsor.rhythm-" + profile.rhythm().name().toLowerCase(Locale.ROOT)),
            "day",
            profile.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
            "time",
            profile.at(),
            "zone",
            zone(profile.zone()),
            "next",
            Days.inFull(next.toLocalDate()),
            "still",
            profile.whenStill() == Profile.WhenStill.SHORT,
            "unapproved",
            profile.unapproved())
        + (away == null ? "" : "\n" + words.say("sponsor.card-away", "day", Days.inFull(away)));
  }

  /** {@code New York} rather than {@code America/New_York}. */
  static String zone(ZoneId zone) {
    return zone.getId().replaceFirst("^.*/", "").replace('_', ' ');
  }

  private void objectives(
      List<LayoutBlock> blocks, Card card, Objective.Kind kind, LocalDate today) {
    List<Objective> objectives =
        card.objectives().stream().filter(it -> it.kind() == kind).toList();
    if (objectives.isEmpty()) {
      return;
    }
    String title = kind == Objective.Kind.STRATEGIC ? "sponsor.strategic" : "sponsor.personal";
    blocks.add(Blocks.section(words.say(title, "name", card.sponsor().name())));
    for (Objective objective : objectives) {
      boolean old = objective.year() < today.getYear();
      blocks.add(
          Blocks.section(
              words.say(
                  old ? "sponsor.old-objective" : "sponsor.objective",
                  "words",
                  objective.words(),
                  "year",
                  String.valueOf(objective.year()),
                  "topics",
                  objective.topics().stream()
                      .sorted()
                      .map(it -> words.plain("sponsor.topic-" + it.word()))
                      .collect(Collectors.joining(", "))),
              Blocks.button(
                  REMOVE_OBJECTIVE,
                  words.plain("sponsor.remove-button"),
                  card.sponsor().id() + " " + objective.id())));
    }
  }

  private String deeds(List<SponsorDeed> deeds) {
    StringBuilder lines = new StringBuilder(words.say("sponsor.deeds"));
    for (SponsorDeed deed : deeds) {
      lines
          .append('\n')
          .append(
              words.say(
                  "sponsor.deed",
                  "day",
                  Days.inFull(deed.on()),
                  "kind",
                  words.plain("sponsor.kind-" + deed.kind().name().toLowerCase(Locale.ROOT)),
                  "words",
                  Blocks.cut(deed.words(), 150)));
    }
    return lines.toString();
  }

  private String ask(String name, Blockage ask) {
    return words.say(
        name,
        "help",
        ask.help(),
        "until",
        Days.inFull(ask.until()),
        "since",
        Days.inFull(ask.since()),
        "what",
        ask.what());
  }

  private LayoutBlock settleButtons(Blockage ask) {
    return Blocks.actions(
        Blocks.primary(SOLVED, words.plain("sponsor.solved-button"), ask.id().toString()),
        Blocks.button(DROP, words.plain("sponsor.drop-button"), ask.id().toString()));
  }

  /** A request whose last day has come, on the Home. */
  List<LayoutBlock> todo(Blockage ask) {
    return List.of(Blocks.section(ask("sponsor.follow-up", ask)), settleButtons(ask));
  }

  /** The one reminder on the last day of a request. */
  Message followUp(Blockage ask, UserId reader) {
    String sentence = ask("sponsor.follow-up", ask);
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            settleButtons(ask),
            Blocks.context(
                words.say(
                    "sponsor.follow-up-who",
                    "own",
                    ask.askedBy().equals(reader),
                    "owner",
                    Mrkdwn.mention(ask.askedBy())))));
  }

  /** What became of a change. */
  Message of(Changed changed) {
    return changed instanceof Changed.PatientDetails details
        ? PatientDetailsView.message(words, details.kind())
        : Message.of(sentence(changed));
  }

  String sentence(Changed changed) {
    if (changed instanceof Changed.Done) {
      return words.say("sponsor.noted");
    } else if (changed instanceof Changed.Gone) {
      return words.say("sponsor.gone");
    } else if (changed instanceof Changed.NotAllowed other) {
      return words.say("sponsor.not-allowed", "lead", Mrkdwn.mention(other.lead()));
    } else if (changed instanceof Changed.Wrong wrong) {
      return words.say("sponsor.wrong-" + wrong.why().name().toLowerCase(Locale.ROOT));
    } else if (changed instanceof Changed.PatientDetails details) {
      return PatientDetailsView.plain(words, details.kind());
    } else if (changed instanceof Changed.OneOpen open) {
      return words.say(
          "sponsor.one-open",
          "help",
          open.blockage().help(),
          "until",
          Days.inFull(open.blockage().until()));
    } else if (changed instanceof Changed.Stopped stopped) {
      return words.say("sponsor.stopped-themselves", "name", stopped.sponsor().name());
    }
    throw new AssertionError(changed);
  }

  String sentence(Signs.Noted noted) {
    if (noted instanceof Signs.Noted.Done) {
      return words.say("sponsor.noted");
    } else if (noted instanceof Signs.Noted.NoInitiative) {
      return words.say("feedback.no-initiative-yet");
    } else if (noted instanceof Signs.Noted.Refused refused) {
      return sentence(refused.flaw());
    }
    throw new AssertionError(noted);
  }

  /** What became of a new address. */
  String readdressed(Changed changed) {
    if (changed instanceof Changed.Done done) {
      return words.say(
          "sponsor.readdressed",
          "name",
          done.sponsor().name(),
          "address",
          done.sponsor().address());
    }
    return changed instanceof Changed.Wrong wrong && wrong.why() == Changed.Why.NOT_READ
        ? words.plain("sponsor.readdress-not-read")
        : sentence(changed);
  }

  Message left(Sponsor sponsor) {
    return Message.of(words.say("sponsor.left", "name", sponsor.name()));
  }
}
