package dev.groundswell.slack.initiative;

import static dev.groundswell.slack.Extremes.HOSTILE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Flaw;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Flaw.Why;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Member;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Role;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature.Footing;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.initiative.InitiativeView.Card;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitiativeViewTest {
  private final InitiativeView view = new InitiativeView(Words.load(PromptFiles.packaged()));

  @Test
  void every_outcome_of_starting_one_fits() {
    Shown.fits(view.of(new Created.Started(longest())));
    Shown.fits(view.of(new Created.Exists(longest())));
    Shown.fits(view.of(new Created.Taken(MAYA)));
    Shown.fits(view.of(new Created.BadLead(MAYA)));
    Shown.fits(view.of(new Created.BadName(Created.Why.BLANK)));
    Shown.fits(view.of(new Created.BadName(Created.Why.TOO_LONG)));
    Shown.fits(view.unknownLead(HOSTILE));
  }

  private static Initiative full() {
    Initiative longest = longest();
    TreeSet<LocalDate> holidays = new TreeSet<>();
    for (int day = 0; day < Initiative.MOST_HOLIDAYS; day++) {
      holidays.add(LocalDate.of(2026, 12, 25).plusDays(day));
    }
    return new Initiative(
        longest.workspace(),
        longest.id(),
        longest.name(),
        longest.lead(),
        ZoneId.of("America/Argentina/ComodRivadavia"),
        hostile(Initiative.LONGEST_PURPOSE),
        new ChannelId("C0123456789"),
        Set.of(DayOfWeek.values()),
        holidays,
        null,
        LocalDate.of(2027, 9, 29));
  }

  private static List<Member> crowd() {
    return IntStream.range(0, Members.MOST)
        .mapToObj(
            n ->
                new Member(
                    new UserId("U0" + "A".repeat(20) + n),
                    n == 0 ? Role.LEAD : n % 2 == 0 ? Role.FACILITATOR : Role.VIEWER))
        .toList();
  }

  private static Card card(Initiative initiative, List<Member> members, Role role) {
    return new Card(
        initiative, members, Standing.of(MAYA, initiative, role), LocalDate.of(2026, 11, 2));
  }

  @Test
  void the_overview_fits_with_none_and_with_hundreds() {
    Shown.fits(view.overview(Optional.empty(), List.of(), List.of(), List.of()));
    Member lead = new Member(MAYA, Role.LEAD);
    Shown.fits(
        view.overview(
            Optional.of(card(shortest(), List.of(lead), Role.LEAD)),
            List.of(),
            List.of(),
            List.of()));
    List<Initiative> many =
        IntStream.range(0, 300)
            .mapToObj(
                n ->
                    new Initiative(
                        longest().workspace(),
                        new UUID(9, n),
                        hostile(Initiative.LONGEST_NAME),
                        MAYA,
                        ZoneId.of("UTC")))
            .toList();
    for (Role role : Role.values()) {
      Shown.fits(view.overview(Optional.of(card(full(), crowd(), role)), many, many, many));
    }
  }

  @Test
  void only_the_lead_gets_the_buttons_of_the_lead() {
    assertThat(said(Role.LEAD))
        .contains("initiative.settings", "initiative.archive", "initiative.hand-over")
        .doesNotContain("initiative.leave");
    for (Role role : List.of(Role.FACILITATOR, Role.VIEWER)) {
      assertThat(said(role))
          .contains("initiative.leave")
          .doesNotContain("initiative.settings", "initiative.archive", "initiative.hand-over");
    }
  }

  private String said(Role role) {
    return view.overview(Optional.of(card(full(), crowd(), role)), List.of(), List.of(), List.of())
        .toString();
  }

  @Test
  void the_line_beneath_an_answer_fits_and_offers_another_one_if_there_is_one() {
    for (boolean hasOthers : List.of(true, false)) {
      Footing footing = view.footing(longest(), hasOthers);
      Shown.fits(new Message("x", List.of(footing.beneathMessage())));
      Shown.fits(new Message("x", List.of(footing.inForm())));
      assertThat(footing.toString().contains("initiative.choose")).isEqualTo(hasOthers);
    }
    Shown.fits(view.switchedElsewhere(longest()));
  }

  @Test
  void the_forms_for_settings_people_and_pauses_fit() {
    Words words = Words.load(PromptFiles.packaged());
    String metadata = new UUID(7, 1) + " https://hooks.slack.com/" + "x".repeat(500);
    CharterView charter = new CharterView(words);
    Shown.fits(charter.form(shortest(), metadata));
    Shown.fits(charter.form(full(), metadata));
    Shown.fits(charter.pauseForm(LocalDate.of(2026, 11, 2), metadata));
    MembersView members = new MembersView(words);
    Shown.fits(members.form(List.of(new Member(MAYA, Role.LEAD)), metadata));
    Shown.fits(members.form(crowd(), metadata));
    Shown.fits(members.handOverForm(metadata));
    Shown.fits(members.takenOver(longest()));
  }

  static Stream<Changed> refusals() {
    return Stream.concat(
        Stream.of(
            new Changed.Gone(),
            new Changed.NotAllowed(longest()),
            new Changed.CantTakePart(MAYA),
            new Changed.LeadStays(longest()),
            new Changed.TooMany(Members.MOST)),
        Stream.of(
                new Flaw(Field.NAME, Why.BLANK, ""),
                new Flaw(Field.NAME, Why.TOO_LONG, "60"),
                new Flaw(Field.NAME, Why.TAKEN, ""),
                new Flaw(Field.NAME, Why.PATIENT_DETAILS, "privacy.named-patient"),
                new Flaw(Field.PURPOSE, Why.TOO_LONG, "500"),
                new Flaw(Field.HOME, Why.CHANNEL_GONE, ""),
                new Flaw(Field.HOME, Why.BOT_NOT_IN, ""),
                new Flaw(Field.HOME, Why.SHARED, ""),
                new Flaw(Field.HOME, Why.HOME_OF_ANOTHER, ""),
                new Flaw(Field.ZONE, Why.NOT_A_ZONE, hostile(2000)),
                new Flaw(Field.WORKING_DAYS, Why.BLANK, ""),
                new Flaw(Field.HOLIDAYS, Why.NOT_A_DATE, hostile(3000)),
                new Flaw(Field.HOLIDAYS, Why.TOO_MANY, ""),
                new Flaw(Field.UNTIL, Why.PAST, ""),
                new Flaw(Field.UNTIL, Why.TOO_FAR, ""))
            .map(flaw -> new Changed.Unfit(List.of(flaw))));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void every_refusal_has_its_sentence(Changed refusal) {
    ChangedView said = new ChangedView(Words.load(PromptFiles.packaged()));

    Shown.fits(said.refusal(refusal));
    assertThat(said.plain(refusal)).isNotBlank().doesNotContain("*", "`");
  }

  @Test
  void the_form_fits() {
    Shown.fits(view.form(MAYA, ""));
    Shown.fits(view.form(MAYA, "https://hooks.slack.com/" + "x".repeat(500)));
  }
}
