package dev.groundswell.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class SponsorsTest {
  private static final String TOM = "tom.becker@example.org";

  private final Team team;
  private final Sponsors sponsors;

  SponsorsTest(Engine engine) {
    team = Team.on(engine);
    sponsors = team.sponsors;
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Sponsor tom() {
    Added added = sponsors.add(HERE, MAYA.id(), "Tom Becker", TOM);
    assertThat(added).isInstanceOf(Added.Done.class);
    return ((Added.Done) added).sponsor();
  }

  @Test
  void the_lead_adds_a_sponsor() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");

    Added added = sponsors.add(HERE, MAYA.id(), "  Tom \n Becker ", " tom.becker@Example.ORG ");

    assertThat(added).isInstanceOf(Added.Done.class);
    Sponsor tom = ((Added.Done) added).sponsor();
    assertThat(tom.name()).isEqualTo("Tom Becker");
    assertThat(tom.address()).hasToString(TOM);
    assertThat(tom.initiative()).isEqualTo(outreach.id());
    assertThat(tom.owner()).isEqualTo(MAYA.id());
    assertThat(sponsors.of(HERE, outreach.id())).containsExactly(tom);
  }

  @Test
  void nobody_but_the_lead_does() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");

    assertThat(sponsors.add(HERE, ANN.id(), "Tom", TOM)).isEqualTo(new Added.NotLead(MAYA.id()));
    assertThat(sponsors.of(HERE, outreach.id())).isEmpty();
  }

  @Test
  void a_sponsor_needs_an_initiative() {
    assertThat(sponsors.add(HERE, MAYA.id(), "Tom", TOM)).isEqualTo(new Added.NoInitiative());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tom",
        "tom@",
        "@example.org",
        "a b@example.org",
        "tom@example.org\nBcc: all@x.org"
      })
  void a_bad_address_is_refused_with_a_sentence(String address) {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");

    Added added = sponsors.add(HERE, MAYA.id(), "Tom", address);

    assertThat(added).isInstanceOf(Added.BadAddress.class);
    assertThat(((Added.BadAddress) added).sentence()).endsWith(".");
    assertThat(sponsors.of(HERE, outreach.id())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u0007Tom"})
  void a_sponsor_needs_a_name(String name) {
    team.starts(MAYA, "Diabetes outreach");

    assertThat(sponsors.add(HERE, MAYA.id(), name, TOM)).isEqualTo(new Added.NameMissing());
    assertThat(sponsors.add(HERE, MAYA.id(), "x".repeat(121), TOM))
        .isEqualTo(new Added.NameMissing());
  }

  @Test
  void an_address_is_there_once_in_an_initiative() {
    team.starts(MAYA, "Diabetes outreach");
    Sponsor tom = tom();

    assertThat(sponsors.add(HERE, MAYA.id(), "Thomas", "tom.becker@EXAMPLE.org"))
        .isEqualTo(new Added.Exists(tom));
    assertThat(sponsors.add(HERE, MAYA.id(), "Thomas", "Tom.Becker@example.org"))
        .isEqualTo(new Added.Exists(tom));

    team.starts(MAYA, "Asthma at school");
    assertThat(tom().id()).isNotEqualTo(tom.id());
  }

  @Test
  void another_workspace_sees_nothing() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    tom();

    assertThat(sponsors.of(ELSEWHERE, outreach.id())).isEmpty();
  }
}
