package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.groundswell.initiative.Deed;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house keeps its rules, and each rule was seen to fail: a guard that never did is none. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.groundswell");

  private final Path directory;

  ArchitectureTest(@TempDir Path directory) {
    this.directory = directory;
  }

  static List<Named<ArchRule>> rules() {
    return Stream.of(Architecture.class.getDeclaredFields())
        .filter(field -> ArchRule.class.isAssignableFrom(field.getType()))
        .map(field -> Named.of(field.getName(), rule(field)))
        .toList();
  }

  private static ArchRule rule(Field field) {
    try {
      return (ArchRule) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void all_of_the_house_was_looked_at() {
    assertThat(HOUSE.size()).isGreaterThan(150);
    assertThat(HOUSE.contain("dev.groundswell.ArchitectureTest")).isFalse();
    assertThat(rules()).hasSizeGreaterThan(14);
  }

  @Test
  void each_row_of_the_table_of_deeds_is_asked_for() {
    JavaClass deed = HOUSE.get(Deed.class);
    assertThat(Deed.values())
        .allSatisfy(
            it ->
                assertThat(deed.getField(it.name()).getAccessesToSelf())
                    .as(it.name())
                    .anyMatch(access -> !access.getOriginOwner().equals(deed)));
  }

  private void sees(ArchRule rule, String culprit, String... planted) {
    assertThatThrownBy(() -> rule.check(Planted.in(directory, planted)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated")
        .hasMessageContaining(culprit);
  }

  @Test
  void an_adapter_that_reaches_for_the_database_is_seen() {
    sees(
        Architecture.DIRECTIONS,
        "Hasty",
        """
        package dev.groundswell.slack;
        class Hasty { dev.groundswell.db.Tx tx; }
        """);
  }

  @Test
  void a_basis_that_knows_a_feature_is_seen() {
    sees(
        Architecture.DIRECTIONS,
        "Curious",
        """
        package dev.groundswell.outbox;
        class Curious { dev.groundswell.feedback.Input input; }
        """);
  }

  @Test
  void somebody_who_calls_back_into_main_is_seen() {
    sees(
        Architecture.DIRECTIONS,
        "Caller",
        """
        package dev.groundswell.web;
        class Caller { dev.groundswell.Bot bot; }
        """);
  }

  @Test
  void a_kernel_with_a_library_is_seen() {
    sees(
        Architecture.THE_KERNEL_KNOWS_ONLY_JAVA,
        "Greedy",
        """
        package dev.groundswell.kernel;
        class Greedy { org.slf4j.Logger log; }
        """);
  }

  @Test
  void a_kernel_that_knows_the_house_is_seen() {
    sees(
        Architecture.THE_KERNEL_KNOWS_ONLY_JAVA,
        "Greedy",
        """
        package dev.groundswell.kernel;
        class Greedy { dev.groundswell.db.Tx tx; }
        """);
  }

  @Test
  void a_feature_that_knows_slack_is_seen() {
    sees(
        Architecture.FEATURES_KNOW_NO_ADAPTER,
        "Talkative",
        """
        package dev.groundswell.feedback;
        class Talkative { dev.groundswell.slack.Message message; }
        """);
  }

  @Test
  void a_cycle_is_seen() {
    sees(
        Architecture.NO_CYCLES,
        "Hen",
        """
        package dev.groundswell.feedback;
        public class Hen { dev.groundswell.sponsor.Egg egg; }
        """,
        """
        package dev.groundswell.sponsor;
        public class Egg { dev.groundswell.feedback.Hen hen; }
        """);
  }

  @Test
  void a_cycle_with_a_room_within_a_room_is_seen() {
    sees(
        Architecture.NO_CYCLES,
        "Hen",
        """
        package dev.groundswell.slack;
        public class Hen { dev.groundswell.slack.feedback.Egg egg; }
        """,
        """
        package dev.groundswell.slack.feedback;
        public class Egg { dev.groundswell.slack.Hen hen; }
        """);
  }

  @Test
  void an_initiative_that_counts_inputs_is_seen() {
    sees(
        Architecture.AN_INITIATIVE_KNOWS_NO_OTHER_FEATURE,
        "Proud",
        """
        package dev.groundswell.initiative;
        class Proud { dev.groundswell.feedback.Movement movement; }
        """);
  }

  @Test
  void people_who_know_an_initiative_are_seen() {
    sees(
        Architecture.PEOPLE_KNOW_NO_FEATURE,
        "Insider",
        """
        package dev.groundswell.people;
        class Insider { dev.groundswell.initiative.Initiative initiative; }
        """);
  }

  @Test
  void somebody_who_seals_things_beside_the_vault_is_seen() {
    sees(
        Architecture.CRYPTOGRAPHY_STAYS_IN_THE_VAULT,
        "Secretive",
        """
        package dev.groundswell.sponsor;
        class Secretive { com.google.crypto.tink.Aead aead; }
        """);
  }

  @Test
  void a_vault_that_knows_whose_secrets_it_keeps_is_seen() {
    sees(
        Architecture.THE_VAULT_KNOWS_THE_DATABASE_AND_THE_KERNEL_ONLY,
        "Curious",
        """
        package dev.groundswell.vault;
        class Curious { dev.groundswell.sponsor.Sponsor sponsor; }
        """);
  }

  @Test
  void an_adapter_that_opens_the_vault_is_seen() {
    sees(
        Architecture.DIRECTIONS,
        "Burglar",
        """
        package dev.groundswell.slack;
        class Burglar { dev.groundswell.vault.Vault vault; }
        """);
  }

  static List<String> waysToTheOutside() {
    return List.of(
        "java.time.Clock.systemUTC()",
        "java.time.Clock.systemDefaultZone()",
        "java.time.Clock.tickSeconds(java.time.ZoneOffset.UTC)",
        "java.time.Instant.now()",
        "java.time.LocalDate.now()",
        "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
        "java.time.ZonedDateTime.now()",
        "java.util.stream.Stream.generate(java.time.Instant::now)",
        "System.getenv(\"PORT\")",
        "System.currentTimeMillis()",
        "new java.util.Date()",
        "new java.security.SecureRandom()",
        "new java.util.Random(7)",
        "java.util.concurrent.ThreadLocalRandom.current()",
        "java.util.UUID.randomUUID()",
        "Math.random()");
  }

  @ParameterizedTest
  @MethodSource("waysToTheOutside")
  void a_look_at_the_clock_the_environment_or_chance_is_seen(String way) {
    sees(
        Architecture.ONLY_MAIN_READS_CLOCK_ENVIRONMENT_AND_CHANCE,
        "Peeping",
        "package dev.groundswell.feedback; class Peeping { Object seen = " + way + "; }");
  }

  @Test
  void a_clock_that_was_handed_over_may_be_read() {
    JavaClasses polite =
        Planted.in(
            directory,
            """
            package dev.groundswell.feedback;
            class Polite {
              Object today(java.time.Clock clock) { return java.time.LocalDate.now(clock); }
            }
            """);

    Architecture.ONLY_MAIN_READS_CLOCK_ENVIRONMENT_AND_CHANCE.check(polite);
  }

  @Test
  void bolt_in_a_feature_is_seen() {
    sees(
        Architecture.BOLT_STAYS_AT_THE_DOOR,
        "Listener",
        """
        package dev.groundswell.feedback;
        class Listener { com.slack.api.bolt.App app; }
        """);
  }

  @Test
  void quartz_in_reminders_is_seen() {
    sees(
        Architecture.QUARTZ_STAYS_IN_SCHEDULE,
        "Trigger",
        """
        package dev.groundswell.reminder;
        class Trigger { org.quartz.Job job; }
        """);
  }

  @Test
  void a_feature_that_mails_is_seen() {
    sees(
        Architecture.MAIL_STAYS_IN_MAIL,
        "Postman",
        """
        package dev.groundswell.sponsor;
        class Postman { jakarta.mail.Message message; }
        """);
  }

  @Test
  void sql_outside_of_a_store_is_seen() {
    sees(
        Architecture.SQL_STAYS_IN_STORES,
        "Clerk",
        """
        package dev.groundswell.feedback;
        class Clerk { java.sql.Connection connection; }
        """);
  }

  @Test
  void a_statement_of_jdbi_outside_of_a_store_is_seen() {
    sees(
        Architecture.SQL_STAYS_IN_STORES,
        "Clerk",
        """
        package dev.groundswell.feedback;
        class Clerk {
          int clear(dev.groundswell.db.Tx tx) { return tx.update("delete from input").execute(); }
        }
        """);
  }

  @Test
  void a_store_that_other_rooms_can_enter_is_seen() {
    sees(
        Architecture.STORES_STAY_IN_THEIR_PACKAGE,
        "OpenStore",
        """
        package dev.groundswell.feedback;
        public class OpenStore {}
        """);
  }

  @Test
  void jetty_in_slack_is_seen() {
    sees(
        Architecture.JETTY_STAYS_AT_THE_DOOR,
        "Second",
        """
        package dev.groundswell.slack;
        class Second { org.eclipse.jetty.server.Handler door; }
        """);
  }

  @Test
  void somebody_who_plays_in_the_sandbox_is_seen() {
    sees(
        Architecture.ONLY_MAIN_KNOWS_THE_SANDBOX,
        "Child",
        """
        package dev.groundswell.slack;
        class Child { dev.groundswell.sandbox.Sandbox sandbox; }
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "InputManager",
        "TextUtil",
        "TextUtils",
        "MailHelper",
        "SenderImpl",
        "UserInfo",
        "InputData",
        "EventProcessor",
        "AbstractView",
        "BaseStore"
      })
  void a_name_that_says_nothing_is_seen(String name) {
    sees(
        Architecture.NAMES_SAY_WHAT_A_THING_IS,
        name,
        "package dev.groundswell.feedback; class " + name + " {}");
  }

  @Test
  void a_baseline_is_a_good_name() {
    JavaClasses baseline =
        Planted.in(directory, "package dev.groundswell.feedback; class Baseline {}");

    Architecture.NAMES_SAY_WHAT_A_THING_IS.check(baseline);
  }
}
