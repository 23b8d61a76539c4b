package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.UserId;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.practice.DeadLinks.Seen;
import dev.groundswell.practice.Library.NewItem;
import dev.groundswell.practice.Offers.Offer;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links of the library that lead nowhere. */
@OnBothDatabases
class DeadLinksTest {
  private static final String GUIDE = "https://example.org/guide";

  private final Team team;
  private final DeadLinks deadLinks;
  private final UUID eastgate;
  private final Map<String, Seen> web = new HashMap<>();
  private final List<String> visited = new ArrayList<>();

  DeadLinksTest(Engine engine) {
    team = Team.on(engine);
    deadLinks =
        new DeadLinks(
            team.database,
            team.reminders,
            link -> {
              visited.add(link.toString());
              return web.getOrDefault(link.toString(), Seen.ALIVE);
            },
            team.clock);
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
    team.checkIns.notNow(MAYA, HERE, eastgate, "", 2, Set.of());
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static List<Item> done(Outcome<List<Item>> outcome) {
    return outcome.either(
        items -> items,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Refusal refused(Outcome<List<Item>> outcome) {
    return outcome.either(
        items -> {
          throw new AssertionError(items);
        },
        refusal -> refusal);
  }

  private Item puts(UserId by, String title, String link) {
    NewItem item = new NewItem(ItemKind.ARTICLE, title, "", "", link, null, "", false);
    return done(team.library.add(HERE, by, Meant.ANY, item)).get(0);
  }

  /** Looks around in the night before that day. */
  private void night(String day) {
    team.clock.set(day + "T03:00:00Z");
    assertThat(deadLinks.lookAround()).isTrue();
  }

  private boolean isOffered(Item item) {
    team.clock.set("2027-06-01T14:00:00Z");
    Offer offer = team.offers.of(HERE, eastgate);
    assertThat(offer).isInstanceOf(Offer.Wanted.class);
    Item offered = ((Offer.Wanted) offer).item();
    return offered != null && offered.id().equals(item.id());
  }

  private boolean isDead(Item item) {
    return deadLinks.dead(HERE, item.id()).isPresent();
  }

  private List<String> told() {
    RecordingSender slack = RecordingSender.slack();
    team.reminders.fireDue();
    team.dispatcher(slack).dispatchDue();
    return slack.sent().stream()
        .filter(it -> it.items().stream().anyMatch(one -> one.kind().equals(DeadLinks.DEAD)))
        .map(it -> it.recipient())
        .toList();
  }

  @Test
  void who_put_a_dead_link_in_hears_of_it_once_in_working_hours_and_nobody_is_offered_it() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.GONE);

    night("2026-11-03");
    assertThat(told()).as("at night").isEmpty();
    team.clock.set("2026-11-03T15:00:00Z");
    assertThat(told()).containsExactly(ANN.id().value());
    night("2026-11-04");
    team.clock.set("2026-11-04T15:00:00Z");
    assertThat(told()).as("a second time").isEmpty();
    assertThat(isOffered(guide)).isFalse();
    assertThat(deadLinks.dead(ELSEWHERE, guide.id())).isEmpty();
  }

  @Test
  void who_does_not_answer_has_three_nights() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.UNREACHABLE);

    night("2026-11-03");
    night("2026-11-04");
    assertThat(isDead(guide)).isFalse();
    web.put(GUIDE, Seen.ALIVE);
    night("2026-11-05");
    web.put(GUIDE, Seen.UNREACHABLE);
    night("2026-11-12");
    night("2026-11-13");
    assertThat(isDead(guide)).as("two nights after it had answered").isFalse();
    night("2026-11-14");

    assertThat(isDead(guide)).isTrue();
    assertThat(isOffered(guide)).isFalse();
  }

  @Test
  void what_answers_again_is_offered_again_and_not_spoken_of() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.GONE);
    night("2026-11-03");
    web.put(GUIDE, Seen.ALIVE);
    night("2026-11-04");

    team.clock.set("2026-11-04T15:00:00Z");
    assertThat(told()).isEmpty();
    assertThat(isOffered(guide)).isTrue();
  }

  @Test
  void what_is_alive_is_looked_at_once_a_week_and_what_is_withdrawn_or_over_not_at_all() {
    puts(ANN.id(), "A guide", GUIDE);
    Item gone = puts(ANN.id(), "Another", "https://example.org/other");
    puts(ANN.id(), "Without a link", "");
    done(team.library.withdraw(HERE, ANN.id(), Meant.ANY, gone.id()));
    for (int day = 3; day <= 17; day++) {
      night("2026-11-%02d".formatted(day));
    }

    assertThat(visited).containsExactly(GUIDE, GUIDE, GUIDE);
  }

  @Test
  void more_than_one_batch_is_looked_at_in_the_same_night() {
    for (int i = 0; i < 25; i++) {
      puts(ANN.id(), "Item " + i, "https://example.org/" + i);
    }
    team.clock.set("2026-11-03T03:00:00Z");

    assertThat(deadLinks.lookAround()).isFalse();
    assertThat(deadLinks.lookAround()).isTrue();
    assertThat(visited).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void another_link_mends_it_and_is_looked_at_in_the_coming_night() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.GONE);
    night("2026-11-03");

    assertThat(
            refused(team.library.mend(HERE, ANN.id(), Meant.ANY, guide.id(), GUIDE, false)).why())
        .isEqualTo(Why.STILL_DEAD);
    assertThat(
            refused(
                    team.library.mend(
                        HERE, ANN.id(), Meant.ANY, guide.id(), "http://a.example", false))
                .why())
        .isEqualTo(Why.NOT_HTTPS);
    done(
        team.library.mend(HERE, ANN.id(), Meant.ANY, guide.id(), "https://example.org/new", false));
    assertThat(isDead(guide)).isFalse();
    night("2026-11-04");

    assertThat(visited).contains("https://example.org/new");
    team.clock.set("2026-11-04T15:00:00Z");
    assertThat(told()).isEmpty();
    assertThat(isOffered(guide)).isTrue();
  }

  @Test
  void what_somebody_found_good_is_not_doubted_for_ninety_days() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.GONE);
    night("2026-11-03");
    done(team.library.mend(HERE, ANN.id(), Meant.ANY, guide.id(), GUIDE, true));
    night("2026-11-04");
    night("2027-01-30");
    assertThat(isDead(guide)).isFalse();

    night("2027-02-02");
    assertThat(isDead(guide)).isTrue();
  }

  @Test
  void only_who_works_with_them_mends_it() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    team.people.get(HERE, new UserId("U0STRANGER"));

    assertThat(
            refused(
                    team.library.mend(
                        HERE,
                        new UserId("U0STRANGER"),
                        Meant.ANY,
                        guide.id(),
                        "https://evil.example",
                        false))
                .why())
        .isIn(Why.NO_INITIATIVE, Why.NOT_MEMBER);
    done(
        team.library.mend(
            HERE, PRIYA.id(), Meant.ANY, guide.id(), "https://example.org/new", false));
  }

  @Test
  void a_link_into_somebodys_own_network_is_left_in_peace() {
    Item guide = puts(ANN.id(), "A guide", GUIDE);
    web.put(GUIDE, Seen.NOT_VISITED);
    for (int day = 3; day <= 28; day++) {
      night("2026-11-%02d".formatted(day));
    }

    assertThat(isDead(guide)).isFalse();
  }
}
