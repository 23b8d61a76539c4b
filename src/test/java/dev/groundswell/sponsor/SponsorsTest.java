package dev.groundswell.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Movement;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class SponsorsTest {
  private static final String TOM = "tom.becker@example.org";

  private final Team team;
  private final Sponsors sponsors;
  private final RecordingSender mail = RecordingSender.mail();

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
    return confirmed(added);
  }

  private Sponsor confirmed(Added added) {
    Sponsor sponsor = ((Added.Done) added).sponsor();
    team.confirms(sponsor);
    return sponsor;
  }

  private List<Outgoing> digests() {
    return mail.sent().stream()
        .filter(it -> it.items().get(0).kind().equals(Sponsors.DIGEST))
        .toList();
  }

  /** The digests that were mailed, in the order in which they went out. */
  private List<Digest> mailed() {
    team.dispatcher(mail).dispatchDue();
    return digests().stream()
        .map(it -> sponsors.compose(it.workspace(), it.items().get(0).subject()).orElseThrow())
        .toList();
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
    assertThat(sponsors.sendDigest(HERE, MAYA.id())).isEqualTo(new Sent.NoInitiative());
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

    team.starts(MAYA, "Asthma at school");
    assertThat(tom().id()).isNotEqualTo(tom.id());
  }

  @Test
  void the_digest_says_what_really_happened_and_goes_to_each_sponsor() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    Sponsor tom = tom();
    Input early = team.records(ANN, Team.from(PRIYA), "The calls come too early");
    team.decides(ANN, early, Outcome.ADOPTED);
    team.tells(ANN, early);
    team.records(ANN, Team.from("Ben"), "Evening hours, please");

    assertThat(sponsors.sendDigest(HERE, MAYA.id()))
        .isEqualTo(new Sent.OnItsWay(outreach, List.of(tom), List.of(), List.of(), List.of()));

    assertThat(mailed())
        .singleElement()
        .satisfies(
            digest -> {
              assertThat(digest.sponsor()).isEqualTo(tom);
              assertThat(digest.initiative()).isEqualTo(outreach);
              assertThat(digest.by()).isEqualTo(MAYA);
              assertThat(digest.from()).isEqualTo(Instant.EPOCH);
              assertThat(digest.movement()).isEqualTo(new Movement(2, 1, 0, 0, 1, 1));
            });
    assertThat(digests()).extracting(Outgoing::recipient).containsExactly(tom.id().toString());
  }

  @Test
  void each_digest_begins_where_the_last_one_ended() {
    team.starts(MAYA, "Diabetes outreach");
    tom();
    team.records(ANN, Team.from(PRIYA), "one");
    sponsors.sendDigest(HERE, MAYA.id());
    Instant first = team.clock.instant();
    team.clock.advance(Duration.ofDays(7));
    team.records(ANN, Team.from(PRIYA), "two");
    team.records(ANN, Team.from(PRIYA), "three");

    sponsors.sendDigest(HERE, MAYA.id());

    List<Digest> digests = mailed();
    assertThat(digests).extracting(it -> it.movement().putIn()).containsExactly(1, 2);
    assertThat(digests.get(1).from()).isEqualTo(first);
  }

  @Test
  void what_happens_after_a_digest_was_asked_for_waits_for_the_next_one() {
    team.starts(MAYA, "Diabetes outreach");
    tom();
    team.records(ANN, Team.from(PRIYA), "one");
    sponsors.sendDigest(HERE, MAYA.id());
    team.clock.advance(Duration.ofMinutes(1));
    team.records(ANN, Team.from(PRIYA), "two");

    assertThat(mailed()).singleElement().extracting(it -> it.movement().putIn()).isEqualTo(1);
  }

  @Test
  void where_nothing_is_new_nothing_goes_out() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    Sponsor tom = tom();
    team.records(ANN, Team.from(PRIYA), "one");
    sponsors.sendDigest(HERE, MAYA.id());
    team.clock.advance(Duration.ofDays(7));
    Added added = sponsors.add(HERE, MAYA.id(), "Sue", "sue@example.org");
    Sponsor sue = confirmed(added);

    assertThat(sponsors.sendDigest(HERE, MAYA.id()))
        .isEqualTo(new Sent.OnItsWay(outreach, List.of(sue), List.of(tom), List.of(), List.of()));
    assertThat(mailed()).extracting(Digest::sponsor).containsExactly(tom, sue);
  }

  @Test
  void only_the_lead_sends_it_and_only_to_somebody() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");

    assertThat(sponsors.sendDigest(HERE, ANN.id())).isEqualTo(new Sent.NotLead(MAYA.id()));
    assertThat(sponsors.sendDigest(HERE, MAYA.id())).isEqualTo(new Sent.NoSponsor(outreach));
    assertThat(team.rows("outbox")).isZero();
  }

  @Test
  void without_a_mail_server_nothing_is_promised() {
    try (Team poor = Team.withoutMail(Engine.H2)) {
      poor.starts(MAYA, "Diabetes outreach");
      poor.sponsors.add(HERE, MAYA.id(), "Tom", TOM);
      poor.records(ANN, Team.from(PRIYA), "one");

      assertThat(poor.sponsors.sendDigest(HERE, MAYA.id())).isEqualTo(new Sent.NoMail());
      assertThat(poor.rows("outbox")).isZero();
      assertThat(poor.rows("digest")).isZero();
    }
  }

  @Test
  void nobody_is_asked_about_while_a_transaction_is_open() {
    team.starts(MAYA, "Diabetes outreach");
    tom();
    team.records(ANN, Team.from(PRIYA), "one");
    sponsors.sendDigest(HERE, MAYA.id());
    team.clock.advance(Duration.ofDays(2)); // Maya has to be looked up again

    assertThat(mailed()).hasSize(1);
    assertThat(team.directory.askedWithinTransaction()).isFalse();
  }

  @Test
  void another_workspace_sees_nothing() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    tom();
    team.records(ANN, Team.from(PRIYA), "one");
    sponsors.sendDigest(HERE, MAYA.id());
    UUID digest = onlyDigest();

    assertThat(sponsors.of(ELSEWHERE, outreach.id())).isEmpty();
    assertThat(sponsors.compose(ELSEWHERE, digest)).isEmpty();
    assertThat(sponsors.compose(HERE, digest)).isPresent();
    assertThat(sponsors.compose(HERE, team.ids.next())).isEmpty();
  }

  private UUID onlyDigest() {
    mailed();
    return digests().get(0).items().get(0).subject();
  }
}
