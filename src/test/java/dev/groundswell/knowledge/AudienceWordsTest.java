package dev.groundswell.knowledge;

import static dev.groundswell.knowledge.TipLibraryTest.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.groundswell.knowledge.AudienceWords.Empty;
import dev.groundswell.knowledge.AudienceWords.Reading;
import dev.groundswell.knowledge.AudienceWords.Recognised;
import dev.groundswell.knowledge.AudienceWords.Unknown;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceWordsTest {
  private static final AudienceWords WORDS = new AudienceWords(LIBRARY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clinicians                     | clinicians
          CLINICIANS                     | clinicians
          clinician                      | clinicians
          docs                           | clinicians
          Doc                            | clinicians
          our docs                       | clinicians
          the doctors                    | clinicians
          doctor's                       | clinicians
          doctors’                       | clinicians
          GPs                            | clinicians
          PCPs                           | clinicians
          M.D.s providers                | clinicians
          family doctors                 | clinicians
          nurse practitioners            | clinicians
          nurses                         | care-team
          MAs                            | care-team
          medical assistants             | care-team
          CHWs                           | care-team
          promotoras                     | care-team
          Promotorás                     | care-team
          community health workers       | care-team
          front desk                     | front-line-staff
          front-desk                     | front-line-staff
          frontdesk                      | front-line-staff
          Front Desk Staff               | front-line-staff
          front–line staff               | front-line-staff
          frontline                      | front-line-staff
          receptionists                  | front-line-staff
          reception                      | front-line-staff
          the CFO                        | finance
          bean counters                  | finance
          bean-counter                   | finance
          top brass                      | leadership
          the board                      | leadership
          c-suite                        | leadership
          C suite                        | leadership
          csuite                         | leadership
          bosses                         | leadership
          my boss                        | leadership
          CEO                            | leadership
          hospital leadership            | leadership
          exec sponsor                   | executive-sponsor
          executive director             | executive-sponsor
          medical directors              | executive-sponsor
          practice manager               | office-manager
          office managers                | office-manager
          admin                          | other-staff
          billing                        | other-staff
          HR                             | departments
          legal                          | departments
          IT                             | it-data
          it                             | it-data
          EHR team                       | it-data
          data people                    | it-data
          help desk                      | it-data
          helpdesk                       | it-data
          patients                       | patients
          patient                        | patients
          service users                  | patients
          parents                        | families
          carers                         | families
          caregivers                     | families
          mums                           | families
          moms                           | families
          families and carers            | families
          churches                       | community
          CBOs                           | community
          neighbors                      | community
          neighbours                     | community
          community-based organizations  | community
          community based organisation   | community
          partner organization           | partner-organisation
          partner-organisation           | partner-organisation
          NGOs                           | partner-organisation
          non profits                    | partner-organisation
          nonprofits                     | partner-organisation
          coalition members              | coalition-member
          healthcare coalition           | coalition-member
          clinics                        | practice
          the surgery                    | practice
          FQHCs                          | practice
          health centers                 | practice
          champions                      | champion
          opinion leader                 | champion
          payers                         | health-plan
          payor                          | health-plan
          Medicaid                       | health-plan
          insurance companies            | health-plan
          medicaid agency                | government-agency
          state Medicaid                 | government-agency
          public health department       | government-agency
          donors                         | funder
          foundation                     | funder
          everyone                       | everyone
          everybody                      | everyone
          all staff                      | everyone
          all the docs                   | clinicians
          everyone in reception          | front-line-staff
          clincians                      | clinicians
          clinicans                      | clinicians
          clinicains                     | clinicians
          docters                        | clinicians
          physicans                      | clinicians
          nurces                         | care-team
          nrusing                        | care-team
          recepionists                   | front-line-staff
          receptoinist                   | front-line-staff
          fornt desk                     | front-line-staff
          frontdeks                      | front-line-staff
          finace                         | finance
          accountancy                    | finance
          leadrship                      | leadership
          ledership                      | leadership
          paitents                       | patients
          pateints                       | patients
          famlies                        | families
          comunity                       | community
          goverment                      | government-agency
          practise                       | practice
          pratices                       | practice
          coaliton                       | coalition-member
          champoin                       | champion
          executve sponser               | executive-sponsor
          insurence                      | health-plan
          docs and nurses                | clinicians care-team
          docs & nurses                  | clinicians care-team
          docs &amp; nurses              | clinicians care-team
          docs/nurses                    | clinicians care-team
          the CFO, front desk            | finance front-line-staff
          the CFO and the front desk     | finance front-line-staff
          nurses, docs, and HR           | care-team clinicians departments
          patients + families            | patients families
          docs docs doctors              | clinicians
          tips for the docs please       | clinicians
          🩺 docs 🩺                     | clinicians
          :stethoscope: docs             | clinicians
          """)
  void what_people_call_an_audience_finds_it(String typed, String audiences) {
    assertThat(recognised(typed).audiences())
        .extracting(Audience::id)
        .containsExactly(audiences.split(" "));
    assertThat(recognised(typed).stage()).isEmpty();
    assertThat(recognised(typed).situation()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clinicians preparation         | clinicians       | preparation      |
          docs on the fence              | clinicians       | contemplation    |
          docs: thinking about it        | clinicians       | contemplation    |
          docs not thinking about it     | clinicians       | precontemplation |
          docs pre-contemplation         | clinicians       | precontemplation |
          nurses getting ready           | care-team        | preparation      |
          board doing it                 | leadership       | action           |
          our clinic, keeping it up      | practice         | maintenance      |
          docs precontemplaton           | clinicians       | precontemplation |
          docs maintainance              | clinicians       | maintenance      |
          docs workload                  | clinicians       |                  | workload-fear
          docs fear of more work         | clinicians       |                  | workload-fear
          nurses afraid of more work     | care-team        |                  | workload-fear
          docs workload-fear             | clinicians       |                  | workload-fear
          front desk not ready           | front-line-staff |                  | not-ready
          nurses are tired of change     | care-team        |                  | change-fatigue
          the CFO, ROI                   | finance          |                  | return-on-investment
          docs pushback                  | clinicians       |                  | resistance
          docs resistence                | clinicians       |                  | resistance
          churches trust                 | community        |                  | trust
          docs compliance                | clinicians       |                  | compliance
          docs workload preparation      | clinicians       | preparation      | workload-fear
          nurses no time action          | care-team        | action           | time-pressure
          IT doing it, data quality      | it-data          | action           | data-quality
          on the fence                   |                  | contemplation    |
          not ready                      |                  |                  | not-ready
          """)
  void a_stage_and_a_situation_may_follow(
      String typed, String audience, String stage, String situation) {
    Recognised read = recognised(typed);

    assertThat(read.audiences()).extracting(Audience::id).containsExactlyElementsOf(list(audience));
    assertThat(read.stage().map(Stage::id).stream()).containsExactlyElementsOf(list(stage));
    assertThat(read.situation().map(Situation::id).stream())
        .containsExactlyElementsOf(list(situation));
    assertThat(read.leftover()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          docs @riverside                    | clinicians | @riverside
          docs @Riverside Family Medicine    | clinicians | @Riverside Family Medicine
          docs, @Riverside Clinic, workload  | clinicians | @Riverside Clinic
          docs <@U0123ABC>                   | clinicians | <@U0123ABC>
          docs in Springfield                | clinicians | Springfield
          docs action maintenance            | clinicians | maintenance
          """)
  void what_is_left_over_stays_as_typed(String typed, String audience, String leftover) {
    assertThat(recognised(typed).audiences()).extracting(Audience::id).containsExactly(audience);
    assertThat(recognised(typed).leftover()).containsExactly(leftover);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          clin        | clinicians
          financial   | finance
          patents     | patients
          patents     | families
          administ    | leadership
          """)
  void an_unknown_word_comes_back_with_audiences_like_it(String typed, String nearest) {
    assertThat(WORDS.read(typed))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.word()).isEqualTo(typed);
              assertThat(unknown.nearest()).extracting(Audience::id).contains(nearest);
              assertThat(unknown.nearest()).hasSizeLessThanOrEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broad",
        "plant",
        "zebra",
        "xy",
        "itt",
        "dcs",
        "@riverside",
        "האחות",
        "الممرضة",
        "看護師",
        "42",
        "'; drop table tips; --"
      })
  void what_is_no_audience_is_not_taken_for_one(String typed) {
    assertThat(WORDS.read(typed)).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\t",
        "the",
        "please",
        "🩺",
        "👩🏽‍⚕️👨‍👩‍👧",
        ":tada: :+1:",
        "?!…",
        "\u202E\u200F",
        "@",
        "😀"
      })
  void nothing_to_read_is_empty(String typed) {
    assertThat(WORDS.read(typed)).isEqualTo(new Empty());
  }

  @Test
  void direction_marks_and_control_characters_are_never_echoed() {
    Reading read = WORDS.read("\u202Ezebra\u202C\u0000 \u2066giraffe");

    assertThat(read).isEqualTo(new Unknown("zebra giraffe", List.of()));
  }

  @Test
  void half_an_emoji_is_dropped() {
    assertThat(WORDS.read("\uD83D docs \uDE00")).isInstanceOf(Recognised.class);
  }

  static Stream<String> very_long_texts() {
    return Stream.of(
        "a".repeat(20_000),
        "docs ".repeat(4_000),
        "dcos, ".repeat(4_000),
        "🩺".repeat(10_000),
        "front ".repeat(4_000),
        ":".repeat(20_000),
        "@".repeat(20_000),
        "<@ ".repeat(7_000),
        "recepionitsts ".repeat(2_000),
        "&amp;".repeat(4_000),
        "x-".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("very_long_texts")
  void a_very_long_text_is_read_quickly_and_echoed_in_short(String typed) {
    Reading read = assertTimeout(Duration.ofSeconds(1), () -> WORDS.read(typed));

    if (read instanceof Unknown unknown) {
      assertThat(unknown.word().length()).isLessThanOrEqualTo(60);
    }
  }

  @Test
  void only_the_first_300_characters_count() {
    assertThat(recognised("docs" + " ".repeat(400) + "nurses").audiences()).hasSize(1);
  }

  @Test
  void every_name_leads_to_its_audience_and_so_does_its_upper_case() {
    for (Audience audience : LIBRARY.audiences()) {
      for (String name : audience.names()) {
        assertThat(recognised(name).audiences()).as(name).containsExactly(audience);
        assertThat(recognised("the " + name.toUpperCase(Locale.ROOT)).audiences())
            .as(name)
            .containsExactly(audience);
      }
    }
  }

  @Test
  void every_name_of_a_stage_leads_to_it() {
    for (Stage stage : Stage.values()) {
      assertThat(LIBRARY.wording(stage).names())
          .allSatisfy(name -> assertThat(recognised("docs, " + name).stage()).contains(stage));
    }
  }

  @Test
  void every_name_of_a_situation_leads_to_it_unless_it_is_also_an_audience() {
    for (Situation situation : LIBRARY.situations()) {
      assertThat(situation.names())
          .filteredOn(name -> !List.of("champions", "partner-organisation").contains(name))
          .allSatisfy(
              name ->
                  assertThat(recognised("docs, " + name).situation()).as(name).contains(situation));
    }
  }

  private static Recognised recognised(String typed) {
    Reading read = WORDS.read(typed);
    assertThat(read).as(typed).isInstanceOf(Recognised.class);
    return (Recognised) read;
  }

  private static List<String> list(String words) {
    return words == null ? List.of() : Arrays.asList(words.split(" "));
  }
}
