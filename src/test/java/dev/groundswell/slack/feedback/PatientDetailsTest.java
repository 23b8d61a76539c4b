package dev.groundswell.slack.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.groundswell.Team;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.DueDates;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Rounds;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Members;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding.Kind;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.initiative.Cards;
import dev.groundswell.slack.initiative.InitiativeListener;
import dev.groundswell.slack.initiative.InitiativeView;
import dev.groundswell.slack.sponsor.CardView;
import dev.groundswell.slack.sponsor.SponsorListener;
import dev.groundswell.slack.sponsor.SponsorView;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Mailing;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Watch;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to details of patients between the person who types them and the database. */
class PatientDetailsTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  private static final Person ANN = new Person(new UserId("U1"), "Ann Lee", ZoneOffset.UTC, true);
  private static final List<String> TABLES =
      List.of("draft", "contributor", "input", "report_back", "reminder", "outbox", "sponsor");
  private static final String DETAIL = "patient John Smith, MRN 12345678, wants evenings";
  private static final Contributor SELF = new Contributor(ANN.id(), ANN.name());

  private final Clock clock = Clock.fixed(Instant.parse("2024-05-03T10:00:00Z"), ZoneOffset.UTC);
  private final Database database =
      Database.open(DatabaseUrl.parse("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
  private final Ids ids = new Ids(clock, new Random(1));
  private final People people = new People(database, (workspace, user) -> Optional.of(ANN), clock);
  private final Outbox outbox = new Outbox(database, ids);
  private final Initiatives initiatives = new Initiatives(database, people, ids, clock);
  private final Reminders reminders =
      new Reminders(
          database, outbox, new InitiativeSurroundings(people), new CronRecurrence(), ids, clock);
  private final Vault vault = Vault.unlock(database, Team.KEYS, clock);
  private final Inputs inputs =
      new Inputs(database, initiatives, reminders, vault, DueDates.USUAL, ids, clock);
  private final Decisions decisions =
      new Decisions(database, initiatives, reminders, DueDates.USUAL, ids, clock);
  private final Words words = Words.load(PromptFiles.packaged());
  private final ReportBacks reportBacks =
      new ReportBacks(database, initiatives, reminders, outbox, people, words, clock, false);
  private final Sponsors sponsors =
      new Sponsors(
          database,
          initiatives,
          new Watch(reminders),
          vault,
          ids,
          clock,
          new Subscriptions(database, initiatives, people, outbox, vault, Mailing.none(), clock));

  private final Rounds rounds = new Rounds(database, initiatives, reminders, ids, clock);
  private final Caller caller = new Caller(WORKSPACE, ANN.id(), null, "", people);
  private final InputListener listener =
      new InputListener(
          inputs,
          rounds,
          initiatives,
          new InputView(words),
          List.of(),
          new InitiativeView(words),
          clock);
  private final DecisionListener decisionListener =
      new DecisionListener(inputs, decisions, reportBacks, new InputView(words), words);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void without_an_initiative_not_even_a_draft_is_kept() {
    assertThat(inputs.record(ANN, WORKSPACE, SELF, DETAIL, "r1"))
        .isEqualTo(new Recorded.PatientDetails(Recorded.Part.WORDS, Kind.RECORD_NUMBER));
    assertNothingIsStored();
  }

  @Test
  void an_input_with_a_detail_is_not_kept() {
    start();

    assertThat(inputs.record(ANN, WORKSPACE, SELF, "her dob is 3 May 1961", "r1"))
        .isEqualTo(new Recorded.PatientDetails(Recorded.Part.WORDS, Kind.BIRTH_DATE));
    assertThat(
            inputs.record(
                ANN, WORKSPACE, new Contributor(null, "patient John Smith"), "Evenings!", "r2"))
        .isEqualTo(new Recorded.PatientDetails(Recorded.Part.CONTRIBUTOR, Kind.NAMED_PATIENT));
    assertNothingIsStored();
  }

  @Test
  void put_in_other_words_it_is_kept() {
    start();

    assertThat(
            inputs.record(
                ANN, WORKSPACE, new Contributor(null, "patient A"), "Evenings, please", "r1"))
        .isInstanceOf(Recorded.Kept.class);
  }

  @Test
  void a_draft_from_before_the_guard_is_taken_out_and_not_kept() {
    UUID draft = ids.next();
    database.transact(
        tx ->
            tx.update(
                    """
                    insert into draft (workspace_id, id, user_id, from_name, words, request_key,
                      kept_at)
                    values ('T1', :id, 'U1', 'Ann', :words, 'r', :now)
                    """)
                .bind("id", draft)
                .bind("words", DETAIL)
                .bind("now", clock.instant())
                .execute());

    assertThat(inputs.recordDraft(ANN, WORKSPACE, draft, "Outreach").recorded())
        .contains(new Recorded.PatientDetails(Recorded.Part.WORDS, Kind.RECORD_NUMBER));
    assertNothingIsStored();
  }

  @Test
  void a_decision_with_a_detail_changes_nothing() {
    UUID input = given();

    assertThat(decide(input, "With Mrs Thompson, who has HIV", "Fits"))
        .isEqualTo(new Decided.PatientDetails(Decided.Field.WEIGHED, Kind.NAMED_PATIENT));
    assertThat(decide(input, "With the team", "SSN 219-09-9999 says so"))
        .isEqualTo(new Decided.PatientDetails(Decided.Field.REASON, Kind.SOCIAL_SECURITY_NUMBER));
    assertThat(inputs.find(WORKSPACE, input).orElseThrow().isDecided()).isFalse();
    assertThat(decide(input, "With the team", "Fits")).isInstanceOf(Decided.Done.class);
  }

  @Test
  void initiatives_and_sponsors_are_not_named_for_patients() {
    start();

    assertThat(initiatives.create(WORKSPACE, "Patient John Smith's care", ANN.id(), ANN))
        .isEqualTo(new Created.PatientDetails(Kind.NAMED_PATIENT));
    assertThat(initiatives.of(WORKSPACE, ANN.id())).hasSize(1);
    assertThat(sponsors.add(WORKSPACE, ANN.id(), "Tom, MRN 12345678", "tom@example.org"))
        .isEqualTo(new Added.PatientDetails(Kind.RECORD_NUMBER));
    assertThat(sponsors.add(WORKSPACE, ANN.id(), "Tom Becker", "tom@example.org"))
        .isInstanceOf(Added.Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patient John Smith, MRN 12345678, wants evenings",
        "\"wants evenings\" from patient John Smith, MRN 12345678",
        "see <https://x.example/mrn-12345678.pdf|patient John Smith>"
      })
  void a_command_is_answered_with_the_reason_and_without_an_echo(String typed) {
    start();

    Verb.Answer answer = verb(listener, "input", typed);

    assertThat(answer.toString()).contains("not kept", "put it in other words");
    assertThat(answer.toString()).doesNotContain("John", "Smith", "12345678", "evenings");
    assertNothingIsStored();
  }

  @Test
  void commands_about_initiatives_and_sponsors_do_not_echo_it_either() {
    start();
    InitiativeView view = new InitiativeView(words);
    Members members = new Members(database, people, outbox, clock);
    InitiativeListener initiative =
        new InitiativeListener(initiatives, view, new Cards(initiatives, members, view, clock));
    Profiles profiles =
        new Profiles(database, initiatives, inputs, new Watch(reminders), vault, ids, clock);
    SponsorListener sponsor =
        new SponsorListener(
            sponsors, profiles, initiatives, new SponsorView(words), new CardView(words), clock);

    for (Verb.Answer answer :
        List.of(
            verb(initiative, "initiative", "Help for patient John Smith"),
            verb(initiative, "initiative", "Outreach lead patient John Smith"),
            verb(sponsor, "sponsor", "patient John Smith john@example.org"))) {
      assertThat(answer.toString()).contains("not kept").doesNotContain("John", "john");
    }
  }

  @Test
  void in_a_form_the_text_stays_with_the_reason_under_its_field() {
    start();

    assertThat(errors(submit(InputForm.FORM, "", InputForm.WORDS, DETAIL)))
        .containsOnlyKeys(InputForm.WORDS)
        .allSatisfy((field, sentence) -> assertThat(sentence).contains("not kept"));
    assertThat(
            errors(
                submit(
                    InputForm.FORM,
                    "",
                    InputForm.WORDS,
                    "Evenings",
                    InputForm.NAME,
                    "patient John Smith")))
        .containsOnlyKeys(InputForm.NAME)
        .allSatisfy((field, sentence) -> assertThat(sentence).doesNotContain("John", "*", "`"));
    assertNothingIsStored();
  }

  @Test
  void in_the_form_of_a_decision_it_stays_too() {
    UUID input = given();

    assertThat(
            errors(
                submit(
                    DecisionForm.FORM,
                    input + " ",
                    DecisionForm.WEIGHED,
                    "With the team",
                    DecisionForm.REASON,
                    "patient John Smith asked for it")))
        .containsOnlyKeys(DecisionForm.REASON);
  }

  @Test
  void in_the_form_of_the_first_initiative_it_stays_and_the_draft_waits() {
    Recorded.NoInitiative waiting =
        (Recorded.NoInitiative) inputs.record(ANN, WORKSPACE, SELF, "Evenings", "r1");

    assertThat(
            errors(
                submit(
                    InputView.FIRST_FORM,
                    waiting.draft() + " ",
                    InputView.INITIATIVE,
                    "For patient John Smith")))
        .containsOnlyKeys(InputView.INITIATIVE);
    assertThat(inputs.recordDraft(ANN, WORKSPACE, waiting.draft(), "Outreach").recorded())
        .isPresent();
  }

  private void start() {
    assertThat(initiatives.create(WORKSPACE, "Outreach", ANN.id(), ANN))
        .isInstanceOf(Created.Started.class);
  }

  private UUID given() {
    start();
    return ((Recorded.Kept) inputs.record(ANN, WORKSPACE, SELF, "Evenings, please", "given"))
        .input()
        .id();
  }

  private Decided decide(UUID input, String weighed, String reason) {
    return decisions.decide(ANN, WORKSPACE, input, new Decision(Outcome.ADOPTED, weighed, reason));
  }

  private Verb.Answer verb(dev.groundswell.slack.Feature feature, String name, String typed) {
    return feature.verbs().stream()
        .filter(verb -> verb.name().equals(name))
        .findFirst()
        .orElseThrow()
        .answer(new Verb.Asked(caller, typed, "key"));
  }

  private Ending submit(String form, String metadata, String... fieldsAndTexts) {
    Map<String, Object> values = new HashMap<>();
    values.put(
        DecisionForm.OUTCOME,
        Map.of(DecisionForm.OUTCOME, Map.of("selected_option", Map.of("value", "ADOPTED"))));
    for (int i = 0; i < fieldsAndTexts.length; i += 2) {
      String field = fieldsAndTexts[i];
      values.put(field, Map.of(field, Map.of("value", fieldsAndTexts[i + 1])));
    }
    var gson = GsonFactory.createSnakeCase();
    ViewState state = gson.fromJson(gson.toJson(Map.of("values", values)), ViewState.class);
    return Stream.of(listener.submissions(), decisionListener.submissions())
        .map(submissions -> submissions.get(form))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow()
        .apply(new Submission(caller, metadata, "key", state));
  }

  private static Map<String, String> errors(Ending ending) {
    assertThat(ending).isInstanceOf(Ending.Errors.class);
    return ((Ending.Errors) ending).byField();
  }

  private void assertNothingIsStored() {
    for (String table : TABLES) {
      int rows =
          database.inTransaction(
              tx -> tx.query("select count(*) from " + table).mapTo(Integer.class).one());
      assertThat(rows).as(table).isZero();
    }
  }
}
