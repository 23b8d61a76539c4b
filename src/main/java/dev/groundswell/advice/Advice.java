package dev.groundswell.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.groundswell.db.Database;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipChoice;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.search.Answer;
import dev.groundswell.search.Answers;
import dev.groundswell.search.Question;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Finds tips, and remembers which ones helped and which ones people keep. */
public final class Advice {
  public static final int PAGE = 3;

  /** A tip that helped everybody rises by so much on the scale of the search, from 0 to 1. */
  private static final double VOTES_COUNT = 0.04;

  /** … and by so many places in the list of an audience. */
  private static final double VOTES_COUNT_PLACES = 2;

  /** On another node a vote shows after this at the latest; on this one at once. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private static final int MOST_WORKSPACES = 1_000;
  private static final int MOST_PEOPLE = 10_000;

  private final TipLibrary library;
  private final Function<Question, Answers> search;
  private final Database database;
  private final Clock clock;
  private final Cache<WorkspaceId, Map<String, Tally>> tallies;
  private final Cache<Whose, Mine> mine;

  /**
   * @param search finds tips for a question, as {@code TipSearch.find} does
   */
  public Advice(
      TipLibrary library, Function<Question, Answers> search, Database database, Clock clock) {
    this.library = library;
    this.search = search;
    this.database = database;
    this.clock = clock;
    this.tallies = cache(clock, MOST_WORKSPACES);
    this.mine = cache(clock, MOST_PEOPLE);
  }

  private static <K, V> Cache<K, V> cache(Clock clock, int most) {
    return Caffeine.newBuilder()
        .maximumSize(most)
        .expireAfterWrite(GOOD_FOR)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .build();
  }

  private record Whose(WorkspaceId workspace, UserId user) {}

  /** One page of tips for a query, or why there are none. */
  public Advised answer(WorkspaceId workspace, AdviceQuery query) {
    return query.isQuestion() ? asked(workspace, query) : chosen(workspace, query);
  }

  private Advised chosen(WorkspaceId workspace, AdviceQuery query) {
    TipChoice choice =
        library.forAudience(query.audiences(), query.stageOrNull(), query.situationOrNull());
    Map<String, Tally> votes = tallies(workspace);
    List<Tip> ordered = new ArrayList<>(choice.tips());
    if (!votes.isEmpty()) {
      Map<Tip, Integer> places = new java.util.HashMap<>();
      choice.tips().forEach(tip -> places.put(tip, places.size()));
      ordered.sort(
          Comparator.comparingDouble(
              tip -> places.getOrDefault(tip, 0) - VOTES_COUNT_PLACES * weight(votes, tip)));
    }
    return page(ordered, query.page(), choice.stageHadNone(), choice.situationHadNone(), List.of());
  }

  private Advised asked(WorkspaceId workspace, AdviceQuery query) {
    Answers answers =
        search.apply(
            new Question(
                query.question(), query.audiences(), query.stageOrNull(), query.situationOrNull()));
    if (answers.nothingAsked()) {
      return new Advised.NoQuestion();
    } else if (answers.route().isPresent()) {
      return new Advised.Elsewhere(answers.route().get());
    } else if (answers.abstained()) {
      return new Advised.Nothing();
    }
    Map<String, Tally> votes = tallies(workspace);
    List<Tip> tips =
        answers.answers().stream()
            .sorted(
                Comparator.comparingDouble(
                    (Answer it) -> -it.score() - VOTES_COUNT * weight(votes, it.tip())))
            .map(Answer::tip)
            .toList();
    return page(tips, query.page(), false, false, answers.inferredAudiences());
  }

  private static Advised page(
      List<Tip> tips,
      int page,
      boolean stageHadNone,
      boolean situationHadNone,
      List<dev.groundswell.knowledge.Audience> guessed) {
    int from = Math.min(tips.size(), page * PAGE);
    int to = Math.min(tips.size(), from + PAGE);
    return new Advised.Tips(
        tips.subList(from, to), to < tips.size(), stageHadNone, situationHadNone, guessed);
  }

  private static double weight(Map<String, Tally> votes, Tip tip) {
    return votes.getOrDefault(tip.id(), Tally.NONE).weight();
  }

  /** What the workspace made of the tips that have votes, by id; up to five seconds old. */
  public Map<String, Tally> tallies(WorkspaceId workspace) {
    return tallies.get(workspace, it -> database.query(tx -> AdviceStore.tallies(tx, it)));
  }

  /** Notes that a tip helped this person, or did not; a second vote replaces the first. */
  public void vote(WorkspaceId workspace, UserId user, String tip, boolean helped) {
    if (library.byId(tip).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    database.transact(tx -> AdviceStore.vote(tx, workspace, user, tip, helped, now));
    tallies.invalidate(workspace);
    mine.invalidate(new Whose(workspace, user));
  }

  /** How many votes there are in all workspaces, for the figures. */
  public Tally votes() {
    return database.inTransaction(AdviceStore::votes);
  }

  /** Keeps a tip for this person, or lets it go if it was kept. */
  public void keepOrLetGo(WorkspaceId workspace, UserId user, String tip) {
    if (library.byId(tip).isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    database.transact(
        tx -> {
          if (!AdviceStore.letGo(tx, workspace, user, tip)) {
            AdviceStore.keep(tx, workspace, user, tip, now);
          }
        });
    mine.invalidate(new Whose(workspace, user));
  }

  /** The ids of the tips that this person keeps, the latest first. */
  public List<String> kept(WorkspaceId workspace, UserId user) {
    return database.inTransaction(tx -> AdviceStore.kept(tx, workspace, user));
  }

  /** What this person made of the tips; up to five seconds old if they did it on another node. */
  public Mine mine(WorkspaceId workspace, UserId user) {
    return mine.get(
        new Whose(workspace, user),
        it -> database.query(tx -> AdviceStore.mine(tx, it.workspace(), it.user())));
  }

  /**
   * @param votes by tip, whether it helped
   * @param kept the ids of the tips they keep
   */
  public record Mine(Map<String, Boolean> votes, Set<String> kept) {
    public static final Mine NOTHING = new Mine(Map.of(), Set.of());

    public boolean isNothing() {
      return votes.isEmpty() && kept.isEmpty();
    }

    public Optional<Boolean> vote(Tip tip) {
      return Optional.ofNullable(votes.get(tip.id()));
    }
  }
}
