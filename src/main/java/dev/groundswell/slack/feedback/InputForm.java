package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded.Part;
import dev.groundswell.feedback.Round;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Filled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which input is logged or changed: two fields suffice, the rest is for more. */
final class InputForm {
  static final String FORM = "feedback.form";
  static final String EDIT_FORM = "feedback.edit-form";
  static final String FOR = "feedback.for";
  static final String WORDS = "feedback.words";
  static final String WHO = "feedback.who";
  static final String NAME = "feedback.name";
  static final String PATIENT = "feedback.patient";
  static final String GROUP = "feedback.group";
  static final String DATE = "feedback.date";
  static final String ROUND = "feedback.round";
  static final String NEW_ROUND = "feedback.new-round";
  static final String STEERS = "feedback.steers";
  static final String CHANNEL = "feedback.channel";
  static final String NAMED = "feedback.named";
  static final String REACH = "feedback.reach";
  static final String ADDRESS = "feedback.address";

  /** The most that Slack's field takes; what is longer is kept whole and not edited here. */
  static final int LONGEST_TYPED = 3000;

  private static final int MOST_OPTIONS = 100;

  private final Words words;
  private final List<Audience> groups;

  InputForm(Words words, List<Audience> groups) {
    this.words = words;
    this.groups = groups;
  }

  /**
   * What stands in the form when it opens.
   *
   * @param callback {@link #FORM} or {@link #EDIT_FORM}
   * @param input as far as it is known
   * @param rounds that are open, and the one it belongs to
   */
  record Opened(
      String callback, String metadata, NewInput input, List<Round> rounds, LocalDate today) {
    /** An empty one. */
    static Opened empty(List<Round> rounds, LocalDate today, UserId by) {
      return new Opened(FORM, "", new NewInput(new Contributor(by, "?"), ""), rounds, today);
    }

    boolean isNew() {
      return callback.equals(FORM);
    }
  }

  View view(Opened opened) {
    NewInput input = opened.input();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(saidWhat(opened));
    blocks.addAll(who(opened));
    blocks.add(Blocks.divider());
    blocks.add(Blocks.context(words.say("input.more")));
    blocks.add(choice(GROUP, input.from().group(), groups.stream().map(this::group).toList()));
    blocks.add(
        labelled(
            DATE,
            DatePickerElement.builder()
                .actionId(DATE)
                .initialDate(
                    (input.receivedOn() == null ? opened.today() : input.receivedOn()).toString())
                .build()));
    if (!opened.rounds().isEmpty()) {
      blocks.add(choice(ROUND, input.round(), opened.rounds().stream().map(this::round).toList()));
    }
    blocks.add(labelled(NEW_ROUND, line(Round.LONGEST_NAME, "")));
    blocks.add(choice(STEERS, name(input.steers()), options("steers", Steers.values())));
    blocks.add(choice(CHANNEL, name(input.channel()), options("channel", Channel.values())));
    blocks.add(choice(REACH, name(input.reach()), options("reach", Reach.values())));
    blocks.add(labelled(ADDRESS, line(254, "")));
    blocks.add(tick(NAMED, input.mayBeNamed()));
    return View.builder()
        .type("modal")
        .callbackId(opened.callback())
        .privateMetadata(opened.metadata())
        .title(Blocks.title(words.plain(opened.isNew() ? "input.title" : "input.edit-title")))
        .submit(Blocks.submit(words.plain(opened.isNew() ? "input.submit" : "input.edit-submit")))
        .close(Blocks.close(words.plain("input.cancel")))
        .blocks(blocks)
        .build();
  }

  /**
   * The same form with the initiative that it is for at the top: named, or to be chosen of several.
   *
   * @param initiatives for which it may be; the first is chosen already if it is the current one
   */
  View about(View form, Optional<Initiative> current, List<Initiative> initiatives) {
    List<LayoutBlock> blocks = new ArrayList<>(form.getBlocks());
    if (initiatives.size() > 1 || !current.map(initiatives::contains).orElse(true)) {
      InputBlock choice =
          choice(
              FOR,
              current.map(it -> it.id().toString()).orElse(null),
              initiatives.stream()
                  .map(it -> Blocks.option(it.name(), it.id().toString()))
                  .toList());
      choice.setOptional(false);
      blocks.add(0, choice);
    } else {
      current.ifPresent(
          it -> blocks.add(0, Blocks.context(words.say("initiative.about", "name", it.name()))));
    }
    form.setBlocks(blocks);
    return form;
  }

  private LayoutBlock saidWhat(Opened opened) {
    NewInput input = opened.input();
    boolean tooLong = input.words().length() > LONGEST_TYPED;
    if (tooLong && !opened.isNew()) {
      return Blocks.section(
          words.say("input.too-long-to-edit", "words", Blocks.cut(input.words(), 1000)));
    }
    InputBlock field =
        labelled(
            WORDS,
            PlainTextInputElement.builder()
                .actionId(WORDS)
                .multiline(true)
                .maxLength(LONGEST_TYPED)
                .initialValue(orNull(Blocks.cut(input.words(), LONGEST_TYPED)))
                .build());
    if (tooLong) {
      field.setHint(Blocks.plain(words.plain("input.cut-hint"), 150));
    }
    field.setOptional(false);
    return field;
  }

  private List<LayoutBlock> who(Opened opened) {
    Contributor from = opened.input().from();
    // A new form leaves both empty: then it is one's own.
    boolean known = !opened.input().words().isEmpty();
    String account = known ? from.account().map(UserId::value).orElse(null) : null;
    String name = known && account == null ? from.name() : "";
    return List.of(
        labelled(WHO, UsersSelectElement.builder().actionId(WHO).initialUser(account).build()),
        labelled(NAME, line(Contributor.LONGEST_NAME, name)),
        tick(PATIENT, from.patient()));
  }

  private OptionObject group(Audience audience) {
    return Blocks.option(audience.label(), audience.id());
  }

  private OptionObject round(Round round) {
    return Blocks.option(round.name(), round.name());
  }

  private List<OptionObject> options(String kind, Enum<?>... constants) {
    return Arrays.stream(constants)
        .map(
            it ->
                Blocks.option(
                    words.plain("input." + kind + "-" + it.name().toLowerCase(Locale.ROOT)),
                    it.name()))
        .toList();
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private InputBlock choice(String id, @Nullable String initial, List<OptionObject> options) {
    List<OptionObject> shown = options.stream().limit(MOST_OPTIONS).toList();
    return labelled(
        id,
        StaticSelectElement.builder()
            .actionId(id)
            .placeholder(Blocks.plain(words.plain("input.not-said"), 150))
            .options(shown)
            .initialOption(
                shown.stream().filter(it -> it.getValue().equals(initial)).findFirst().orElse(null))
            .build());
  }

  private InputBlock tick(String id, boolean ticked) {
    OptionObject yes = Blocks.option(words.plain("input." + key(id) + "-yes"), "yes");
    return labelled(
        id,
        CheckboxesElement.builder()
            .actionId(id)
            .options(List.of(yes))
            .initialOptions(ticked ? List.of(yes) : null)
            .build());
  }

  private static PlainTextInputElement line(int longest, String initial) {
    return PlainTextInputElement.builder().maxLength(longest).initialValue(orNull(initial)).build();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String key(String id) {
    return id.substring("feedback.".length());
  }

  private InputBlock labelled(String id, BlockElement element) {
    if (element instanceof PlainTextInputElement field) {
      field.setActionId(id);
    }
    return InputBlock.builder()
        .blockId(id)
        .optional(true)
        .label(Blocks.plain(words.plain("input." + key(id) + "-label"), 2000))
        .hint(Blocks.plain(words.plain("input." + key(id) + "-hint"), 2000))
        .element(element)
        .build();
  }

  /**
   * What was filled in.
   *
   * @param before what is kept where the form can't show it: words that are too long, the link
   */
  static NewInput read(Filled form, Caller caller, NewInput before) {
    boolean patient = form.isTicked(PATIENT);
    String name = OneLine.of(form.text(NAME));
    Contributor from =
        form.user(WHO)
            .map(id -> Contributor.of(caller.people().get(caller.workspace(), new UserId(id))))
            .orElseGet(
                () ->
                    name.isEmpty() ? Contributor.of(caller.person()) : new Contributor(null, name));
    from = from.inGroup(form.choice(GROUP).orElse(null));
    String typed = form.text(NEW_ROUND).strip();
    return new NewInput(
        patient ? from.asPatient() : from,
        before.words().length() > LONGEST_TYPED ? before.words() : form.text(WORDS),
        form.choice(REACH).map(Reach::valueOf).orElse(null),
        form.text(ADDRESS).strip(),
        form.date(DATE).orElse(null),
        typed.isEmpty() ? form.choice(ROUND).orElse("") : typed,
        form.choice(STEERS).map(Steers::valueOf).orElse(null),
        form.choice(CHANNEL).map(Channel::valueOf).orElse(null),
        before.link(),
        form.isTicked(NAMED));
  }

  /** An input as it stands, for the form that changes it. */
  static NewInput of(Input input, Optional<Round> round) {
    Input.Origin origin = input.origin();
    return new NewInput(
        input.contributor(),
        input.words(),
        input.contributor().reach(),
        "",
        input.receivedOn(),
        round.map(Round::name).orElse(""),
        origin.steers(),
        origin.channel(),
        origin.link(),
        origin.mayBeNamed());
  }

  /** The field in which a part was typed. */
  static String field(Part part, Filled form) {
    return switch (part) {
      case WORDS -> WORDS;
      case CONTRIBUTOR -> form.user(WHO).isPresent() ? WHO : NAME;
      case DATE -> DATE;
      case ROUND -> form.text(NEW_ROUND).isBlank() ? ROUND : NEW_ROUND;
      case REACH -> REACH;
      case ADDRESS -> ADDRESS;
    };
  }

  /** The rounds that can be chosen: those that are open, and the one it is in. */
  static List<Round> choosable(List<Round> rounds, Optional<Round> own) {
    return Stream.concat(own.stream(), rounds.stream().filter(it -> !it.isClosed()))
        .distinct()
        .toList();
  }
}
