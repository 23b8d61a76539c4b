package dev.groundswell.mail;

import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Markup;
import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.Line;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Rhythm;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Topic;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sponsor reads, with the least and the most in it, however hostile. */
@Tag("jdk")
public class DigestMailTest {
  private static final WorkspaceId LAKESIDE = new WorkspaceId("T0LAKESIDE");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String STOP = "https://groundswell.example/digest/abc.def";
  private static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)> \"' & </p> javascript:alert(3)";
  private static final String LONG = "Donaudampfschifffahrtsgesellschaft".repeat(6);
  private static final String RTL = "יוזמת הסוכרת של ד\"ר לוי";
  private static final String EMOJI = "👩🏽‍⚕️ Fewer readmissions 🎉";
  private static final DigestMail MAIL = new DigestMail(Team.WORDS, "groundswell.example");

  private static Digest digest(
      String name, String initiative, List<Line> lines, @Nullable Blockage ask, String sender) {
    Sponsor sponsor =
        new Sponsor(
            LAKESIDE,
            new UUID(1, 1),
            new UUID(1, 2),
            name,
            new MailAddress("tom@example.org"),
            MAYA.id());
    Profile profile =
        new Profile(
            "CMO",
            "",
            "",
            Rhythm.MONTHLY,
            DayOfWeek.MONDAY,
            LocalTime.of(8, 0),
            LONDON,
            Profile.WhenStill.SHORT,
            false,
            60,
            null,
            null,
            LocalDate.EPOCH);
    Instant until = Instant.parse("2026-12-04T15:00:00Z");
    return new Digest(
        new UUID(1, 3),
        sponsor,
        profile,
        new Initiative(LAKESIDE, new UUID(1, 2), initiative, MAYA.id(), LONDON),
        Instant.parse("2026-11-02T14:00:00Z"),
        until,
        new Person(MAYA.id(), sender, LONDON, true),
        Digest.State.APPROVED,
        lines,
        ask,
        until);
  }

  private static Line line(int place, String words, String objective) {
    return line(place, Topic.MOVED, words, objective);
  }

  private static Line line(int place, Topic topic, String words, String objective) {
    return new Line(
        place,
        topic,
        words,
        "recorded in Groundswell, 4 December 2026",
        objective.isEmpty()
            ? null
            : new Objective(
                new UUID(2, place), Objective.Kind.STRATEGIC, objective, 2026, Set.of()),
        place == 0);
  }

  private static Blockage ask(String what, String help) {
    return new Blockage(
        LAKESIDE,
        new UUID(3, 1),
        new UUID(1, 2),
        new UUID(1, 1),
        what,
        LocalDate.parse("2026-11-20"),
        help,
        LocalDate.parse("2026-12-18"),
        Blockage.State.OPEN,
        MAYA.id(),
        Instant.EPOCH);
  }

  private static Digest full(String text) {
    String objective = text.substring(0, Math.min(text.length(), Objective.LONGEST));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < Line.MOST; i++) {
      lines.add(line(i, text, objective));
    }
    String name = text.substring(0, Math.min(text.length(), 60)).strip();
    return digest(
        name, name, lines, ask(text.substring(0, Math.min(text.length(), 500)), name), name);
  }

  /** A usual one, for pictures too. */
  public static Digest usual() {
    return digest(
        "Tom Becker",
        "Diabetes outreach",
        List.of(
            line(0, "Early win: twice as many patients pick up since calls come after four", EMOJI),
            line(
                1,
                Topic.HEARD_BACK,
                "67 % have heard what became of their input (6 of 9), 4 of them in this time",
                "Patients and staff are heard"),
            line(2, "5 promised to do something, 3 did what they had promised", "")),
        ask(
            "There is no second phone line after four, so half of the calls wait",
            "A second line for the Riverside front desk"),
        "Maya Okafor");
  }

  /** What one reads on a page, for pictures. */
  public static String html(Digest digest) {
    return mail(digest).html();
  }

  private static MailMessage mail(Digest digest) {
    return MAIL.of(
        new DigestLetter.Ready(digest, digest.sponsor().address(), false), digest.id(), STOP, null);
  }

  public static Stream<Named<Digest>> extremes() {
    return Stream.of(
        Named.of("usual", usual()),
        Named.of("least", digest("T", "X", List.of(), null, "M")),
        Named.of("one-line", digest("T", "X", List.of(line(0, "x", "")), null, "M")),
        Named.of(
            "most", full("The calls come later now, and families answer. ".repeat(10).strip())),
        Named.of("long-words", full(LONG)),
        Named.of("hostile", full(HOSTILE)),
        Named.of("right-to-left", full(RTL)),
        Named.of("emoji", full(EMOJI)));
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void its_markup_is_what_the_standard_says(Digest digest) throws Exception {
    assertThat(Markup.problems(mail(digest).html())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void it_is_short_enough_to_be_shown_whole(Digest digest) {
    assertThat(mail(digest).html().getBytes(StandardCharsets.UTF_8).length).isLessThan(102_000);
    assertThat(mail(digest).subject().length()).isLessThanOrEqualTo(250);
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void it_says_why_one_gets_it_how_often_and_how_to_stop(Digest digest) {
    MailMessage mail = mail(digest);

    for (String part : List.of(mail.text(), mail.html())) {
      assertThat(part)
          .contains("because you sponsor", "once a month at most", STOP)
          .contains("answer this mail");
    }
    assertThat(mail.html()).contains("<html lang=\"en\" dir=\"ltr\">");
    assertThat(mail.html()).doesNotContain("<img").contains("<h1");
  }

  @Test
  void a_request_alone_is_something_not_to_be_missed() {
    MailMessage asks = mail(digest("Tom", "X", List.of(), ask("No line", "A line"), "M"));
    MailMessage still = mail(digest("Tom", "X", List.of(), null, "M"));

    assertThat(asks.text()).contains("A line").doesNotContain("missed nothing");
    assertThat(asks.html()).contains("A line").doesNotContain("missed nothing");
    assertThat(asks.subject()).doesNotContain("nothing");
    assertThat(still.text()).contains("missed nothing");
    assertThat(still.html()).contains("missed nothing");
  }

  @Test
  void what_people_typed_is_text_and_nothing_else() {
    MailMessage mail = mail(full(HOSTILE));

    assertThat(mail.html()).doesNotContain("<script", "<img", "href=\"javascript");
    assertThat(mail.html()).contains("&lt;script&gt;");
    assertThat(mail.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void a_line_break_in_a_line_does_not_reach_the_header() {
    Digest digest =
        digest(
            "Tom",
            "Diabetes outreach",
            List.of(line(0, "Moved\r\nBcc: all@example.org\u2028X", "")),
            null,
            "M");

    assertThat(mail(digest).subject()).isEqualTo("Diabetes outreach: Moved Bcc: all@example.org X");
  }

  @Test
  void the_plain_text_is_complete_in_itself() {
    assertThat(mail(usual()).text())
        .isEqualTo(
            """
            Tom Becker,

            Diabetes outreach: this happened from 2 November 2026 to 4 December 2026.

            * Early win: twice as many patients pick up since calls come after four (so far)
              For: 👩🏽‍⚕️ Fewer readmissions 🎉
              (recorded in Groundswell, 4 December 2026)

            * 67 % have heard what became of their input (6 of 9), 4 of them in this time
              For: Patients and staff are heard
              (recorded in Groundswell, 4 December 2026)

            * 5 promised to do something, 3 did what they had promised
              (recorded in Groundswell, 4 December 2026)

            ONE REQUEST
            A second line for the Riverside front desk, by 18 December 2026.
            Blocked since 20 November 2026: There is no second phone line after four, so half of the calls wait

            --
            You get this because you sponsor Diabetes outreach and said that you want it; Maya Okafor looks after it. It comes once a month at most, and counts what was recorded, and nothing else.
            To stop it: https://groundswell.example/digest/abc.def
            To change how often it comes, or to say something, answer this mail.""");
  }

  @Test
  void a_test_says_that_it_is_one_and_cannot_stop_anything() {
    MailMessage test =
        MAIL.of(
            new DigestLetter.Ready(usual(), new MailAddress("maya@example.org"), true),
            new UUID(8, 8),
            "",
            null);

    MailMessage edited =
        MAIL.of(
            new DigestLetter.Ready(usual(), new MailAddress("maya@example.org"), true),
            new UUID(8, 9),
            "",
            null);
    assertThat(edited.key()).isNotEqualTo(test.key());
    assertThat(test.subject()).startsWith("Test: ");
    assertThat(test.html()).contains("only you got this").doesNotContain("Stop it");
    assertThat(test.unsubscribeUrl()).isNull();
    assertThat(test.key()).isNotEqualTo(mail(usual()).key());
  }

  private static String barOf(String words) {
    Line line = line(0, Topic.HEARD_BACK, words, "");
    String html = html(digest("T", "X", List.of(line), null, "M"));
    return Pattern.compile("<td class=\"(bar|rest)\"( style=\"width:(\\d+%))?")
        .matcher(html)
        .results()
        .map(it -> it.group(1) + (it.group(3) == null ? "" : " " + it.group(3)))
        .collect(java.util.stream.Collectors.joining(", "));
  }

  @Test
  void the_one_chart_shows_what_the_words_say_and_needs_no_image() {
    assertThat(barOf("67 % have heard (6 of 9)")).isEqualTo("bar 67%, rest");
    assertThat(barOf("0 % have heard (0 of 9)")).isEqualTo("rest");
    assertThat(barOf("100 % have heard (9 of 9)")).isEqualTo("bar 100%");
    assertThat(barOf("5% of them have heard, as Maya put it")).isEqualTo("bar 5%, rest");
    assertThat(barOf("Most have heard")).isEmpty();
    assertThat(barOf("640 % more")).isEmpty();
    assertThat(mail(usual()).html()).containsOnlyOnce("class=\"bar\"").doesNotContain("<img");
  }

  /** Each colour of the text on the ground that it stands on, in light and in dark. */
  @Test
  void colours_keep_their_distance_in_light_and_dark() {
    String html = mail(usual()).html();
    for (String text : List.of("#1d2b29", "#4b5d59", "#0b5f57")) {
      assertThat(html).contains(text);
      assertThat(contrast(text, "#ffffff")).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(text, "#eef5f3")).isGreaterThanOrEqualTo(4.5);
    }
    for (String text : List.of("#e8eeec", "#a9bab5", "#7fd1c3")) {
      assertThat(html).contains(text);
      assertThat(contrast(text, "#1b2421")).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(text, "#23332f")).isGreaterThanOrEqualTo(4.5);
    }
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void it_uses_no_css_that_common_clients_lack(Digest digest) {
    Styles.areCommon(mail(digest).html());
  }
}
