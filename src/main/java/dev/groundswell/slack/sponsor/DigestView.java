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
import dev.groundswell.sponsor.Approved;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.Digest.State;
import dev.groundswell.sponsor.DigestLetters.NotAgain;
import dev.groundswell.sponsor.Line;
import dev.groundswell.sponsor.Notice;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Papers.Paper;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Sponsor;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a digest looks in Slack, before it goes out. */
public final class DigestView {
  static final String SHOW = "digest.show";
  static final String APPROVE = "digest.approve";
  static final String SEND = "digest.send";
  static final String SKIP = "digest.skip";
  static final String EDIT = "digest.edit";
  static final String TEST = "digest.test";
  static final String EDIT_FORM = "digest.edit-form";
  static final String TEST_FORM = "digest.test-form";
  static final String ADDRESS = "digest.address";
  private static final String LINE = "digest.line-";

  /** Slack shows so many characters of a message and no more; the mail has all of them. */
  private static final int CUT = 250;

  private final Words words;

  public DigestView(Words words) {
    this.words = words;
  }

  /** The sponsors to choose from. */
  Message choose(Initiative initiative, List<Sponsor> sponsors) {
    String intro = words.say("digest.choose", "initiative", initiative.name());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(intro));
    sponsors.stream()
        .limit(20)
        .forEach(
            it ->
                blocks.add(
                    Blocks.section(
                        words.say("sponsor.line", "name", it.name(), "address", it.address()),
                        Blocks.button(
                            SHOW, words.plain("sponsor.open-button"), it.id().toString()))));
    blocks.add(Blocks.context(words.say("digest.usage")));
    return new Message(intro, blocks);
  }

  /** A digest as it will look, with what can be done about it. */
  Message preview(Digest digest, Instant now) {
    String head = head(digest, now);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(head));
    blocks.addAll(body(digest));
    if (digest.state() == State.DRAFT) {
      blocks.add(buttons(digest));
    } else if (digest.state() == State.APPROVED) {
      blocks.add(
          Blocks.actions(
              Blocks.button(SKIP, words.plain("digest.skip-button"), digest.id().toString())));
    }
    return new Message(head, blocks);
  }

  private String head(Digest digest, Instant now) {
    if (digest.state() != State.DRAFT) {
      return when("digest.preview-state", digest, state(digest));
    }
    boolean late = digest.dueAt().isBefore(now);
    return when(late ? "digest.preview-late" : "digest.preview-intro", digest, "");
  }

  private String state(Digest digest) {
    return when("digest.state-" + digest.state().name().toLowerCase(Locale.ROOT), digest, "");
  }

  private String when(String name, Digest digest, String state) {
    ZonedDateTime due = digest.dueAt().atZone(digest.profile().zone());
    return words.say(
        name,
        "name",
        digest.sponsor().name(),
        "due",
        Days.inFull(due.toLocalDate()),
        "time",
        due.toLocalTime().withSecond(0).withNano(0),
        "zone",
        CardView.zone(digest.profile().zone()),
        "state",
        new io.pebbletemplates.pebble.extension.escaper.SafeString(state));
  }

  private List<LayoutBlock> body(Digest digest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (digest.isStill()) {
      boolean skip = digest.profile().whenStill() == Profile.WhenStill.SKIP;
      blocks.add(
          Blocks.section(
              words.say(
                  digest.saysSomething()
                      ? "digest.preview-only-ask"
                      : skip ? "digest.preview-skipped" : "digest.preview-still",
                  "name",
                  digest.sponsor().name())));
    }
    for (Line line : digest.lines()) {
      blocks.add(
          Blocks.section(
              words.say(
                  "digest.preview-line",
                  "words",
                  line.words(),
                  "so_far",
                  line.soFar(),
                  "objective",
                  line.servesWhat().orElse(""),
                  "source",
                  Blocks.cut(line.source(), CUT))));
    }
    Blockage ask = digest.ask();
    if (ask != null) {
      blocks.add(
          Blocks.section(
              words.say(
                  "digest.preview-ask",
                  "help",
                  Blocks.cut(ask.help(), CUT),
                  "until",
                  Days.inFull(ask.until()),
                  "since",
                  Days.inFull(ask.since()),
                  "what",
                  Blocks.cut(ask.what(), CUT))));
    }
    return blocks;
  }

  private LayoutBlock buttons(Digest digest) {
    String id = digest.id().toString();
    List<com.slack.api.model.block.element.BlockElement> buttons = new ArrayList<>();
    buttons.add(Blocks.primary(APPROVE, words.plain("digest.approve-button"), id));
    buttons.add(Blocks.button(SEND, words.plain("digest.send-button"), id));
    if (!digest.isStill()) {
      buttons.add(Blocks.button(EDIT, words.plain("digest.edit-button"), id));
    }
    buttons.add(Blocks.button(TEST, words.plain("digest.test-button"), id));
    buttons.add(Blocks.button(SKIP, words.plain("digest.skip-button"), id));
    return Blocks.actions(buttons.toArray(new com.slack.api.model.block.element.BlockElement[0]));
  }

  /** What the owner is told about their sponsor: for their eyes only. */
  Message notice(Notice notice, String initiative, Instant now) {
    List<LayoutBlock> blocks = new ArrayList<>();
    Digest digest = notice.digest();
    String name = notice.sponsor().name();
    String head = digest == null ? "" : head(digest, now);
    if (digest != null) {
      blocks.addAll(preview(digest, now).blocks());
      if (digest.state() == State.APPROVED && digest.profile().unapproved()) {
        blocks.add(Blocks.context(words.say("digest.unapproved")));
      }
      if (notice.noObjectives()) {
        blocks.add(Blocks.context(words.say("digest.no-objectives", "name", name)));
      }
      if (!notice.lastYears().isEmpty()) {
        blocks.add(
            Blocks.context(
                words.say(
                    "digest.last-years",
                    "words",
                    Blocks.cut(
                        notice.lastYears().stream()
                            .map(Objective::words)
                            .collect(Collectors.joining("; ")),
                        CUT))));
      }
    }
    if (notice.silentDays() > 0) {
      Blockage ask = notice.ask();
      String sentence =
          words.say(
              "digest.silent",
              "name",
              name,
              "initiative",
              initiative,
              "days",
              notice.silentDays(),
              "help",
              ask == null ? "" : ask.help());
      blocks.add(Blocks.section(sentence));
      head = head.isEmpty() ? sentence : head;
    }
    if (notice.checkLinks()) {
      String sentence = words.say("digest.check-links", "name", name, "initiative", initiative);
      blocks.add(Blocks.section(sentence));
      head = head.isEmpty() ? sentence : head;
    }
    return new Message(head, blocks);
  }

  /** It was sent again, and something stood in its way. */
  Message notAgain(NotAgain it) {
    return Message.of(
        words.say(
            "digest.not-again",
            "name",
            it.digest().sponsor().name(),
            "address",
            it.digest().sponsor().address(),
            "why",
            it.why(),
            "asked",
            it.isAsked()));
  }

  /** What became of the word that it may go out. */
  Message of(Approved approved, boolean skip, Instant now) {
    if (approved instanceof Approved.Done done) {
      if (skip) {
        return Message.of(words.say("digest.skipped"));
      }
      boolean later = done.digest().dueAt().isAfter(now);
      return Message.of(when(later ? "digest.approved" : "digest.approved-now", done.digest(), ""));
    } else if (approved instanceof Approved.Before before) {
      return Message.of(when("digest.before", before.digest(), state(before.digest())));
    } else if (approved instanceof Approved.Overtaken other) {
      return Message.of(words.say("digest.overtaken", "name", other.sponsor().name()));
    } else if (approved instanceof Approved.HadOne other) {
      return Message.of(words.say("sponsor.had-one", "names", other.sponsor().name()));
    } else if (approved instanceof Approved.Gone) {
      return Message.of(words.say("digest.gone"));
    } else if (approved instanceof Approved.NotAllowed other) {
      return Message.of(words.say("digest.not-allowed", "lead", Mrkdwn.mention(other.lead())));
    } else if (approved instanceof Approved.NoMail none) {
      return Message.of(
          words.say(none.hasServer() ? "sponsor.no-public-address" : "sponsor.no-mail"));
    } else if (approved instanceof Approved.NotConfirmed not) {
      return Message.of(
          words.say(
              not.ended() ? "sponsor.ended" : "sponsor.unconfirmed",
              "names",
              not.sponsor().name()));
    }
    throw new AssertionError(approved);
  }

  /** A field for each line; which line it is stands in the field's id. */
  View editForm(Digest digest, String metadata) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (Line line : digest.lines()) {
      InputBlock field =
          Blocks.field(
              LINE + line.place(),
              words.plain("digest.edit-label", "n", line.place() + 1),
              words.plain("digest.edit-hint"),
              PlainTextInputElement.builder()
                  .multiline(true)
                  .maxLength(Line.LONGEST)
                  .initialValue(Blocks.cut(line.words(), Line.LONGEST))
                  .build());
      field.setOptional(true);
      blocks.add(field);
    }
    return form(EDIT_FORM, "digest.edit-title", "digest.edit-submit", metadata, blocks);
  }

  static String field(Line line) {
    return LINE + line.place();
  }

  View testForm(Digest digest, String metadata) {
    return form(
        TEST_FORM,
        "digest.test-title",
        "digest.test-submit",
        metadata,
        List.of(
            InputBlock.builder()
                .blockId(ADDRESS)
                .label(Blocks.plain(words.plain("digest.test-label"), 2000))
                .hint(
                    Blocks.plain(
                        words.plain("digest.test-hint", "name", digest.sponsor().name()), 2000))
                .element(EmailTextInputElement.builder().actionId(ADDRESS).build())
                .build()));
  }

  private View form(
      String id, String title, String submit, String metadata, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain(title)))
        .submit(Blocks.submit(words.plain(submit)))
        .close(Blocks.close(words.plain("sponsor.cancel")))
        .blocks(blocks)
        .build();
  }

  Message tested(Sponsor sponsor) {
    return Message.of(words.say("digest.tested", "name", sponsor.name()));
  }

  View notice(String title, String mrkdwn) {
    return Blocks.notice(words.plain(title), words.plain("help.close"), mrkdwn);
  }

  /** The paragraph for board papers; nothing where nothing was done. */
  View paper(Paper paper) {
    Line result = paper.result();
    String text =
        paper.did().isEmpty()
            ? words.say("digest.paper-nothing", "name", paper.sponsor().name())
            : words.say(
                "digest.paper",
                "name",
                paper.sponsor().name(),
                "title",
                paper.profile().title(),
                "initiative",
                paper.initiative(),
                "deeds",
                paper.did().stream()
                    .map(it -> it.words() + " (" + Days.inFull(it.on()) + ")")
                    .collect(Collectors.joining("; ")),
                "result",
                result == null ? "" : result.words(),
                "source",
                result == null ? "" : result.source(),
                "so_far",
                result != null && result.soFar(),
                "objective",
                result == null ? "" : result.servesWhat().orElse(""));
    return notice("digest.paper-title", text);
  }

  Message left(Sponsor sponsor) {
    return Message.of(words.say("digest.left", "name", sponsor.name()));
  }

  Message gone() {
    return Message.of(words.say("digest.gone"));
  }
}
