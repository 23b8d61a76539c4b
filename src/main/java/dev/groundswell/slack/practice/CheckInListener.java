package dev.groundswell.slack.practice;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.Offers;
import dev.groundswell.practice.Offers.Offer;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Rhythms;
import dev.groundswell.practice.Touch;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Rendering;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reminders to be in touch, and to say what came of an assessment; and their buttons. */
public final class CheckInListener implements Feature, Rendering {
  static final String RHYTHM = "practice.rhythm";
  static final String SENT = "practice.sent";
  static final String SPOKE = "practice.spoke";
  static final String USED = "practice.used";

  private final Practices practices;
  private final CheckIns checkIns;
  private final Offers offers;
  private final Rhythms rhythms;
  private final Assessments assessments;
  private final Words words;
  private final CheckInView view;
  private final Refusals refusals;
  private final CourseForms forms;

  public CheckInListener(
      Practices practices,
      CheckIns checkIns,
      Offers offers,
      Rhythms rhythms,
      Assessments assessments,
      Words words,
      TipLibrary library) {
    this.practices = practices;
    this.checkIns = checkIns;
    this.offers = offers;
    this.rhythms = rhythms;
    this.assessments = assessments;
    this.words = words;
    this.view = new CheckInView(words, new CardView(words, library));
    this.refusals = new Refusals(words);
    this.forms = new CourseForms(words, library, new Fields(words));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CheckIns.CHECK_IN, Assessments.USED);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    if (item.kind().equals(Assessments.USED)) {
      return assessments
          .open(workspace, item.subject())
          .<Rendered>map(use -> new Rendered.Wanted(view.used(use)))
          .orElseGet(() -> new Rendered.NotWanted("what came of the assessment is known"));
    }
    Offer offer = offers.of(workspace, item.subject());
    if (offer instanceof Offer.Wanted wanted) {
      return new Rendered.Wanted(view.checkIn(wanted.card(), wanted.item()));
    } else if (offer instanceof Offer.NotWanted not) {
      return new Rendered.NotWanted(
          words.plain(
              "practice.not-wanted-"
                  + not.why().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    } else if (offer instanceof Offer.Gone) {
      return new Rendered.NotWanted(words.plain("practice.refused-gone"));
    }
    throw new AssertionError(offer);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        RHYTHM,
        this::rhythmForm,
        SENT,
        this::sent,
        SPOKE,
        click -> touched(click, UUID.fromString(click.value()), Touch.Way.SPOKE, null),
        USED,
        this::usedForm);
  }

  private Reaction rhythmForm(Click click) {
    Caller caller = click.caller();
    return rhythms
        .of(caller.user(), caller.workspace(), UUID.fromString(click.value()))
        .either(
            cadence -> new Reaction.Open(forms.rhythm(click.value(), cadence)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Ending rhythm(Submission form) {
    Stage stage = CourseForms.stage(form).orElse(Stage.PRECONTEMPLATION);
    return rhythms
        .set(
            form.caller().user(),
            form.caller().workspace(),
            UUID.fromString(form.metadata()),
            stage,
            Fields.number(form, Field.WEEKS).orElse(0),
            Fields.text(form, Field.REASON))
        .either(cadence -> new Ending.Close(Optional.empty()), refusals::ending);
  }

  private Reaction sent(Click click) {
    String[] parts = click.value().split(" ", 2);
    return touched(click, UUID.fromString(parts[0]), Touch.Way.SENT, UUID.fromString(parts[1]));
  }

  private Reaction touched(Click click, UUID engagement, Touch.Way way, @Nullable UUID item) {
    Caller caller = click.caller();
    LocalDate today =
        practices
            .card(caller.workspace(), caller.user(), engagement)
            .either(Card::today, refusal -> LocalDate.EPOCH);
    return checkIns
        .touched(
            caller.person(),
            caller.workspace(),
            engagement,
            way,
            today,
            item,
            "",
            // One button of one message counts once, however often it is pressed.
            "button/" + engagement + "/" + way + "/" + (item == null ? today : item))
        .either(
            card -> new Reaction.Replace(view.touched(card)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction usedForm(Click click) {
    UUID assessment = UUID.fromString(click.value());
    Caller caller = click.caller();
    Optional<Assessments.Use> use = assessments.open(caller.workspace(), assessment);
    return use.map(
            it ->
                practices
                    .card(caller.workspace(), caller.user(), it.card().engagement().id())
                    .<Reaction>either(
                        card ->
                            new Reaction.Open(
                                forms.used(
                                    new Opened(assessment, click.responseUrl()),
                                    it.assessment().outcome())),
                        refusal -> new Reaction.Say(refusals.message(refusal))))
        .orElseGet(() -> new Reaction.Replace(Message.of(words.say("practice.used-over"))));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(CourseForms.USED_FORM, this::used, CourseForms.RHYTHM_FORM, this::rhythm);
  }

  private Ending used(Submission form) {
    Opened from = Opened.of(form.metadata());
    boolean told = form.isTicked(CourseForms.TOLD);
    return assessments
        .used(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            Fields.text(form, Field.NOTE),
            told)
        .either(
            card ->
                new Ending.Close(
                    from.reply(
                        Message.of(words.say(told ? "practice.used-done" : "practice.used")))),
            refusals::ending);
  }
}
