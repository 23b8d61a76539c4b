package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.checkin.Cadence;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms for what happens between a practice and its facilitator. */
final class CourseForms {
  static final String PLAN_FORM = "practice.plan-form";
  static final String TOUCH_FORM = "practice.touch-form";
  static final String CONTACT_AGAIN_FORM = "practice.contact-again-form";
  static final String STAGE_FORM = "practice.stage-form";
  static final String NEW_FORM = "practice.new-form";
  static final String DETAILS_FORM = "practice.details-form";
  static final String USED_FORM = "practice.used-form";
  static final String RHYTHM_FORM = "practice.rhythm-form";
  static final String KINDS = "practice.kinds";
  static final String WAY = "practice.way";
  static final String STAGE = "practice.stage";
  static final String TOLD = "practice.told";

  private static final int NOTE = 1000;

  private final Words words;
  private final TipLibrary library;
  private final Fields fields;

  CourseForms(Words words, TipLibrary library, Fields fields) {
    this.words = words;
    this.library = library;
    this.fields = fields;
  }

  View plan(Card card, Opened from, Cadence cadence) {
    Stage stage = card.engagement().course().stage();
    Plan plan = card.engagement().course().plan();
    List<OptionObject> kinds =
        Arrays.stream(ItemKind.values())
            .map(it -> Blocks.option(words.plain("practice.kind-" + it.id()), it.name()))
            .toList();
    List<OptionObject> ticked =
        plan == null
            ? kinds
            : kinds.stream()
                .filter(it -> plan.kinds().contains(ItemKind.valueOf(it.getValue())))
                .toList();
    boolean own = plan != null && plan.weeks() != cadence.weeks(stage);
    return fields.modal(
        PLAN_FORM,
        "plan-title",
        "plan-submit",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.plan-intro", "name", card.practice().name())),
            Fields.optional(
                fields.lines(
                    Field.NOTE,
                    "why-label",
                    words.plain("practice.why-hint"),
                    NOTE,
                    plan == null ? "" : card.engagement().planWhy())),
            Fields.optional(
                fields.line(
                    Field.WEEKS,
                    "weeks-label",
                    words.plain(
                        "practice.weeks-hint",
                        "stage",
                        library.wording(stage).label(),
                        "weeks",
                        cadence.weeks(stage)),
                    6,
                    own ? String.valueOf(Objects.requireNonNull(plan).weeks()) : "")),
            Fields.optional(fields.ticks(KINDS, "kinds-label", kinds, ticked))));
  }

  /** The form for the rhythm of an initiative. */
  View rhythm(String initiative, Cadence cadence) {
    List<OptionObject> stages =
        Arrays.stream(Stage.values())
            .map(
                it ->
                    Blocks.option(
                        words.plain(
                            "practice.rhythm-stage",
                            "stage",
                            library.wording(it).label(),
                            "weeks",
                            cadence.weeks(it)),
                        it.name()))
            .toList();
    return fields.modal(
        RHYTHM_FORM,
        "rhythm-title",
        "save",
        initiative,
        List.of(
            Blocks.section(words.say("practice.rhythm-intro")),
            fields.radio(STAGE, "rhythm-stage-label", stages, stages.get(0)),
            fields.line(Field.WEEKS, "weeks-label", "", 6, ""),
            fields.line(Field.REASON, "rhythm-why-label", "", 300, "")));
  }

  static Set<ItemKind> kinds(Submission form) {
    return Fields.ticked(form, KINDS).stream().map(ItemKind::valueOf).collect(Collectors.toSet());
  }

  View touch(Card card, Opened from) {
    List<OptionObject> ways =
        Arrays.stream(Touch.Way.values())
            .map(
                it ->
                    Blocks.option(
                        words.plain("practice.way-" + it.name().toLowerCase(java.util.Locale.ROOT)),
                        it.name()))
            .toList();
    return fields.modal(
        TOUCH_FORM,
        "touch-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.touch-intro", "name", card.practice().name())),
            fields.radio(WAY, "touch-way-label", ways, ways.get(1)),
            fields.day(Field.DAY, "touch-day-label", card.today()),
            Fields.optional(
                fields.lines(
                    Field.NOTE, "touch-note-label", words.plain("practice.note-hint"), NOTE))));
  }

  static Touch.Way way(Submission form) {
    return form.choice(WAY).map(Touch.Way::valueOf).orElse(Touch.Way.SPOKE);
  }

  /** Asked before a wish to be left alone is taken for over. */
  View contactAgain(Card card, Opened from) {
    return fields.modal(
        CONTACT_AGAIN_FORM,
        "again-title",
        "again-submit",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.again-intro", "name", card.practice().name())),
            fields.line(
                Field.REASON, "again-why-label", words.plain("practice.again-why-hint"), 300, "")));
  }

  View stage(Card card, Opened from) {
    return stage(card, from, card.engagement().course().stage(), "", List.of());
  }

  /**
   * The form with what was chosen in it before.
   *
   * @param beneath what stands below its fields
   */
  View stage(Card card, Opened from, Stage chosen, String note, List<LayoutBlock> beneath) {
    List<OptionObject> stages =
        Arrays.stream(Stage.values())
            .map(
                it ->
                    OptionObject.builder()
                        .text(Blocks.plain(library.wording(it).label(), 75))
                        .description(Blocks.plain(library.stagesOfChange().of(it).means(), 75))
                        .value(it.name())
                        .build())
            .toList();
    List<LayoutBlock> blocks =
        new ArrayList<>(
            List.of(
                Blocks.section(
                    "*" + dev.groundswell.prompt.Mrkdwn.escape(card.practice().name()) + "*"),
                fields.radio(
                    STAGE,
                    "stage-label",
                    stages,
                    stages.stream()
                        .filter(it -> it.getValue().equals(chosen.name()))
                        .findFirst()
                        .orElse(null)),
                Fields.optional(
                    fields.lines(
                        Field.NOTE,
                        "stage-note-label",
                        words.plain("practice.stage-note-hint"),
                        NOTE,
                        note))));
    blocks.addAll(beneath);
    return fields.modal(STAGE_FORM, "stage-title", "save", from.metadata(), blocks);
  }

  static Optional<Stage> stage(Submission form) {
    return form.choice(STAGE).map(Stage::valueOf);
  }

  /** The form to add a practice. */
  View fresh() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        fields.line(
            Field.NAME,
            "name-label",
            words.plain("practice.name-hint"),
            Practice.LONGEST_NAME,
            ""));
    blocks.addAll(details(Practice.Details.NONE));
    return fields.modal(NEW_FORM, "new-title", "new-submit", "", blocks);
  }

  View details(Card card, Opened from) {
    return fields.modal(
        DETAILS_FORM, "details-title", "save", from.metadata(), details(card.practice().details()));
  }

  private List<LayoutBlock> details(Practice.Details known) {
    Integer size = known.size();
    return List.of(
        detail(Field.REGION, "region-label", words.plain("practice.region-hint"), known.region()),
        detail(Field.SIZE, "size-label", "", size == null ? "" : String.valueOf(size)),
        detail(Field.RECORD_SYSTEM, "record-system-label", "", known.recordSystem()),
        detail(
            Field.OWNERSHIP,
            "ownership-label",
            words.plain("practice.ownership-hint"),
            known.ownership()),
        detail(Field.PROGRAMMES, "programmes-label", "", known.programmes()),
        detail(Field.RHYTHM, "rhythm-label", words.plain("practice.rhythm-hint"), known.rhythm()),
        detail(Field.NETWORKS, "networks-label", "", known.networks()));
  }

  private LayoutBlock detail(Field field, String label, String hint, String known) {
    return Fields.optional(fields.line(field, label, hint, Practice.Details.LONGEST, known));
  }

  static Practice.Details details(Submission form) {
    return new Practice.Details(
        Fields.number(form, Field.SIZE).orElse(null),
        Fields.text(form, Field.RECORD_SYSTEM),
        Fields.text(form, Field.REGION),
        Fields.text(form, Field.OWNERSHIP),
        Fields.text(form, Field.PROGRAMMES),
        Fields.text(form, Field.RHYTHM),
        Fields.text(form, Field.NETWORKS));
  }

  /** The form to note what came of an assessment. */
  View used(Opened from, String known) {
    OptionObject told = Blocks.option(words.plain("practice.told-yes"), "told");
    return fields.modal(
        USED_FORM,
        "used-title",
        "save",
        from.metadata(),
        List.of(
            fields.line(Field.NOTE, "used-label", "", NOTE, known),
            Fields.optional(fields.ticks(TOLD, "told-label", List.of(told), List.of()))));
  }
}
