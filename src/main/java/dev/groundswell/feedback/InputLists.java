package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.feedback.InputListStore.Reader;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.prompt.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists inputs and counts who has heard back, for those who may see it. */
public final class InputLists {
  /** So many rounds to choose from fit a menu. */
  private static final int MOST_ROUNDS = 50;

  private final Database database;
  private final Initiatives initiatives;
  private final People people;
  private final Words words;
  private final Clock clock;

  public InputLists(
      Database database, Initiatives initiatives, People people, Words words, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.people = people;
    this.words = words;
    this.clock = clock;
  }

  /** A page; empty for those who take no part in the initiative. */
  public Optional<InputPage> page(
      Person by, WorkspaceId workspace, UUID initiative, InputList wanted) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.zone());
    return database.inTransaction(
        tx -> {
          Standing standing = initiatives.standing(tx, workspace, by.id(), initiative);
          return standing.may(Deed.SEE)
              ? standing.initiative().map(it -> page(tx, it, standing, by.id(), wanted, today))
              : Optional.empty();
        });
  }

  private InputPage page(
      Tx tx,
      Initiative initiative,
      Standing standing,
      UserId by,
      InputList wanted,
      LocalDate today) {
    WorkspaceId workspace = initiative.workspace();
    Reader reader = new Reader(workspace, initiative.id(), by, today);
    Map<Tab, Integer> counts = InputListStore.counts(tx, reader, wanted);
    int lastPage = Math.max(0, counts.getOrDefault(wanted.tab(), 0) - 1) / InputList.PAGE;
    InputList list = wanted.page(Math.min(wanted.page(), lastPage));
    return new InputPage(
        initiative,
        list,
        InputListStore.page(tx, reader, list, InputList.PAGE),
        counts,
        InputListStore.heardBack(tx, workspace, initiative.id()),
        byGroup(tx, initiative),
        RoundStore.of(tx, workspace, initiative.id(), MOST_ROUNDS),
        today,
        standing);
  }

  private ByGroup byGroup(Tx tx, Initiative initiative) {
    return ByGroup.of(
        InputListStore.groups(
            tx, initiative.workspace(), initiative.id(), words.plain("report-back.no-group")));
  }

  /** The figures of an initiative, for those who may see them. */
  public Optional<HeardBack> heardBack(WorkspaceId workspace, UserId by, UUID initiative) {
    return database.inTransaction(
        tx ->
            initiatives.standing(tx, workspace, by, initiative).may(Deed.SEE)
                ? Optional.of(InputListStore.heardBack(tx, workspace, initiative))
                : Optional.empty());
  }

  /** The figures of an initiative, whoever asks: for the digest. */
  public HeardBack heardBack(Tx tx, WorkspaceId workspace, UUID initiative) {
    return InputListStore.heardBack(tx, workspace, initiative);
  }

  /** The round of that name in an initiative. */
  public Optional<Round> round(WorkspaceId workspace, UUID initiative, String name) {
    return database.inTransaction(tx -> RoundStore.named(tx, workspace, initiative, name));
  }

  /**
   * All inputs of a list on all its pages as CSV; empty for those who may not take them along.
   *
   * @return UTF-8 with its mark in front, as spreadsheets read it
   */
  public Optional<byte[]> csv(Person by, WorkspaceId workspace, UUID initiative, InputList list) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), by.zone());
    Map<UUID, String> rounds = new HashMap<>();
    Optional<List<Input>> inputs =
        database.inTransaction(
            tx -> {
              if (!initiatives.standing(tx, workspace, by.id(), initiative).may(Deed.EXPORT)) {
                return Optional.empty();
              }
              RoundStore.of(tx, workspace, initiative, Integer.MAX_VALUE)
                  .forEach(it -> rounds.put(it.id(), it.name()));
              Reader reader = new Reader(workspace, initiative, by.id(), today);
              return Optional.of(InputListStore.page(tx, reader, list.page(0), Integer.MAX_VALUE));
            });
    return inputs.map(
        found -> {
          Map<UserId, String> names =
              found.stream()
                  .map(Input::owner)
                  .distinct()
                  .collect(Collectors.toMap(it -> it, it -> people.get(workspace, it).name()));
          List<List<String>> rows = new ArrayList<>();
          rows.add(List.of(words.plain("report-back.csv-head").split("\\s*;\\s*")));
          found.forEach(it -> rows.add(row(it, rounds, names, by.zone())));
          return CsvSheet.of(rows);
        });
  }

  private List<String> row(
      Input input, Map<UUID, String> rounds, Map<UserId, String> names, ZoneId zone) {
    ReportBack reportBack = input.reportBack();
    UUID round = input.origin().round();
    Decision decision = input.decision();
    // Whoever was told once and can't be reached by now does not count as told.
    boolean told = input.isTold() || reportBack.state() == ReportBack.State.REFUTED;
    return List.of(
        input.receivedOn().toString(),
        input.isWithdrawn() ? "" : input.contributor().name(),
        orEmpty(input.contributor().group()),
        round == null ? "" : rounds.getOrDefault(round, ""),
        input.words(),
        lower(decision.outcome()),
        decision.weighed(),
        decision.reason(),
        decision.link(),
        names.getOrDefault(input.owner(), ""),
        input.dueOn().toString(),
        input.isWithdrawn() ? "withdrawn" : lower(reportBack.state()),
        lower(reportBack.why()),
        told ? lower(reportBack.how()) : "",
        !told || reportBack.toldAt() == null
            ? ""
            : LocalDate.ofInstant(reportBack.toldAt(), zone).toString(),
        lower(reportBack.answer()),
        orEmpty(reportBack.answerWords()));
  }

  private static String lower(@Nullable Enum<?> constant) {
    return constant == null ? "" : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
