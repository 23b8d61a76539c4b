package dev.groundswell.slack.sponsor;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Shown;
import dev.groundswell.sponsor.Approved;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.DigestLetters.NotAgain;
import dev.groundswell.sponsor.Line;
import dev.groundswell.sponsor.Notice;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Papers.Paper;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Profiles.Card;
import dev.groundswell.sponsor.Proof;
import dev.groundswell.sponsor.Rhythm;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.SponsorDeed;
import dev.groundswell.sponsor.Subscription;
import dev.groundswell.sponsor.Topic;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The card of a sponsor, and the digest before it goes out, with the least and the most in them.
 */
class CardViewTest {
  private static final Opened FROM =
      new Opened(new UUID(7, 9), "https://hooks.slack.com/" + "x".repeat(500));
  private static final ZoneId ZONE = ZoneId.of("America/Argentina/ComodRivadavia");
  private final CardView view = new CardView(Team.WORDS);
  private final CardForms forms = new CardForms(Team.WORDS);
  private final DigestView digests = new DigestView(Team.WORDS);
  private final Sponsor sponsor =
      new Sponsor(
          LAKESIDE,
          new UUID(1, 1),
          new UUID(7, 2),
          hostile(Sponsor.LONGEST_NAME),
          new MailAddress("a".repeat(64) + "@" + "b".repeat(60) + ".example.org"),
          MAYA);

  private static Profile profile(@Nullable LocalDate left, boolean most) {
    return new Profile(
        most ? hostile(Profile.LONGEST_TITLE) : "",
        most ? hostile(Profile.LONGEST_WORDS) : "",
        most ? hostile(Profile.LONGEST_REACH) : "",
        Rhythm.QUARTERLY,
        DayOfWeek.WEDNESDAY,
        LocalTime.of(7, 30),
        ZONE,
        Profile.WhenStill.SKIP,
        most,
        999,
        most ? LocalDate.EPOCH : null,
        left,
        LocalDate.EPOCH);
  }

  private static Objective objective(Objective.Kind kind, int year) {
    return new Objective(
        new UUID(2, 2), kind, hostile(Objective.LONGEST), year, EnumSet.allOf(Topic.class));
  }

  private Blockage ask() {
    return new Blockage(
        LAKESIDE,
        new UUID(3, 3),
        new UUID(7, 2),
        sponsor.id(),
        hostile(Blockage.LONGEST),
        LocalDate.EPOCH,
        hostile(Blockage.LONGEST),
        LocalDate.EPOCH,
        Blockage.State.OPEN,
        MAYA,
        Instant.EPOCH);
  }

  private Card fullest() {
    List<Objective> objectives = new ArrayList<>();
    objectives.addAll(Collections.nCopies(6, objective(Objective.Kind.STRATEGIC, 1971)));
    objectives.addAll(Collections.nCopies(6, objective(Objective.Kind.PERSONAL, 1969)));
    SponsorDeed deed =
        new SponsorDeed(
            new UUID(4, 4),
            SponsorDeed.Kind.ADVISED,
            hostile(SponsorDeed.LONGEST),
            LocalDate.EPOCH);
    return new Card(
        sponsor,
        profile(null, true),
        objectives,
        Collections.nCopies(5, deed),
        ask(),
        new Subscription(Subscription.State.ASKED, 3, Instant.EPOCH, 0),
        true,
        Collections.nCopies(Proof.MOST + 1, proof(Proof.State.SIGNED)),
        Instant.EPOCH);
  }

  private Proof proof(Proof.State state) {
    return new Proof(
        LAKESIDE,
        new UUID(6, 6),
        new UUID(7, 2),
        sponsor.id(),
        hostile(Proof.LONGEST_NAME),
        hostile(Proof.LONGEST_STATEMENT),
        hostile(Proof.LONGEST_NAME),
        LocalDate.EPOCH,
        state,
        MAYA);
  }

  @Test
  void a_proof_of_backing_fits_wherever_it_stands() {
    ProofView proofs = new ProofView(Team.WORDS);
    for (Proof.State state : Proof.State.values()) {
      for (LocalDate today : List.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1))) {
        if (state != Proof.State.ASKED) {
          Shown.fits(proofs.moved(proof(state), today));
        }
        Shown.fits(new Message("x", proofs.blocks(proof(state), today)));
        Shown.fits(proofs.reminder(proof(state), MAYA, today));
      }
      Shown.fits(proofs.changeForm(proof(state)));
    }
    Shown.fits(proofs.form(sponsor.id().toString()));
  }

  @Test
  void a_card_fits_with_nothing_and_with_everything() {
    Shown.fits(
        view.card(fullest(), MAYA, LocalDate.EPOCH)
            .below(view.sentence(new Changed.Done(sponsor))));
    Shown.fits(
        view.card(
            new Card(
                sponsor,
                profile(LocalDate.EPOCH, false),
                List.of(),
                List.of(),
                null,
                new Subscription(Subscription.State.NEW, 0, null, 0),
                false,
                List.of(),
                Instant.EPOCH),
            MAYA,
            LocalDate.EPOCH));
    Shown.fits(view.followUp(ask(), MAYA));
    Shown.fits(view.left(sponsor));
  }

  @ParameterizedTest
  @EnumSource(Subscription.State.class)
  void a_card_says_whether_the_digest_reaches_them(Subscription.State state) {
    Subscription subscription = new Subscription(state, 1, Instant.EPOCH, 0);
    Card card =
        new Card(
            sponsor,
            profile(null, false),
            List.of(),
            List.of(),
            null,
            subscription,
            false,
            List.of(),
            Instant.EPOCH);
    Message message = view.card(card, MAYA, LocalDate.EPOCH);

    Shown.fits(message);
    assertThat(message.toString()).containsAnyOf("digest", "address takes no mail");
    assertThat(message.toString()).doesNotContain("Ask again");
    assertThat(view.card(fullest(), MAYA, LocalDate.EPOCH).toString()).contains("Ask again");
  }

  @Test
  void that_they_left_is_asked_back_before_it_is_noted() {
    assertThat(view.card(fullest(), MAYA, LocalDate.EPOCH).toString())
        .contains("Are they a sponsor no more?");
  }

  @Test
  void the_forms_fit() {
    Shown.fits(forms.profile(fullest(), FROM));
    Shown.fits(forms.objective(FROM));
    Shown.fits(forms.note(FROM));
    Shown.fits(forms.ask(FROM));
    Shown.fits(forms.win());
    Shown.fits(forms.count());
    Shown.fits(forms.address(fullest(), FROM));
  }

  @Test
  void every_outcome_of_a_change_fits() {
    for (Changed changed :
        List.of(
            new Changed.Done(sponsor),
            new Changed.Gone(),
            new Changed.NotAllowed(MAYA),
            new Changed.PatientDetails(Changed.Field.WORDS, Finding.Kind.CONTACT),
            new Changed.OneOpen(ask()),
            new Changed.Stopped(sponsor))) {
      Shown.fits(view.of(changed));
      Shown.fits(Message.of(view.sentence(new Signs.Noted.Refused(changed))));
    }
    for (Changed.Why why : Changed.Why.values()) {
      Shown.fits(view.of(new Changed.Wrong(Changed.Field.WORDS, why)));
    }
    Shown.fits(Message.of(view.sentence(new Signs.Noted.Done(longest()))));
    Shown.fits(Message.of(view.sentence(new Signs.Noted.NoInitiative())));
  }

  private Digest digest(Digest.State state, boolean most, Initiative initiative) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; most && i < Line.MOST; i++) {
      lines.add(
          new Line(
              i,
              Topic.WIN,
              hostile(Line.LONGEST),
              hostile(300),
              objective(Objective.Kind.STRATEGIC, 1971),
              true));
    }
    return new Digest(
        new UUID(5, 5),
        sponsor,
        profile(null, true),
        initiative,
        Instant.EPOCH,
        Instant.EPOCH,
        new Person(MAYA, "Maya", ZONE, true),
        state,
        lines,
        most ? ask() : null,
        Instant.EPOCH);
  }

  @Test
  void each_quarter_their_owner_is_asked_whether_it_still_fits_and_to_invite_them() {
    Digest digest = digest(Digest.State.DRAFT, false, shortest());
    Notice quarterly = new Notice(sponsor, false, 0, true, List.of(), false, null, digest, false);

    assertThat(digests.notice(quarterly, "Outreach", Instant.EPOCH).toString())
        .contains("A quarter has gone by", "meet the people who do the work", "are asked first");
  }

  @Test
  void a_digest_fits_in_each_state() {
    for (Digest.State state : Digest.State.values()) {
      for (boolean most : new boolean[] {true, false}) {
        Digest digest = digest(state, most, most ? longest() : shortest());
        Shown.fits(digests.preview(digest, Instant.EPOCH));
        Shown.fits(digests.preview(digest, Instant.EPOCH.plusSeconds(1)));
        Shown.fits(
            digests.notice(
                new Notice(
                    sponsor,
                    true,
                    most ? 99_999 : 0,
                    most,
                    Collections.nCopies(most ? 12 : 0, objective(Objective.Kind.PERSONAL, 1969)),
                    most,
                    most ? ask() : null,
                    digest,
                    !most),
                hostile(60),
                Instant.EPOCH));
        for (boolean skip : new boolean[] {true, false}) {
          Shown.fits(digests.of(new Approved.Done(digest), skip, Instant.EPOCH));
          Shown.fits(digests.of(new Approved.Before(digest), skip, Instant.EPOCH));
        }
      }
    }
    Shown.fits(digests.editForm(digest(Digest.State.DRAFT, true, longest()), "x"));
    Shown.fits(digests.testForm(digest(Digest.State.DRAFT, true, longest()), "x"));
    Shown.fits(digests.choose(longest(), Collections.nCopies(300, sponsor)));
    Shown.fits(digests.gone());
    Shown.fits(digests.left(sponsor));
    for (boolean asked : new boolean[] {true, false}) {
      Shown.fits(
          digests.notAgain(
              new NotAgain(digest(Digest.State.GIVEN_UP, true, longest()), "it is over", asked)));
    }
    Shown.fits(digests.tested(sponsor));
  }

  @Test
  void every_refusal_to_send_one_fits() {
    for (Approved approved :
        List.of(
            new Approved.Gone(),
            new Approved.HadOne(sponsor),
            new Approved.Overtaken(sponsor),
            new Approved.NotAllowed(MAYA),
            new Approved.NoMail(true),
            new Approved.NoMail(false),
            new Approved.NotConfirmed(sponsor, true),
            new Approved.NotConfirmed(sponsor, false))) {
      Shown.fits(digests.of(approved, false, Instant.EPOCH));
    }
  }

  @Test
  void board_papers_fit() {
    SponsorDeed deed =
        new SponsorDeed(
            new UUID(4, 4), SponsorDeed.Kind.DID, hostile(SponsorDeed.LONGEST), LocalDate.EPOCH);
    Line line = digest(Digest.State.DRAFT, true, longest()).lines().get(0);
    Shown.fits(
        digests.paper(
            new Paper(
                sponsor, profile(null, true), hostile(60), Collections.nCopies(2, deed), line)));
    Shown.fits(digests.paper(new Paper(sponsor, profile(null, false), "X", List.of(), null)));
    Shown.fits(digests.paper(new Paper(sponsor, profile(null, false), "X", List.of(deed), null)));
  }

  @Test
  void a_personal_objective_never_leaves_the_card() {
    Line line = new Line(0, Topic.WIN, "x", "y", objective(Objective.Kind.PERSONAL, 1971), false);
    org.assertj.core.api.Assertions.assertThat(line.servesWhat()).isEmpty();
  }
}
