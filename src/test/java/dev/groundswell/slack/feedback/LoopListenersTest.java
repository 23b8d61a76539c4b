package dev.groundswell.slack.feedback;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.groundswell.Team;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.feedback.Round;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Shortcut;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.initiative.InitiativeView;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the menus, buttons and forms of an input and of a round do, and whom they refuse. */
class LoopListenersTest {
  private static final String LINK = "https://lakeside.slack.com/archives/C0CARE/p1793627000000100";

  private static final List<Audience> GROUPS = TipLibrary.load(PromptFiles.packaged()).audiences();

  private final Team team = Team.assembles();
  private final InputView inputView = new InputView(Team.WORDS);
  private final InputListener input =
      new InputListener(
          team.inputs,
          team.rounds,
          team.initiatives,
          inputView,
          GROUPS,
          new InitiativeView(Team.WORDS),
          team.clock);
  private final DecisionListener decision =
      new DecisionListener(team.inputs, team.decisions, team.reportBacks, inputView, Team.WORDS);
  private final ChangeListener change =
      new ChangeListener(
          team.inputs,
          team.changes,
          team.decisions,
          team.rounds,
          inputView,
          GROUPS,
          Team.WORDS,
          team.clock);
  private final RoundListener round =
      new RoundListener(team.rounds, team.initiatives, inputView, Team.WORDS);

  @SuppressWarnings("NullAway.Init")
  private Initiative outreach;

  @SuppressWarnings("NullAway.Init")
  private Input early;

  @BeforeEach
  void logged() {
    outreach = team.starts(MAYA, "Diabetes outreach");
    early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Caller caller(WorkspaceId workspace, Person who) {
    return new Caller(workspace, who.id(), null, "", team.people);
  }

  private Click click(Person who, String value) {
    return new Click(caller(HERE, who), value, "b", "");
  }

  private Reaction clicks(Feature feature, Person who, String action, String value) {
    return Objects.requireNonNull(feature.clicks().get(action)).apply(click(who, value));
  }

  private Ending submits(
      Feature feature, Person who, String form, String metadata, Map<String, Object> values) {
    var gson = GsonFactory.createSnakeCase();
    ViewState state = gson.fromJson(gson.toJson(Map.of("values", values)), ViewState.class);
    return Objects.requireNonNull(feature.submissions().get(form))
        .apply(new Submission(caller(HERE, who), metadata, "key/" + UUID.randomUUID(), state));
  }

  private static Map<String, Object> texts(String... fieldsAndTexts) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < fieldsAndTexts.length; i += 2) {
      values.put(
          fieldsAndTexts[i], Map.of(fieldsAndTexts[i], Map.of("value", fieldsAndTexts[i + 1])));
    }
    return values;
  }

  private static void choose(Map<String, Object> values, String field, String value) {
    values.put(field, Map.of(field, Map.of("selected_option", Map.of("value", value))));
  }

  private static View opened(Reaction reaction) {
    assertThat(reaction).isInstanceOf(Reaction.Open.class);
    View modal = ((Reaction.Open) reaction).modal();
    Shown.fits(modal);
    return modal;
  }

  private Input now() {
    return team.inputs.find(HERE, early.id()).orElseThrow();
  }

  private Ending decides(Person who, View form) {
    Map<String, Object> values =
        texts(DecisionForm.WEIGHED, "The clinic team", DecisionForm.REASON, "It saves a visit");
    choose(values, DecisionForm.OUTCOME, "ADOPTED");
    return submits(decision, who, DecisionForm.FORM, form.getPrivateMetadata(), values);
  }

  @Test
  void a_decision_is_noted_by_the_owner_and_by_nobody_else_but_the_lead() {
    View form = opened(clicks(decision, ANN, InputView.DECIDE, early.id().toString()));

    Ending refused = decides(PRIYA, form);
    assertThat(refused).isInstanceOf(Ending.Show.class);
    assertThat(refused.toString()).contains("<@" + ANN.id().value() + ">");
    assertThat(now().isDecided()).isFalse();

    assertThat(decides(ANN, form)).isInstanceOf(Ending.Close.class);
    assertThat(now().isDecided()).isTrue();
  }

  @Test
  void a_decision_is_offered_for_others_only_to_whoever_may_decide_about_them() {
    team.takesPart(PRIYA, Role.FACILITATOR, outreach);
    team.records(ANN, Team.from("Ben"), "They are loud");
    team.records(PRIYA, Team.from("Cleo"), "Nobody speaks Bengali");

    String ann = opened(clicks(decision, ANN, InputView.DECIDE, early.id().toString())).toString();
    String lead =
        opened(clicks(decision, MAYA, InputView.DECIDE, early.id().toString())).toString();

    assertThat(ann).contains("They are loud").doesNotContain("Bengali");
    assertThat(lead).contains("They are loud", "Bengali");
  }

  @Test
  void a_decision_for_what_somebody_else_looks_after_stays_in_its_form_with_what_was_typed() {
    team.takesPart(PRIYA, Role.FACILITATOR, outreach);
    Input other = team.records(PRIYA, Team.from("Cleo"), "Nobody speaks Bengali");
    View form = opened(clicks(decision, ANN, InputView.DECIDE, early.id().toString()));
    Map<String, Object> values =
        texts(DecisionForm.WEIGHED, "The clinic team", DecisionForm.REASON, "It saves a visit");
    choose(values, DecisionForm.OUTCOME, "ADOPTED");
    values.put(
        DecisionForm.ALSO,
        Map.of(
            DecisionForm.ALSO,
            Map.of("selected_options", List.of(Map.of("value", other.id() + " 0")))));

    Ending refused = submits(decision, ANN, DecisionForm.FORM, form.getPrivateMetadata(), values);

    assertThat(refused).isInstanceOf(Ending.Errors.class);
    assertThat(refused.toString()).contains(DecisionForm.ALSO, "Cleo");
    assertThat(now().isDecided()).isFalse();
  }

  @Test
  void whoever_adds_a_link_is_asked_to_check_that_it_opens_for_the_contributor() {
    View form = opened(clicks(decision, ANN, InputView.DECIDE, early.id().toString()));

    assertThat(form.toString()).contains("Check that Priya may open it");
  }

  @Test
  void the_button_on_a_duplicate_decides_about_the_main_input() {
    Input same = team.records(ANN, Team.from("Ben"), "Those calls at seven!");
    team.changes.merge(ANN, HERE, same.id(), early.id());

    View form = opened(clicks(decision, ANN, InputView.DECIDE, same.id() + " undecided"));
    assertThat(form.toString()).contains(early.words()).doesNotContain("Those calls");
    decides(ANN, form);

    assertThat(now().isDecided()).isTrue();
    assertThat(team.inputs.find(HERE, same.id()).orElseThrow().ruling()).isEqualTo(now().ruling());
  }

  @Test
  void a_decision_without_an_outcome_stays_in_its_form() {
    View form = opened(clicks(decision, ANN, InputView.DECIDE, early.id().toString()));

    assertThat(
            submits(decision, ANN, DecisionForm.FORM, form.getPrivateMetadata(), new HashMap<>()))
        .isInstanceOf(Ending.Errors.class);
  }

  @Test
  void an_input_is_withdrawn_by_its_owner_and_by_nobody_else_but_the_lead() {
    View form = opened(clicks(change, ANN, InputView.MORE, "withdraw " + early.id()));
    assertThat(form.getCallbackId()).isEqualTo(ChangeView.WITHDRAW_FORM);
    String metadata = form.getPrivateMetadata();

    Ending refused = submits(change, PRIYA, form.getCallbackId(), metadata, new HashMap<>());
    assertThat(refused.toString()).contains("<@" + ANN.id().value() + ">");
    assertThat(now().isWithdrawn()).isFalse();

    submits(change, ANN, form.getCallbackId(), metadata, new HashMap<>());
    assertThat(now().isWithdrawn()).isTrue();
    assertThat(clicks(change, ANN, InputView.MORE, "edit " + early.id()))
        .isInstanceOf(Reaction.Say.class);
  }

  @Test
  void an_input_is_merged_into_one_that_was_told_and_is_found_by_its_words() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.tells(ANN, early);
    for (int i = 0; i < 2 * ChangeView.MOST_OTHERS; i++) {
      team.clock.advance(Duration.ofMinutes(1));
      team.records(ANN, Team.from("Ben"), "The form of the clinic is number " + i);
    }
    Input same = team.records(ANN, Team.from("Cleo"), "Those early calls!");

    View form = opened(clicks(change, ANN, InputView.MORE, "merge " + same.id()));

    OptionObject first = options(form).get(0);
    assertThat(first.getText().getText()).contains(early.words());
    assertThat(first.getDescription().getText())
        .isEqualTo(Team.WORDS.plain("input.into-told").strip());
    Map<String, Object> values = new HashMap<>();
    choose(values, ChangeView.INTO, first.getValue());
    submits(change, ANN, form.getCallbackId(), form.getPrivateMetadata(), values);
    Input merged = team.inputs.find(HERE, same.id()).orElseThrow();
    assertThat(merged.ruling()).isEqualTo(now().ruling()).isNotNull();
    assertThat(merged.reportBack().waits()).isTrue();
    assertThat(now().isTold()).isTrue();
  }

  private static List<OptionObject> options(View form) {
    return form.getBlocks().stream()
        .filter(InputBlock.class::isInstance)
        .map(it -> ((InputBlock) it).getElement())
        .filter(StaticSelectElement.class::isInstance)
        .map(StaticSelectElement.class::cast)
        .findFirst()
        .orElseThrow()
        .getOptions();
  }

  @Test
  void each_choice_of_the_menu_opens_and_none_in_another_workspace() {
    for (String choice : List.of("edit", "merge", "withdraw", "history")) {
      opened(clicks(change, ANN, InputView.MORE, choice + " " + early.id()));
      Click elsewhere = new Click(caller(ELSEWHERE, ANN), choice + " " + early.id(), "b", "");
      assertThat(Objects.requireNonNull(change.clicks().get(InputView.MORE)).apply(elsewhere))
          .isInstanceOf(Reaction.Say.class);
    }
  }

  @Test
  void in_the_list_whoever_was_not_reached_can_be_noted_as_told() {
    team.decides(ANN, early, Outcome.ADOPTED);
    team.reportBacks.notReached(ANN, HERE, early.id(), Unreachable.BOUNCED);

    assertThat(new InputLines(Team.WORDS).line(now(), LocalDate.EPOCH, ZoneOffset.UTC, true))
        .extracting(Object::toString)
        .anyMatch(it -> it.contains(ReportBackView.OTHER));
  }

  @Test
  void who_asked_not_to_be_written_to_hears_again_by_the_menu_and_by_a_button() {
    team.answers.stop(HERE, PRIYA.id(), early.id());
    assertThat(InputView.more(Team.WORDS, now()).toString()).contains("They want to hear again");

    Reaction said = clicks(change, ANN, InputView.MORE, InputView.WANTS_TO_HEAR + " " + early.id());

    assertThat(said.toString()).contains("hears from me again");
    assertThat(now().contributor().hasOptedOut()).isFalse();
    assertThat(InputView.more(Team.WORDS, now()).toString()).doesNotContain("hear again");
    team.answers.stop(HERE, PRIYA.id(), early.id());
    assertThat(clicks(change, ANN, InputView.WANTS_TO_HEAR, early.id().toString()))
        .isInstanceOf(Reaction.Replace.class);
    assertThat(now().contributor().hasOptedOut()).isFalse();
  }

  @Test
  void a_round_is_opened_by_its_verb_and_closed_once_everybody_in_it_has_heard() {
    Verb verb = round.verbs().get(0);
    Verb.Answer answer = verb.answer(new Verb.Asked(caller(HERE, ANN), "\"Spring survey\"", "key"));
    assertThat(answer.toString()).contains("Spring survey");
    Round spring = team.rounds.of(HERE, outreach.id(), 10).get(0);
    NewInput wanted =
        new NewInput(
            Team.from(PRIYA), "Too late", null, "", null, "Spring survey", null, null, null, true);
    Recorded.Kept kept = (Recorded.Kept) team.inputs.record(ANN, HERE, null, wanted, "spring");

    assertThat(clicks(round, ANN, RoundView.CLOSE, spring.id().toString()))
        .isInstanceOf(Reaction.Say.class);
    assertThat(team.rounds.find(HERE, spring.id()).orElseThrow().isClosed()).isFalse();

    team.changes.withdraw(ANN, HERE, kept.input().id());
    assertThat(clicks(round, ANN, RoundView.CLOSE, spring.id().toString()))
        .isInstanceOf(Reaction.Replace.class);
    assertThat(team.rounds.find(HERE, spring.id()).orElseThrow().isClosed()).isTrue();
  }

  private Reaction logs(String text) {
    return logs(text, LINK);
  }

  private Reaction logs(String text, String link) {
    return Objects.requireNonNull(input.shortcuts().get(InputListener.LOG_MESSAGE))
        .apply(
            new Shortcut(
                caller(HERE, ANN),
                text,
                PRIYA.id(),
                new ChannelId("C0CARE"),
                "1793627000.000100",
                link));
  }

  @Test
  void what_of_a_long_message_does_not_fit_into_the_form_is_said() {
    String cut = Team.WORDS.plain("input.cut-hint");
    assertThat(opened(logs("a".repeat(InputForm.LONGEST_TYPED))).toString()).doesNotContain(cut);
    assertThat(opened(logs("a".repeat(InputForm.LONGEST_TYPED + 1))).toString()).contains(cut);
  }

  @Test
  void a_message_is_logged_with_its_words_its_author_and_its_link() {
    View form = opened(logs("The form is &lt;too&gt; long"));
    assertThat(form.toString()).contains("The form is <too> long", PRIYA.id().value());

    Ending kept =
        submits(
            input,
            ANN,
            form.getCallbackId(),
            form.getPrivateMetadata(),
            texts(InputForm.WORDS, "The form is too long"));
    assertThat(kept.toString()).contains("Logged from <" + LINK + "|this message>");

    Input logged =
        team.reportBacks.openFor(HERE, ANN.id(), 10).stream()
            .filter(it -> it.words().equals("The form is too long"))
            .findFirst()
            .orElseThrow();
    assertThat(logged.origin().link()).isEqualTo(LINK);
  }

  @Test
  void the_form_for_a_message_names_the_only_initiative() {
    assertThat(opened(logs("Too long")).toString())
        .contains("For *Diabetes outreach*")
        .doesNotContain("Which initiative is it for?");
  }

  @Test
  void who_takes_part_in_several_chooses_the_initiative_in_the_form() {
    Initiative translation = team.starts(MAYA, "Translation");
    team.rounds.open(MAYA, HERE, null, "Spring survey", null, null);
    Initiative viewed = team.starts(MAYA, "Lung check");
    team.takesPart(ANN, Role.VIEWER, viewed);
    team.initiatives.workOn(HERE, ANN.id(), translation.id());

    View form = opened(logs("Too long"));

    assertThat(options(form))
        .extracting(it -> it.getText().getText())
        .containsExactly("Translation", "Diabetes outreach");
    Map<String, Object> values = texts(InputForm.WORDS, "Too long");
    choose(values, InputForm.FOR, outreach.id().toString());
    choose(values, InputForm.ROUND, "Spring survey");
    assertThat(submits(input, ANN, form.getCallbackId(), LINK, values).toString())
        .contains(InputForm.ROUND, "another initiative");
    values.remove(InputForm.ROUND);
    assertThat(submits(input, ANN, form.getCallbackId(), LINK, values).toString())
        .contains("Kept for *Diabetes outreach*");
    choose(values, InputForm.FOR, UUID.randomUUID().toString());
    assertThat(submits(input, ANN, form.getCallbackId(), LINK, values))
        .isInstanceOf(Ending.Errors.class);
  }

  @Test
  void a_message_that_was_deleted_meanwhile_is_logged_without_a_link() {
    View form = opened(logs("The form is too long", ""));

    submits(
        input,
        ANN,
        form.getCallbackId(),
        form.getPrivateMetadata(),
        texts(InputForm.WORDS, "The form is too long"));

    assertThat(team.reportBacks.openFor(HERE, ANN.id(), 10))
        .filteredOn(it -> it.words().equals("The form is too long"))
        .extracting(it -> it.origin().link())
        .containsExactly((String) null);
  }

  @Test
  void a_message_without_words_opens_no_form() {
    assertThat(logs("  ")).isInstanceOf(Reaction.Say.class);
  }
}
