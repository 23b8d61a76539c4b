package dev.groundswell.slack.pledge;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.kernel.UserId;
import dev.groundswell.pledge.Pledge;
import dev.groundswell.pledge.Pledge.State;
import dev.groundswell.pledge.Pledges.Listing;
import dev.groundswell.pledge.Pledges.Page;
import dev.groundswell.pledge.Pledges.Which;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Promiser;
import dev.groundswell.pledge.Said;
import dev.groundswell.pledge.Settled;
import dev.groundswell.pledge.Support;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PledgeViewTest {
  private final Words words = Words.load(PromptFiles.packaged());
  private final PledgeView view = new PledgeView(words, Team.GROUPS);
  private final PledgeForms forms = new PledgeForms(words, Team.GROUPS, view);

  private static Pledge pledge(Promiser who, String words, State state) {
    return new Pledge(
        LAKESIDE,
        new UUID(1, 1),
        new UUID(7, 2),
        who,
        "",
        words,
        LocalDate.EPOCH,
        MAYA,
        state,
        hostile(Pledge.LONGEST),
        null);
  }

  private static Pledge longPledge(State state) {
    return pledge(
        new Promiser(null, hostile(Promiser.LONGEST_NAME), 0), hostile(Pledge.LONGEST), state);
  }

  @Test
  void every_outcome_of_noting_one_fits() {
    Pledge shortOne = pledge(new Promiser(null, "", 1), "x", State.PROMISED);
    for (Promised outcome :
        List.of(
            new Promised.Noted(longPledge(State.PROMISED), longest()),
            new Promised.Noted(shortOne, shortest()),
            new Promised.Already(longPledge(State.PROMISED)),
            new Promised.NoInitiative(),
            new Promised.NotAllowed(MAYA),
            new Promised.WhatWillTheyDo(),
            new Promised.TooLong(),
            new Promised.PatientDetails(Promised.Part.WHO, Finding.Kind.BIRTH_DATE))) {
      Shown.fits(view.of(outcome, MAYA));
    }
    for (Promised.Why why : Promised.Why.values()) {
      Shown.fits(view.of(new Promised.Who(why), MAYA));
    }
    for (Promised.Wrong wrong : Promised.Wrong.values()) {
      Shown.fits(view.of(new Promised.When(wrong, LocalDate.EPOCH), MAYA));
    }
    Shown.fits(view.intro());
    Shown.fits(view.noInitiativeYet());
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void every_outcome_of_settling_one_fits(State state) {
    for (Settled outcome :
        List.of(
            new Settled.Done(longPledge(state)),
            new Settled.Already(longPledge(State.KEPT)),
            new Settled.Gone(),
            new Settled.NotYours(MAYA),
            new Settled.EvidenceMissing(),
            new Settled.When(Promised.Wrong.PAST),
            new Settled.PatientDetails(Finding.Kind.CONTACT))) {
      Shown.fits(view.of(outcome));
    }
    Shown.fits(view.reminder(longPledge(state), MAYA));
    assertThat(view.reminder(longPledge(state), MAYA).toString()).contains("you look after");
    assertThat(view.reminder(longPledge(state), new UserId("U0EVE")).toString())
        .contains("<@" + MAYA + "> looks after")
        .doesNotContain("you look after");
  }

  @Test
  void the_forms_fit_with_nothing_and_with_the_most() {
    Said empty = new Said(Optional.empty(), "", "", "", "");
    Shown.fits(forms.pledge(empty, ""));
    Shown.fits(
        forms.pledge(
            new Said(Optional.empty(), hostile(500), "", hostile(5000), hostile(100)),
            hostile(3000)));
    Team.GROUPS
        .all()
        .forEach(
            group ->
                Shown.fits(
                    forms.pledge(
                        new Said(Optional.of(MAYA), "", group.group(), "x", "friday"), "x")));
    Shown.fits(forms.kept("x"));
    Shown.fits(forms.notYet("x"));
    Shown.fits(forms.notice("x"));
  }

  @Test
  void the_list_fits_with_nothing_and_with_hundreds() {
    Shown.fits(view.list(new Listing(shortest(), List.of(), List.of()), LocalDate.EPOCH));
    Shown.fits(
        view.list(
            new Listing(
                longest(),
                Collections.nCopies(40, new Support("coalition members", 99999, 9999, 9999, 9999)),
                Collections.nCopies(300, longPledge(State.PROMISED))),
            LocalDate.MAX));
  }

  @ParameterizedTest
  @EnumSource(Which.class)
  void each_kind_fits_with_nothing_and_with_more_than_a_page(Which which) {
    State state =
        switch (which) {
          case OVERDUE -> State.PROMISED;
          case KEPT -> State.KEPT;
          case RELEASED -> State.RELEASED;
        };
    Shown.fits(
        view.page(new Page(shortest(), which, 0, List.of()), LocalDate.EPOCH, ZoneOffset.UTC));
    Shown.fits(
        view.page(
            new Page(longest(), which, 990, Collections.nCopies(11, longPledge(state))),
            LocalDate.MAX,
            ZoneOffset.UTC));
  }
}
