package dev.groundswell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directions of the house, and who alone may touch what. {@code ArchitectureTest} asks. */
final class Architecture {
  private static final String HOUSE = "dev.groundswell";

  private static final String[] MAIN = {HOUSE};

  private static final String[] FEATURES =
      in(
          "advice",
          "initiative",
          "feedback",
          "pledge",
          "practice",
          "sponsor",
          "stakeholder",
          "people");

  private static final String[] ADAPTERS =
      in("slack", "mail", "schedule", "web", "sandbox", "cli", "metrics", "links");

  private static final Pattern EMPTY_NAME =
      Pattern.compile(
          ".*(Manager|Utils?|Helper|Impl|Info|Data|Processor)|(Abstract|Base)([A-Z].*)?");

  private Architecture() {}

  /** Packages of the house, each with those within it. */
  private static String[] in(String... names) {
    String[] packages = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      packages[i] = HOUSE + "." + names[i] + "..";
    }
    return packages;
  }

  private static final String[] BASIS =
      in("search", "knowledge", "prompt", "reminder", "outbox", "privacy");

  /** Main -> adapters -> features -> basis -> db -> kernel; the sandbox stands beside Main. */
  static final ArchRule DIRECTIONS =
      CompositeArchRule.of(knownBy(MAIN, MAIN))
          .and(
              knownBy(
                  in("slack", "mail", "schedule", "web", "cli", "metrics", "links"),
                  MAIN,
                  in("sandbox")))
          .and(knownBy(in("config"), MAIN, in("sandbox")))
          .and(knownBy(FEATURES, MAIN, ADAPTERS))
          .and(knownBy(BASIS, MAIN, ADAPTERS, FEATURES))
          .and(knownBy(in("db"), MAIN, in("sandbox", "config", "vault"), FEATURES, BASIS))
          .and(knownBy(in("vault"), MAIN, in("config"), FEATURES));

  static final ArchRule THE_KERNEL_KNOWS_ONLY_JAVA =
      classes()
          .that()
          .resideInAPackage(HOUSE + ".kernel..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", HOUSE + ".kernel..");

  static final ArchRule FEATURES_KNOW_NO_ADAPTER =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTERS);

  static final ArchRule NO_CYCLES = slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();

  static final ArchRule AN_INITIATIVE_KNOWS_NO_OTHER_FEATURE =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".initiative..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(FEATURES)
                  .and(not(resideInAnyPackage(in("initiative", "people"))))
                  .as("belong to another feature"));

  static final ArchRule PEOPLE_KNOW_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".people..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(FEATURES)
                  .and(not(resideInAPackage(HOUSE + ".people..")))
                  .as("belong to a feature"));

  static final ArchRule ONLY_MAIN_READS_CLOCK_ENVIRONMENT_AND_CHANCE =
      noClasses()
          .that(not(outermost(HOUSE + "\\.Main")))
          .should()
          .accessTargetWhere(
              describe("it is the clock, the environment or chance", Architecture::isOutside));

  static final ArchRule BOLT_STAYS_AT_THE_DOOR = only("com.slack..", in("slack", "sandbox"), "");

  static final ArchRule CRYPTOGRAPHY_STAYS_IN_THE_VAULT =
      only("com.google.crypto..", in("vault"), "");

  static final ArchRule THE_VAULT_KNOWS_THE_DATABASE_AND_THE_KERNEL_ONLY =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".vault..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(HOUSE + "..")
                  .and(not(resideInAnyPackage(in("vault", "db", "kernel"))))
                  .as("belong to another room"));

  static final ArchRule QUARTZ_STAYS_IN_SCHEDULE = only("org.quartz..", in("schedule"), "");

  static final ArchRule MAIL_STAYS_IN_MAIL =
      noClasses()
          .that(not(resideInAnyPackage(in("mail", "sandbox"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.subethamail..");

  static final ArchRule SQL_STAYS_IN_STORES =
      noClasses()
          .that(not(resideInAnyPackage(in("db")).or(outermost(".*Store"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "org.h2..",
              "com.zaxxer..",
              "org.flywaydb..");

  static final ArchRule STORES_STAY_IN_THEIR_PACKAGE =
      classes()
          .that(outermost(HOUSE + "\\..*Store").and(not(resideInAnyPackage(in("sandbox")))))
          .and()
          .areTopLevelClasses()
          .should()
          .bePackagePrivate();

  static final ArchRule JETTY_STAYS_AT_THE_DOOR =
      only("org.eclipse.jetty..", in("web", "sandbox"), "Bot");

  static final ArchRule ONLY_MAIN_KNOWS_THE_SANDBOX =
      noClasses()
          .that(
              not(resideInAnyPackage(in("sandbox")))
                  .and(not(outermost(HOUSE + "\\.(Main|Bot|SandboxBot)"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(in("sandbox"));

  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should(
              have(
                  describe(
                      "a name that says nothing",
                      type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())));

  /** Those packages may be known within themselves and in these others. */
  private static ArchRule knownBy(String[] packages, String[]... others) {
    String[] allowed =
        Stream.concat(Stream.of(packages), Stream.of(others).flatMap(Stream::of))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true);
  }

  /** The library is touched in these packages, and by these classes of the topmost one. */
  private static ArchRule only(String library, String[] packages, String topmost) {
    return noClasses()
        .that(not(resideInAnyPackage(packages)).and(not(outermost(HOUSE + "\\." + topmost))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  /** Classes of this name, and those within them. */
  private static DescribedPredicate<JavaClass> outermost(String name) {
    Pattern pattern = Pattern.compile(name + "(\\$.*)?");
    return describe(name, type -> pattern.matcher(type.getName()).matches());
  }

  private static final Set<String> CHANCE =
      Set.of(
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.util.Date.<init>");

  private static boolean isOutside(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    if (owner.equals("java.time.Clock")) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    if (owner.startsWith("java.time.") && name.equals("now")) {
      return access.getTarget() instanceof CodeUnitAccessTarget target
          && target.getRawParameterTypes().stream()
              .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }
    return CHANCE.contains(owner + "." + name);
  }
}
