package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.NEW_YORK;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class MembersTest {
  private static final Person SUE = new Person(new UserId("U0SUE"), "Sue", NEW_YORK, true);

  private final Team team;
  private final Members members;
  private final Initiative outreach;

  MembersTest(Engine engine) {
    team = Team.on(engine);
    members = team.members;
    team.directory.nowKnows(SUE);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Optional<Role> roleOf(Person person) {
    return team.initiatives.standing(HERE, person.id(), outreach.id()).role();
  }

  private Changed set(Person by, Set<Person> facilitators, Set<Person> viewers) {
    return members.set(HERE, by.id(), outreach.id(), ids(facilitators), ids(viewers));
  }

  private static Set<UserId> ids(Set<Person> people) {
    return people.stream().map(Person::id).collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void whoever_starts_one_for_somebody_else_is_its_facilitator() {
    Created created = team.initiatives.create(HERE, "Asthma at school", ANN.id(), SUE);

    Initiative asthma = ((Created.Started) created).initiative();
    assertThat(members.of(HERE, SUE.id(), asthma.id()))
        .contains(List.of(new Member(ANN.id(), Role.LEAD), new Member(SUE.id(), Role.FACILITATOR)));
  }

  @Test
  void who_is_in_neither_list_takes_part_no_longer_and_the_lead_stays() {
    assertThat(set(MAYA, Set.of(SUE), Set.of(ANN))).isInstanceOf(Changed.Done.class);

    assertThat(roleOf(MAYA)).contains(Role.LEAD);
    assertThat(roleOf(SUE)).contains(Role.FACILITATOR);
    assertThat(roleOf(ANN)).contains(Role.VIEWER);
    assertThat(roleOf(PRIYA)).isEmpty();
    assertThat(team.initiatives.current(HERE, PRIYA.id())).isEmpty();
    assertThat(members.of(HERE, PRIYA.id(), outreach.id())).isEmpty();
  }

  @Test
  void the_lead_among_the_viewers_is_still_the_lead() {
    set(MAYA, Set.of(), Set.of(MAYA));

    assertThat(roleOf(MAYA)).contains(Role.LEAD);
  }

  @Test
  void only_the_lead_says_who_takes_part() {
    assertThat(set(ANN, Set.of(), Set.of())).isEqualTo(new Changed.NotAllowed(outreach));
    assertThat(set(SUE, Set.of(SUE), Set.of())).isEqualTo(new Changed.Gone());
    assertThat(members.put(ELSEWHERE, MAYA.id(), outreach.id(), SUE.id(), Role.VIEWER))
        .isEqualTo(new Changed.Gone());
    assertThat(roleOf(ANN)).contains(Role.FACILITATOR);
    assertThat(roleOf(SUE)).isEmpty();
  }

  @Test
  void bots_guests_strangers_and_those_who_have_left_take_no_part_and_lead_nothing() {
    Person gone = new Person(new UserId("U0GONE"), "Gone", NEW_YORK, false);
    Person guest = new Person(new UserId("U0GUEST"), "Guest", NEW_YORK, true, true);
    for (Person each : List.of(gone, guest)) {
      team.directory.nowKnows(each);
      assertThat(set(MAYA, Set.of(each), Set.of(ANN)))
          .isEqualTo(new Changed.CantTakePart(each.id()));
      assertThat(members.handOver(HERE, MAYA.id(), outreach.id(), each.id()))
          .isEqualTo(new Changed.CantTakePart(each.id()));
      assertThat(team.initiatives.create(HERE, "Another", each.id(), MAYA))
          .isEqualTo(new Created.BadLead(each.id()));
      assertThat(team.initiatives.create(HERE, "Another", each.id(), each))
          .isEqualTo(new Created.BadLead(each.id()));
    }
    assertThat(roleOf(MAYA)).contains(Role.LEAD);
    assertThat(roleOf(ANN)).contains(Role.FACILITATOR);
  }

  @Test
  void the_lead_hands_over_and_stays_as_a_facilitator() {
    assertThat(members.handOver(HERE, MAYA.id(), outreach.id(), SUE.id()))
        .isInstanceOf(Changed.Done.class);

    assertThat(roleOf(SUE)).contains(Role.LEAD);
    assertThat(roleOf(MAYA)).contains(Role.FACILITATOR);
    assertThat(team.initiatives.current(HERE, SUE.id()).orElseThrow().lead()).isEqualTo(SUE.id());
    assertThat(members.handOver(HERE, MAYA.id(), outreach.id(), MAYA.id()))
        .isInstanceOf(Changed.NotAllowed.class);
  }

  @Test
  void handing_over_to_oneself_changes_nothing() {
    assertThat(members.handOver(HERE, MAYA.id(), outreach.id(), MAYA.id()))
        .isEqualTo(new Changed.Done(outreach));
    assertThat(roleOf(MAYA)).contains(Role.LEAD);
  }

  @Test
  void anybody_may_leave_but_the_lead() {
    assertThat(members.remove(HERE, ANN.id(), outreach.id(), ANN.id()))
        .isInstanceOf(Changed.Done.class);
    assertThat(roleOf(ANN)).isEmpty();
    assertThat(members.remove(HERE, MAYA.id(), outreach.id(), MAYA.id()))
        .isEqualTo(new Changed.LeadStays(outreach));
    assertThat(members.put(HERE, MAYA.id(), outreach.id(), MAYA.id(), Role.VIEWER))
        .isEqualTo(new Changed.LeadStays(outreach));
    assertThat(members.remove(HERE, PRIYA.id(), outreach.id(), MAYA.id()))
        .isEqualTo(new Changed.LeadStays(outreach));
    assertThat(roleOf(MAYA)).contains(Role.LEAD);
  }

  @Test
  void one_who_looks_after_the_workspace_takes_over_what_lost_its_lead() {
    team.directory.looksAfterTheWorkspace(SUE.id());
    assertThat(members.takeOver(HERE, SUE.id(), outreach.id()))
        .isEqualTo(new Changed.NotAllowed(outreach));
    assertThat(members.leaderless(HERE, SUE.id())).isEmpty();

    team.people.changed(HERE, new Person(MAYA.id(), "Maya", NEW_YORK, true, true));

    assertThat(members.leaderless(HERE, ANN.id())).isEmpty();
    assertThat(members.leaderless(HERE, SUE.id())).containsExactly(outreach);
    assertThat(members.takeOver(HERE, ANN.id(), outreach.id())).isEqualTo(new Changed.Gone());
    assertThat(members.takeOver(HERE, SUE.id(), outreach.id())).isInstanceOf(Changed.Done.class);
    assertThat(roleOf(SUE)).contains(Role.LEAD);
    assertThat(roleOf(MAYA)).isEmpty();
    assertThat(team.rows("outbox")).as("the former lead is told").isEqualTo(1);
  }

  @Test
  void a_lead_who_can_not_be_reached_is_not_told() {
    team.directory.looksAfterTheWorkspace(SUE.id());
    team.people.changed(HERE, new Person(MAYA.id(), "Maya", NEW_YORK, false));

    assertThat(members.takeOver(HERE, SUE.id(), outreach.id())).isInstanceOf(Changed.Done.class);
    assertThat(team.rows("outbox")).isZero();
  }
}
