package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Engagement;
import dev.groundswell.practice.Lifted;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.practice.checkin.Start;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a practice looks in Slack: where it stands, what to do there, and what can be done. */
final class CardView {
  private static final int LONG_STAY_MONTHS = 6;
  private static final int MOST_DEMANDS = 4;
  private static final int MOST_TOUCHES = 3;

  private final Words words;
  private final TipLibrary library;
  private final ReadinessView readiness;
  private final PeopleForm people;

  CardView(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
    this.readiness = new ReadinessView(words, library);
    this.people = new PeopleForm(words);
  }

  Message of(Card card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String title =
        words.say(
            "practice.card-title",
            "name",
            card.practice().name(),
            "initiative",
            card.initiative().name());
    Engagement engagement = card.engagement();
    blocks.add(
        Blocks.section(
            title
                + "\n"
                + words.say(
                    "practice.card-stage",
                    "stage",
                    stage(engagement.course().stage()),
                    "since",
                    Days.inFull(engagement.stageSince()),
                    "owner",
                    Mrkdwn.mention(engagement.owner()))));
    String facts = facts(card.practice());
    if (!facts.isEmpty()) {
      blocks.add(Blocks.context(words.say("practice.card-facts", "facts", facts)));
    }
    if (staysLong(card)) {
      blocks.add(Blocks.context(words.say("practice.card-long-stay")));
    }
    blocks.addAll(readiness.of(card));
    String plan = plan(card);
    if (!plan.isEmpty()) {
      blocks.add(Blocks.section(plan));
    }
    Lifted lifted = card.lifted();
    if (lifted != null && !card.practice().isLeftAlone()) {
      blocks.add(Blocks.context(lifted(lifted, card.initiative().zone())));
    }
    for (Demand demand : card.demands().stream().limit(MOST_DEMANDS).toList()) {
      blocks.add(Blocks.context(demand(demand)));
    }
    Start start = card.start();
    if (start != null) {
      Demand after = start.after();
      blocks.add(
          Blocks.context(
              words.say(
                  after == null ? "practice.card-start" : "practice.card-start-after",
                  "day",
                  Days.inFull(start.day()),
                  "demand",
                  after == null ? "" : after.name())));
    }
    blocks.addAll(people.lines(card));
    blocks.add(Blocks.context(touches(card.touches())));
    blocks.add(Blocks.actions(actions(card).toArray(BlockElement[]::new)));
    return new Message(title + " " + readiness.plain(card), blocks);
  }

  /** On its way, and for half a year in one place; where it holds what it has, that is the aim. */
  private static boolean staysLong(Card card) {
    Engagement engagement = card.engagement();
    return !engagement.course().isHeld()
        && engagement.course().stage() != Stage.MAINTENANCE
        && !card.today().isBefore(engagement.stageSince().plusMonths(LONG_STAY_MONTHS));
  }

  String stage(Stage stage) {
    return library.wording(stage).label();
  }

  String label(Dimension dimension) {
    return readiness.label(dimension);
  }

  private String facts(Practice practice) {
    Practice.Details details = practice.details();
    List<String> facts = new ArrayList<>();
    if (details.size() != null) {
      facts.add(words.plain("practice.fact-size", "size", details.size()));
    }
    for (String each : List.of(details.region(), details.ownership())) {
      if (!each.isEmpty()) {
        facts.add(each);
      }
    }
    if (!details.recordSystem().isEmpty()) {
      facts.add(words.plain("practice.fact-system", "system", details.recordSystem()));
    }
    if (!details.rhythm().isEmpty()) {
      facts.add(words.plain("practice.fact-rhythm", "rhythm", details.rhythm()));
    }
    if (!details.programmes().isEmpty()) {
      facts.add(words.plain("practice.fact-programmes", "programmes", details.programmes()));
    }
    if (!details.networks().isEmpty()) {
      facts.add(words.plain("practice.fact-networks", "networks", details.networks()));
    }
    return String.join(" · ", facts);
  }

  private String plan(Card card) {
    Practice practice = card.practice();
    UserId by = practice.doNotContactBy();
    Instant at = practice.doNotContactAt();
    if (by != null && at != null) {
      return words.say(
          "practice.card-left-alone",
          "by",
          Mrkdwn.mention(by),
          "day",
          Days.inFull(at.atZone(card.initiative().zone()).toLocalDate()));
    }
    Engagement engagement = card.engagement();
    Plan plan = engagement.course().plan();
    Instant next = engagement.checkInAt();
    if (plan == null || (next == null && !plan.stopped())) {
      return "";
    }
    String line = next == null ? words.say("practice.card-plan-stopped") : next(card, plan, next);
    return engagement.planWhy().isEmpty()
        ? line
        : line
            + "\n"
            + words.say("practice.card-plan-why", "why", Blocks.cut(engagement.planWhy(), 300));
  }

  private String next(Card card, Plan plan, Instant next) {
    LocalDate day = next.atZone(card.initiative().zone()).toLocalDate();
    LocalDate due = card.engagement().course().dueOn().orElse(day);
    Optional<Demand> movedPast = card.demands().stream().filter(it -> it.covers(due)).findFirst();
    return words.say(
        day.isBefore(card.today())
            ? "practice.card-plan-due"
            : movedPast.isPresent() ? "practice.card-plan-moved" : "practice.card-plan",
        "day",
        Days.inFull(day),
        "weeks",
        plan.weeks(),
        "demand",
        movedPast.map(Demand::name).orElse(""));
  }

  private String lifted(Lifted lifted, ZoneId zone) {
    return words.say(
        "practice.card-contact-again",
        "asker",
        Mrkdwn.mention(lifted.askedBy()),
        "asked",
        Days.inFull(lifted.askedAt().atZone(zone).toLocalDate()),
        "by",
        Mrkdwn.mention(lifted.by()),
        "day",
        Days.inFull(lifted.at().atZone(zone).toLocalDate()),
        "why",
        Blocks.cut(lifted.why(), 300));
  }

  private String demand(Demand demand) {
    LocalDate until = demand.until();
    return until == null
        ? words.say(
            "practice.card-demand-open", "name", demand.name(), "from", Days.inFull(demand.from()))
        : words.say(
            "practice.card-demand",
            "name",
            demand.name(),
            "from",
            Days.inFull(demand.from()),
            "until",
            Days.inFull(until));
  }

  private String touches(List<Touch> touches) {
    return touches.isEmpty()
        ? words.say("practice.card-no-touch")
        : words.say(
            "practice.card-touches",
            "touches",
            touches.stream()
                .limit(MOST_TOUCHES)
                .map(
                    it ->
                        words.plain(
                            "practice.card-touch",
                            "day",
                            Days.inFull(it.on()),
                            "way",
                            way(it.way())))
                .collect(Collectors.joining(", ")));
  }

  String way(Touch.Way way) {
    return words.plain("practice.way-" + way.name().toLowerCase(Locale.ROOT));
  }

  private List<BlockElement> actions(Card card) {
    String id = card.engagement().id().toString();
    List<BlockElement> actions = new ArrayList<>();
    boolean held = card.engagement().course().plan() != null;
    boolean alone = card.practice().isLeftAlone();
    if (!alone) {
      if (held) {
        actions.add(Blocks.primary(CourseListener.READY, words.plain("practice.ready-button"), id));
      } else if (!ReadinessView.mayAssessAgain(card)) {
        actions.add(
            Blocks.primary(AssessmentListener.ASSESS, words.plain("practice.assess-button"), id));
      }
      actions.add(
          held
              ? Blocks.button(AssessmentListener.ASSESS, words.plain("practice.assess-button"), id)
              : Blocks.button(CourseListener.NOT_NOW, words.plain("practice.not-now-button"), id));
    }
    actions.add(Blocks.button(CourseListener.TOUCH, words.plain("practice.touch-button"), id));
    if (card.trajectory().assessments().size() > 1 || !card.moves().isEmpty()) {
      actions.add(Blocks.button(PathListener.PATH, words.plain("practice.path-button"), id));
    }
    if (!alone) {
      actions.add(doNotContact(card.practice().name(), id));
    }
    actions.add(
        StaticSelectElement.builder()
            .actionId(PracticeListener.MORE)
            .placeholder(Blocks.plain(words.plain("practice.more-button"), 150))
            .options(
                MoreMenu.of(card).stream()
                    .map(it -> option(words.plain("practice.more-" + it.id()), it.id() + " " + id))
                    .toList())
            .build());
    return actions;
  }

  private static OptionObject option(String plain, String value) {
    return Blocks.option(plain, value);
  }

  ButtonElement doNotContact(String name, String id) {
    ButtonElement button =
        Blocks.button(
            CourseListener.LEAVE_ALONE, words.plain("practice.do-not-contact-button"), id);
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Blocks.plain(words.plain("practice.do-not-contact-title"), 100))
            .text(
                Blocks.plain(
                    words.plain("practice.do-not-contact-text", "name", Blocks.cut(name, 150)),
                    300))
            .confirm(Blocks.plain(words.plain("practice.do-not-contact-yes"), 30))
            .deny(Blocks.plain(words.plain("practice.do-not-contact-no"), 30))
            .build());
    return button;
  }
}
