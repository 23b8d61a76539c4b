package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.practice.Library.NewItem;
import dev.groundswell.practice.Offers.Offer;
import dev.groundswell.practice.Practices.Looked;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names, owners and duplicates; the calendar of demands; the library. */
@OnBothDatabases
class RegisterTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private final Team team;
  private final UUID eastgate;

  RegisterTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static <T> Why refused(Outcome<T> outcome) {
    return outcome.either(
        it -> {
          throw new AssertionError(it);
        },
        Refusal::why);
  }

  private void notNow(UUID engagement, int weeks) {
    done(team.checkIns.notNow(MAYA, HERE, engagement, "", weeks, Set.of()));
  }

  private static NewItem item(ItemKind kind, String title) {
    return new NewItem(kind, title, "", "", "", null, "", false);
  }

  private @Nullable Item offered() {
    Offer offer = team.offers.of(HERE, eastgate);
    assertThat(offer).isInstanceOf(Offer.Wanted.class);
    return ((Offer.Wanted) offer).item();
  }

  private Outcome<Card> sends(Item item, String key) {
    return team.checkIns.touched(
        MAYA,
        HERE,
        eastgate,
        Touch.Way.SENT,
        team.clock.instant().atZone(Team.NEW_YORK).toLocalDate(),
        item.id(),
        "",
        key);
  }

  @Test
  void a_renamed_practice_is_found_by_both_names() {
    done(team.renames(eastgate, " Eastgate  Family Medicine "));

    assertThat(team.practices.look(HERE, MAYA.id(), null, "Eastgate"))
        .isInstanceOfSatisfying(
            Looked.Known.class,
            it -> assertThat(it.card().practice().name()).isEqualTo("Eastgate Family Medicine"));
    done(team.renames(eastgate, "Eastgate"));
    assertThat(team.practices.look(HERE, MAYA.id(), null, "eastgate family medicine"))
        .isInstanceOf(Looked.Known.class);
    team.engages(MAYA, "Westgate");
    assertThat(refused(team.renames(eastgate, "WESTGATE"))).isEqualTo(Why.EXISTS);
  }

  @Test
  void two_that_are_one_lose_neither_plan_nor_wish_nor_history() {
    notNow(eastgate, 4);
    done(team.library.add(HERE, MAYA.id(), Meant.ANY, item(ItemKind.HELLO, "How are you")));
    team.clock.set("2026-11-30T15:00:00Z");
    Item had = Objects.requireNonNull(offered());
    done(sends(had, "button/1"));
    Card stays = team.engages(MAYA, "Eastgate Clinic");
    team.starts(PRIYA, "Asthma");
    UUID other = team.engages(PRIYA, "Eastgate").engagement().id();

    Card merged = done(team.merges(eastgate, "Eastgate Clinic"));

    assertThat(merged.practice().id()).isEqualTo(stays.practice().id());
    assertThat(merged.engagement().course().plan()).isNotNull();
    assertThat(merged.touches()).hasSize(1);
    assertThat(done(team.practices.card(HERE, PRIYA.id(), other)).practice().name())
        .isEqualTo("Eastgate Clinic");
    assertThat(team.practices.look(HERE, MAYA.id(), null, "Eastgate"))
        .isInstanceOf(Looked.Known.class);
    assertThat(team.rows("reminder where state = 'WAITING' and kind = 'practice.check-in'"))
        .isEqualTo(1);
    assertThat(team.rows("practice")).isEqualTo(1);
    assertThat(refused(team.merges(merged.engagement().id(), "Eastgate")))
        .isEqualTo(Why.SAME_PRACTICE);
    assertThat(refused(team.merges(merged.engagement().id(), "Nowhere")))
        .isEqualTo(Why.UNKNOWN_PRACTICE);
  }

  @Test
  void a_kick_off_its_ideas_and_the_reason_of_a_plan_go_along() {
    KickOffs kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
    done(team.checkIns.notNow(MAYA, HERE, eastgate, "New records first", 4, Set.of()));
    done(
        kickOffs.save(
            MAYA.id(),
            HERE,
            eastgate,
            new KickOff(
                Set.of(KickOff.Step.STAFF_AGREE), "Calm", "", "", KickOff.Chooser.TEAM, List.of()),
            new KickOff.Idea("Calls after four", 3, 2, true)));
    UUID stays = team.engages(MAYA, "Eastgate Clinic").engagement().id();
    done(
        kickOffs.save(
            MAYA.id(),
            HERE,
            stays,
            new KickOff(
                Set.of(KickOff.Step.INTRODUCED),
                "Open",
                "Fewer gaps",
                "",
                KickOff.Chooser.NOBODY_YET,
                List.of()),
            null));

    Card merged = done(team.merges(eastgate, "Eastgate Clinic"));

    assertThat(merged.engagement().planWhy()).isEqualTo("New records first");
    assertThat(done(kickOffs.find(MAYA.id(), HERE, stays)))
        .usingRecursiveComparison()
        .ignoringFields("ideas.id")
        .isEqualTo(
            new KickOff(
                Set.of(KickOff.Step.STAFF_AGREE, KickOff.Step.INTRODUCED),
                "Open / Calm",
                "Fewer gaps",
                "",
                KickOff.Chooser.TEAM,
                List.of(new KickOff.Idea("Calls after four", 3, 2, true))));
    assertThat(team.rows("kick_off")).isEqualTo(1);
  }

  @Test
  void a_kick_off_alone_goes_along_too() {
    KickOffs kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
    KickOff begun = new KickOff(Set.of(), "Calm", "", "", KickOff.Chooser.NOBODY_YET, List.of());
    done(kickOffs.save(MAYA.id(), HERE, eastgate, begun, null));
    UUID stays = team.engages(MAYA, "Eastgate Clinic").engagement().id();

    done(team.merges(eastgate, "Eastgate Clinic"));

    assertThat(done(kickOffs.find(MAYA.id(), HERE, stays)).vision()).isEqualTo("Calm");
  }

  @Test
  void a_contact_with_either_resets_the_clocks_of_all_who_work_with_it() {
    team.engages(MAYA, "Eastgate Clinic");
    Initiative asthma = team.starts(MAYA, "Asthma");
    UUID others =
        done(team.practices.addTo(
                Meant.by(asthma.id()), MAYA, HERE, "Eastgate Clinic", Practice.Details.NONE))
            .engagement()
            .id();
    notNow(others, 4);
    team.clock.set("2026-11-16T15:00:00Z");
    LocalDate today = LocalDate.of(2026, 11, 16);
    done(team.checkIns.touched(MAYA, HERE, eastgate, Touch.Way.SPOKE, today, null, "", "form/1"));

    done(team.merges(eastgate, "Eastgate Clinic"));

    Card card = done(team.practices.card(HERE, MAYA.id(), others));
    assertThat(card.engagement().course().lastTouchOn()).isEqualTo(today);
    assertThat(card.engagement().course().dueOn()).contains(today.plusWeeks(4));
  }

  @Test
  void who_may_not_change_it_everywhere_merges_nothing_and_hears_whom_to_ask() {
    team.engages(MAYA, "Eastgate Clinic");
    Initiative asthma = team.starts(PRIYA, "Asthma");
    done(
        team.practices.addTo(
            Meant.by(asthma.id()), PRIYA, HERE, "Eastgate Clinic", Practice.Details.NONE));
    team.members.remove(HERE, PRIYA.id(), asthma.id(), MAYA.id());

    Refusal refusal =
        team.merges(eastgate, "Eastgate Clinic")
            .either(
                it -> {
                  throw new AssertionError(it);
                },
                it -> it);

    assertThat(refusal.why()).isEqualTo(Why.CONCERNS_OTHERS);
    assertThat(refusal.who()).isEqualTo(PRIYA.id());
    assertThat(team.rows("practice")).isEqualTo(2);
  }

  @Test
  void what_is_refused_in_part_is_done_in_no_part() {
    team.engages(MAYA, "Westgate Clinic");

    Refusal refusal =
        team.register
            .settle(MAYA, HERE, eastgate, "Eastgate Medicine", ANN.id(), "Westgate Clinc")
            .either(
                it -> {
                  throw new AssertionError(it);
                },
                it -> it);

    assertThat(refusal.why()).isEqualTo(Why.UNKNOWN_PRACTICE);
    assertThat(refusal.name()).isEqualTo("Westgate Clinic");
    Card card = done(team.practices.card(HERE, MAYA.id(), eastgate));
    assertThat(card.practice().name()).isEqualTo("Eastgate");
    assertThat(card.engagement().owner()).isEqualTo(MAYA.id());
    Card settled =
        done(
            team.register.settle(
                MAYA, HERE, eastgate, "Eastgate Medicine", ANN.id(), "Westgate Clinic"));
    assertThat(settled.practice().name()).isEqualTo("Westgate Clinic");
    assertThat(settled.engagement().owner()).isEqualTo(ANN.id());
    assertThat(team.practices.look(HERE, MAYA.id(), null, "Eastgate Medicine"))
        .isInstanceOf(Looked.Known.class);
  }

  @Test
  void whoever_takes_over_is_reminded_and_nobody_else() {
    notNow(eastgate, 4);

    done(team.handsOver(eastgate, ANN));

    assertThat(team.rows("reminder where state = 'WAITING' and recipient = 'U0ANN'")).isEqualTo(1);
    assertThat(team.rows("reminder where state = 'WAITING' and recipient = 'U0MAYA'")).isZero();
    team.takesPart(PRIYA, Role.VIEWER, team.initiatives.current(HERE, MAYA.id()).orElseThrow());
    assertThat(refused(team.handsOver(eastgate, PRIYA))).isEqualTo(Why.CANNOT_TAKE_PART);
  }

  @Test
  void a_check_in_waits_for_a_go_live_and_moves_when_it_slips() {
    notNow(eastgate, 4);
    LocalDate due = MONDAY.plusWeeks(4);
    Card noted =
        done(
            team.demands.note(
                MAYA.id(),
                HERE,
                eastgate,
                null,
                Demand.Kind.GO_LIVE,
                "New records",
                due.minusDays(3),
                due.plusDays(4)));
    UUID demand = noted.demands().get(0).id();
    team.clock.set("2026-11-30T15:00:00Z");
    assertThat(team.reminders.fireDue()).isZero();
    assertThat(team.offers.of(HERE, eastgate))
        .isEqualTo(new Offer.NotWanted(Course.NotNow.OTHER_DEMANDS));

    done(
        team.demands.note(
            MAYA.id(),
            HERE,
            eastgate,
            demand,
            Demand.Kind.GO_LIVE,
            "New records",
            due.minusDays(3),
            due.plusDays(11)));
    team.clock.set("2026-12-07T15:00:00Z");
    assertThat(team.reminders.fireDue()).isZero();
    team.clock.set("2026-12-14T14:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);
    assertThat(offered()).isNull();
  }

  @Test
  void what_came_up_just_before_a_go_live_was_noted_comes_again_after_it() {
    notNow(eastgate, 4);
    team.clock.set("2026-11-30T15:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);
    LocalDate today = LocalDate.of(2026, 11, 30);
    done(
        team.demands.note(
            MAYA.id(), HERE, eastgate, null, Demand.Kind.AUDIT, "Audit", today, today));

    assertThat(team.offers.of(HERE, eastgate)).isInstanceOf(Offer.NotWanted.class);
    team.clock.set("2026-12-01T14:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);
  }

  @Test
  void a_demand_that_ends_before_it_begins_is_refused_and_one_that_is_over_goes() {
    assertThat(
            refused(
                team.demands.note(
                    MAYA.id(),
                    HERE,
                    eastgate,
                    null,
                    Demand.Kind.AUDIT,
                    "Audit",
                    MONDAY,
                    MONDAY.minusDays(1))))
        .isEqualTo(Why.ENDS_BEFORE);
    Card noted =
        done(
            team.demands.note(
                MAYA.id(), HERE, eastgate, null, Demand.Kind.AUDIT, "Audit", MONDAY, null));
    assertThat(
            done(team.demands.remove(MAYA.id(), HERE, eastgate, noted.demands().get(0).id()))
                .demands())
        .isEmpty();
  }

  private Demand noted(LocalDate from, @Nullable LocalDate until) {
    return done(team.demands.note(
            MAYA.id(), HERE, eastgate, null, Demand.Kind.AUDIT, "Audit", from, until))
        .demands()
        .get(0);
  }

  private Demand changed(Demand demand, Demands.Change wanted) {
    return done(team.demands.change(MAYA.id(), HERE, eastgate, demand.id(), wanted))
        .demands()
        .get(0);
  }

  @Test
  void what_is_left_empty_of_a_noted_demand_stays_as_it_was() {
    LocalDate march = LocalDate.of(2027, 3, 1);
    Demand audit = noted(march, march.plusDays(30));

    assertThat(changed(audit, new Demands.Change(null, "", null, march.plusDays(14), false)))
        .isEqualTo(new Demand(audit.id(), Demand.Kind.AUDIT, "Audit", march, march.plusDays(14)));
    assertThat(changed(audit, new Demands.Change(Demand.Kind.OTHER, "Survey", null, null, false)))
        .isEqualTo(new Demand(audit.id(), Demand.Kind.OTHER, "Survey", march, march.plusDays(14)));
    assertThat(changed(audit, new Demands.Change(null, "", null, null, true)).until()).isNull();
  }

  @Test
  void a_first_day_past_the_old_end_takes_the_end_along() {
    LocalDate march = LocalDate.of(2027, 3, 1);
    Demand audit = noted(march, march.plusDays(4));

    Demand later = changed(audit, new Demands.Change(null, "", march.plusDays(2), null, false));
    assertThat(later.until()).isEqualTo(march.plusDays(4));
    Demand much = changed(audit, new Demands.Change(null, "", march.plusDays(9), null, false));
    assertThat(much.from()).isEqualTo(march.plusDays(9));
    assertThat(much.until()).isEqualTo(march.plusDays(11));
  }

  @Test
  void a_demand_that_lies_in_the_past_is_refused() {
    Refusal refusal =
        team.demands
            .note(
                MAYA.id(),
                HERE,
                eastgate,
                null,
                Demand.Kind.GO_LIVE,
                "New records",
                MONDAY.minusYears(1),
                MONDAY.minusDays(1))
            .either(
                it -> {
                  throw new AssertionError(it);
                },
                it -> it);
    assertThat(refusal.why()).isEqualTo(Why.PAST);
    assertThat(refusal.day()).isEqualTo(MONDAY.minusDays(1));
    assertThat(team.rows("demand")).isZero();

    assertThat(noted(MONDAY.minusDays(3), MONDAY).until()).isEqualTo(MONDAY);
    assertThat(noted(MONDAY.minusWeeks(7), null).until()).isNull();
  }

  @Test
  void a_demand_that_somebody_else_took_off_is_gone() {
    Demand audit = noted(MONDAY, null);
    done(team.demands.remove(MAYA.id(), HERE, eastgate, audit.id()));

    assertThat(
            refused(
                team.demands.change(
                    MAYA.id(),
                    HERE,
                    eastgate,
                    audit.id(),
                    new Demands.Change(null, "Survey", null, null, false))))
        .isEqualTo(Why.GONE);
  }

  @Test
  void each_practice_gets_a_thing_once_and_then_there_is_nothing_new() {
    notNow(eastgate, 1);
    done(team.library.add(HERE, MAYA.id(), Meant.ANY, item(ItemKind.ARTICLE, "Calls after four")));
    done(team.library.add(HERE, MAYA.id(), Meant.ANY, item(ItemKind.HELLO, "How are you")));
    team.clock.set("2026-11-09T15:00:00Z");
    Item first = Objects.requireNonNull(offered());
    done(sends(first, "button/1"));
    assertThat(refused(sends(first, "button/2"))).isEqualTo(Why.ALREADY_GIVEN);
    team.clock.set("2026-11-16T15:00:00Z");
    Item second = Objects.requireNonNull(offered());
    assertThat(second.id()).isNotEqualTo(first.id());
    done(sends(second, "button/3"));
    team.clock.set("2026-11-23T15:00:00Z");
    assertThat(offered()).isNull();
  }

  @Test
  void what_is_past_elsewhere_or_about_a_neighbour_that_did_not_agree_stays_on_the_shelf() {
    notNow(eastgate, 1);
    done(
        team.library.add(
            HERE,
            MAYA.id(),
            Meant.ANY,
            new NewItem(ItemKind.EVENT, "Open day", "", "", "", MONDAY.plusDays(2), "", false)));
    done(
        team.library.add(
            HERE,
            MAYA.id(),
            Meant.ANY,
            new NewItem(ItemKind.HELP, "Pharmacist", "", "South", "", null, "", false)));
    done(
        team.library.add(
            HERE,
            MAYA.id(),
            Meant.ANY,
            new NewItem(
                ItemKind.NEIGHBOURS, "What they do", "", "", "", null, "Riverside", false)));
    team.clock.set("2026-11-09T15:00:00Z");
    assertThat(offered()).isNull();
    assertThat(done(team.library.shelf(HERE, MAYA.id(), Meant.ANY))).hasSize(2);
    assertThat(
            refused(
                team.library.add(
                    HERE,
                    MAYA.id(),
                    Meant.ANY,
                    new NewItem(ItemKind.EVENT, "Late", "", "", "", MONDAY, "", false))))
        .isEqualTo(Why.EXPIRED);
  }

  @Test
  void links_are_https_and_nothing_else() {
    for (String link :
        List.of(
            "http://example.org", "javascript:alert(1)", "https://", "https://a|b", "ftp://x")) {
      assertThat(
              refused(
                  team.library.add(
                      HERE,
                      MAYA.id(),
                      Meant.ANY,
                      new NewItem(ItemKind.ARTICLE, "A read", "", "", link, null, "", false))))
          .as(link)
          .isEqualTo(Why.NOT_HTTPS);
    }
    List<Item> shelf =
        done(
            team.library.add(
                HERE,
                MAYA.id(),
                Meant.ANY,
                new NewItem(
                    ItemKind.ARTICLE,
                    "A read",
                    "",
                    "",
                    "https://example.org/a?b=c",
                    null,
                    "",
                    false)));
    assertThat(done(team.library.withdraw(HERE, MAYA.id(), Meant.ANY, shelf.get(0).id())))
        .isEmpty();
  }
}
