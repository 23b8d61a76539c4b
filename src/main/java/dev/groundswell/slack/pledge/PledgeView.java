package dev.groundswell.slack.pledge;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.BuyIn.Form;
import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledge;
import dev.groundswell.pledge.Pledges.Listing;
import dev.groundswell.pledge.Pledges.Page;
import dev.groundswell.pledge.Pledges.Which;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Promiser;
import dev.groundswell.pledge.Settled;
import dev.groundswell.pledge.Support;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How pledges look in Slack; their forms are {@link PledgeForms}. */
public final class PledgeView {
  static final String GROUP_CHOSEN = "pledge.group-chosen";
  static final String KEPT = "pledge.kept";
  static final String NOT_YET = "pledge.not-yet";
  static final String RELEASE = "pledge.release";
  static final String SOMEBODY_ELSE = "else";
  static final String SHOW = "pledge.show";
  static final String MORE = "pledge.more";
  static final String TO_COME = "TO_COME";
  static final int MOST_LISTED = 10;
  private static final int LISTED = 300;
  private static final int MOST_GROUPS = 12;

  private final Words words;
  private final Groups groups;

  public PledgeView(Words words, Groups groups) {
    this.words = words;
    this.groups = groups;
  }

  /** What the groups can promise, to choose from. */
  Message intro() {
    String sentence = words.say("pledge.intro");
    List<OptionObject> options = new ArrayList<>();
    for (Form form : groups.all()) {
      options.add(Blocks.option(group(form.group()), form.group()));
    }
    options.add(Blocks.option(words.plain("pledge.other-group"), SOMEBODY_ELSE));
    return new Message(
        sentence,
        List.of(
            Blocks.section(
                sentence,
                StaticSelectElement.builder()
                    .actionId(GROUP_CHOSEN)
                    .placeholder(Blocks.plain(words.plain("pledge.choose"), 150))
                    .options(options)
                    .build())));
  }

  /** With a capital, since it begins a line. */
  String group(String group) {
    String name = group.isEmpty() ? words.plain("pledge.others") : group;
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  Object who(Promiser who) {
    return who.isPatients()
        ? words.plain("pledge.patients", "n", who.patients())
        : who.account().<Object>map(Mrkdwn::mention).orElse(who.name());
  }

  /** What became of the wish to note one. */
  Message of(Promised promised, UserId by) {
    return promised instanceof Promised.PatientDetails details
        ? PatientDetailsView.message(words, details.kind())
        : Message.of(sentence(promised, by));
  }

  String sentence(Promised promised, UserId by) {
    if (promised instanceof Promised.Noted noted) {
      return noted(noted.pledge(), noted.initiative(), by);
    } else if (promised instanceof Promised.Already already) {
      return about("pledge.already", already.pledge());
    } else if (promised instanceof Promised.NoInitiative) {
      return words.say("pledge.no-initiative");
    } else if (promised instanceof Promised.NotAllowed other) {
      return words.say("pledge.not-allowed", "lead", Mrkdwn.mention(other.lead()));
    } else if (promised instanceof Promised.WhatWillTheyDo) {
      return words.say("pledge.what-will-they-do", "example", example());
    } else if (promised instanceof Promised.Who who) {
      String name = who.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return words.say(
          who.why() == Promised.Why.PATIENT_NAMED ? "pledge.patient-named" : "pledge.who-" + name,
          "longest",
          Promiser.LONGEST_NAME);
    } else if (promised instanceof Promised.When when) {
      return when(when.wrong(), when.today());
    } else if (promised instanceof Promised.TooLong) {
      return words.say("pledge.too-long", "longest", Pledge.LONGEST);
    } else if (promised instanceof Promised.PatientDetails details) {
      return PatientDetailsView.plain(words, details.kind());
    }
    throw new AssertionError(promised);
  }

  private String when(Promised.Wrong wrong, LocalDate today) {
    return words.say(
        "pledge.when-" + wrong.name().toLowerCase(Locale.ROOT), "today", Days.inFull(today));
  }

  private String example() {
    return groups.all().stream()
        .flatMap(form -> form.pledges().stream())
        .map(pledge -> pledge.text())
        .findFirst()
        .orElse("");
  }

  private String noted(Pledge pledge, Initiative initiative, UserId by) {
    boolean own = pledge.who().account().filter(by::equals).isPresent();
    LocalDate asked =
        WorkingTime.USUAL.firstMomentUpTo(pledge.dueOn(), ZoneOffset.UTC).toLocalDate();
    return words.say(
            "pledge.noted",
            "initiative",
            initiative.name(),
            "who",
            who(pledge.who()),
            "words",
            pledge.words(),
            "due",
            Days.inFull(pledge.dueOn()))
        + "\n"
        + words.say(own ? "pledge.noted-own" : "pledge.noted-other", "asked", Days.inFull(asked));
  }

  private String about(String name, Pledge pledge) {
    return words.say(
        name,
        "who",
        who(pledge.who()),
        "words",
        pledge.words(),
        "due",
        Days.inFull(pledge.dueOn()),
        "evidence",
        pledge.evidence());
  }

  /** What became of the word that it was kept, released or needs time. */
  Message of(Settled settled) {
    if (settled instanceof Settled.Done done) {
      Pledge pledge = done.pledge();
      return Message.of(
          about(
              switch (pledge.state()) {
                case PROMISED -> "pledge.moved";
                case KEPT -> "pledge.kept";
                case RELEASED -> "pledge.released";
              },
              pledge));
    } else if (settled instanceof Settled.Already already) {
      String state = already.pledge().state().name().toLowerCase(Locale.ROOT);
      return Message.of(
          words.say("pledge.settled-before", "state", words.plain("pledge.state-" + state)));
    } else if (settled instanceof Settled.Gone) {
      return Message.of(words.say("pledge.gone"));
    } else if (settled instanceof Settled.NotYours other) {
      return Message.of(words.say("pledge.not-yours", "owner", Mrkdwn.mention(other.owner())));
    } else if (settled instanceof Settled.EvidenceMissing) {
      return Message.of(words.say("pledge.evidence-missing"));
    } else if (settled instanceof Settled.When when) {
      return Message.of(when(when.wrong(), LocalDate.EPOCH));
    } else if (settled instanceof Settled.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    throw new AssertionError(settled);
  }

  /** The question on the day, to its owner or whoever has it in their place. */
  Message reminder(Pledge pledge, UserId reader) {
    String sentence = about("pledge.reminder", pledge);
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            buttons(pledge),
            Blocks.context(
                words.say(
                    "pledge.reminder-who",
                    "own",
                    pledge.owner().equals(reader),
                    "owner",
                    Mrkdwn.mention(pledge.owner())))));
  }

  /** One whose day has come, on the Home. */
  List<LayoutBlock> todo(Pledge pledge, LocalDate today) {
    return List.of(Blocks.section(line(pledge, today)), buttons(pledge));
  }

  private LayoutBlock buttons(Pledge pledge) {
    String id = pledge.id().toString();
    ButtonElement kept = Blocks.primary(KEPT, words.plain("pledge.kept-button"), id);
    return Blocks.actions(
        kept,
        Blocks.button(NOT_YET, words.plain("pledge.not-yet-button"), id),
        Blocks.button(RELEASE, words.plain("pledge.released-button"), id));
  }

  /** The support of each group, and what is still to come. */
  Message list(Listing listing, LocalDate today) {
    String name = listing.initiative().name();
    if (listing.support().isEmpty()) {
      return Message.of(words.say("pledge.list-empty", "initiative", name));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro = words.say("pledge.list-intro", "initiative", name);
    StringBuilder support = new StringBuilder(intro);
    listing.support().stream()
        .limit(MOST_GROUPS)
        .forEach(it -> support.append('\n').append(support(it)));
    blocks.add(Blocks.section(support.toString()));
    for (Pledge pledge : listing.open().subList(0, Math.min(listing.open().size(), MOST_LISTED))) {
      blocks.add(Blocks.section(line(pledge, today)));
      blocks.add(buttons(pledge));
    }
    if (listing.open().size() > MOST_LISTED) {
      blocks.add(Blocks.context(words.say("pledge.list-more", "shown", MOST_LISTED)));
    }
    blocks.add(filters(listing.initiative(), TO_COME));
    return new Message(support.toString(), blocks);
  }

  /** One kind of them, what was kept with how one knows and when. */
  Message page(Page page, LocalDate today, ZoneId zone) {
    String which = page.which().name();
    String name = which.toLowerCase(Locale.ROOT);
    List<Pledge> shown = page.pledges().subList(0, Math.min(page.pledges().size(), MOST_LISTED));
    String intro =
        words.say(
            shown.isEmpty() ? "pledge.none-" + name : "pledge.intro-" + name,
            "initiative",
            page.initiative().name());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(intro));
    for (Pledge pledge : shown) {
      blocks.add(Blocks.section(pledge.isOpen() ? line(pledge, today) : settledLine(pledge, zone)));
      if (pledge.isOpen()) {
        blocks.add(buttons(pledge));
      }
    }
    if (page.pledges().size() > MOST_LISTED) {
      String next = which + " " + (page.from() + MOST_LISTED) + " " + page.initiative().id();
      blocks.add(Blocks.actions(Blocks.button(MORE, words.plain("pledge.more-button"), next)));
    }
    blocks.add(filters(page.initiative(), which));
    return new Message(intro, blocks);
  }

  private String settledLine(Pledge pledge, ZoneId zone) {
    Instant at = pledge.settledAt();
    return words.say(
        "pledge.line-" + pledge.state().name().toLowerCase(Locale.ROOT),
        "who",
        who(pledge.who()),
        "words",
        Blocks.cut(pledge.words(), LISTED),
        "day",
        at == null ? "" : Days.inFull(LocalDate.ofInstant(at, zone)),
        "evidence",
        Blocks.cut(pledge.evidence(), LISTED));
  }

  /** What else there is to look at. */
  private LayoutBlock filters(Initiative initiative, String shown) {
    List<OptionObject> options =
        Stream.of(TO_COME, Which.OVERDUE.name(), Which.KEPT.name(), Which.RELEASED.name())
            .map(
                it ->
                    Blocks.option(
                        words.plain("pledge.show-" + it.toLowerCase(Locale.ROOT).replace('_', '-')),
                        it + " 0 " + initiative.id()))
            .toList();
    return Blocks.actions(
        StaticSelectElement.builder()
            .actionId(SHOW)
            .placeholder(Blocks.plain(words.plain("pledge.show"), 150))
            .options(options)
            .initialOption(
                options.stream()
                    .filter(it -> it.getValue().startsWith(shown + " "))
                    .findFirst()
                    .orElse(null))
            .build());
  }

  private String support(Support support) {
    return words.say(
        "pledge.list-group",
        "group",
        group(support.group()),
        "kept",
        support.kept(),
        "open",
        support.open(),
        "overdue",
        support.overdue(),
        "released",
        support.released());
  }

  private String line(Pledge pledge, LocalDate today) {
    return words.say(
        "pledge.list-line",
        "who",
        who(pledge.who()),
        "words",
        Blocks.cut(pledge.words(), LISTED),
        "late",
        pledge.isOverdue(today),
        "due",
        Days.inFull(pledge.dueOn()),
        "owner",
        Mrkdwn.mention(pledge.owner()));
  }

  Message noInitiativeYet() {
    return Message.of(words.say("feedback.no-initiative-yet"));
  }
}
