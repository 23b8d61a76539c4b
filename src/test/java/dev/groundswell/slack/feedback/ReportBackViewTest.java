package dev.groundswell.slack.feedback;

import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longInput;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortInput;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.feedback.Answered;
import dev.groundswell.feedback.ByGroup;
import dev.groundswell.feedback.ByGroup.Figures;
import dev.groundswell.feedback.ByGroup.Group;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.HeardBack;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.InputList;
import dev.groundswell.feedback.InputList.Tab;
import dev.groundswell.feedback.InputPage;
import dev.groundswell.feedback.Letter;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.feedback.Way;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.feedback.ReportBackView.Why;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportBackViewTest {
  private static final ZonedDateTime MORNING =
      ZonedDateTime.of(2026, 11, 3, 9, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  private final Words words = Words.load(PromptFiles.packaged());
  private final ReportBackView view = new ReportBackView(words);
  private final TellForms forms = new TellForms(words);
  private final AnswerView answers = new AnswerView(words);
  private final InputListView lists = new InputListView(words);

  private static Telling.Ready ready(Input input, Way way) {
    String text = hostile(ReportBacks.LONGEST_TEXT);
    return new Telling.Ready(input, longest(), way, input.isDecided() ? text : "", true);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void the_reminder_fits_whichever_way_it_is_told(Way way) {
    for (Outcome outcome : Outcome.values()) {
      Telling.Ready ready = ready(longInput(outcome), way);
      Shown.fits(view.ready(ready));
      Shown.fits(new TellingView(words, view).of(new Telling.Changed(ready)));
      Shown.fits(forms.tell(ready, "x ".repeat(300)));
      Shown.fits(forms.byHand(ready, LocalDate.EPOCH, "x ".repeat(300)));
    }
    Shown.fits(view.ready(ready(shortInput(), way)));
    Shown.fits(view.bounced(ready(shortInput(), way)));
    Shown.fits(view.stopped(longInput(Outcome.ADOPTED)));
  }

  @Test
  void after_a_bounce_the_message_has_the_buttons_to_note_how_they_heard() {
    Telling.Ready ready = ready(longInput(Outcome.ADOPTED), Way.MAIL);

    Shown.fits(view.bounced(ready));
    assertThat(view.bounced(ready).blocks().toString())
        .contains(ReportBackView.CALLED, ReportBackView.WROTE, ReportBackView.OTHER, "edit ");
  }

  @Test
  void a_reminder_says_who_gets_it_why_and_how_to_end_it() {
    Telling.Ready ready = ready(longInput(Outcome.ADOPTED), Way.BY_HAND);
    for (Why why :
        List.of(new Why.Logged(), new Why.TookOver(new UserId("U0ANN")), new Why.Leads())) {
      Shown.fits(view.reminder(ready, why));
      assertThat(view.reminder(ready, why).blocks().toString())
          .contains("You get this because", "*Stop* ends it");
    }
    assertThat(view.reminder(ready, new Why.TookOver(new UserId("U0ANN"))).blocks().toString())
        .contains("<@U0ANN> logged it");
  }

  @Test
  void who_tells_by_hand_that_it_is_being_weighed_notes_it_and_has_nothing_sent() {
    String byHand = view.ready(ready(shortInput(), Way.BY_HAND)).blocks().toString();
    String sent = view.ready(ready(shortInput(), Way.MAIL)).blocks().toString();

    assertThat(byHand).contains("actionId=" + ReportBackView.WEIGHING_TOLD + ",");
    assertThat(sent)
        .contains("actionId=" + ReportBackView.WEIGHING + ",")
        .doesNotContain(ReportBackView.WEIGHING_TOLD);
  }

  @Test
  void whoever_sends_at_night_reads_when_it_goes() {
    Telling later = new Telling.OnItsWay(ready(shortInput(), Way.DM), MORNING);

    assertThat(new TellingView(words, view).of(later).text())
        .contains("*Tuesday 3 November at 09:00*, by their clock (Berlin)");
  }

  @Test
  void nobody_waits_for_what_they_noted_as_their_own() {
    Telling.Ready own = ready(longInput(Outcome.ADOPTED), Way.SELF);

    assertThat(view.reminder(own, new Why.Logged()).text())
        .contains("as your own")
        .doesNotContain("waiting");
    assertThat(view.reminder(own, new Why.Leads()).text()).doesNotContain("your own");
  }

  @Test
  void every_end_of_telling_fits() {
    Input input = longInput(Outcome.ADOPTED);
    Telling.Ready ready = ready(input, Way.NOTICE);
    for (Telling telling :
        List.of(
            new Telling.OnItsWay(ready, null),
            new Telling.OnItsWay(ready(input, Way.DM), null),
            new Telling.OnItsWay(ready(input, Way.DM), MORNING),
            new Telling.WeighingOnItsWay(input, null),
            new Telling.WeighingOnItsWay(input, MORNING),
            new Telling.WeighingByHand(input),
            new Telling.ByHand(input),
            new Telling.NotReached(input, Unreachable.BOUNCED),
            new Telling.Already(input),
            new Telling.UnderWay(input),
            new Telling.Undecided(input),
            new Telling.WeighingAlready(input),
            new Telling.WeighingTooEarly(input),
            new Telling.OptedOut(input),
            new Telling.Withdrawn(),
            new Telling.Archived(),
            new Telling.Paused(longest(), LocalDate.EPOCH),
            new Telling.NoText(),
            new Telling.TextTooLong(9),
            new Telling.PatientDetails(Finding.Kind.BIRTH_DATE),
            new Telling.BadDay(LocalDate.EPOCH),
            new Telling.NotYours(MAYA, MAYA),
            new Telling.Gone())) {
      Shown.fits(new TellingView(words, view).of(telling));
    }
    Shown.fits(forms.lost("x"));
  }

  @Test
  void what_a_contributor_gets_fits_and_calls_nobody() {
    Letter.Wanted letter =
        new Letter.Wanted(
            longInput(Outcome.PARTLY), longest(), MAYA, hostile(ReportBacks.LONGEST_TEXT), 3);
    Shown.fits(answers.told(letter));
    Shown.fits(answers.weighing(letter));
    Shown.fits(answers.notice(letter));
    List<LayoutBlock> texts =
        answers.told(letter).blocks().stream().filter(it -> !(it instanceof ActionsBlock)).toList();
    assertThat(texts.toString())
        .doesNotContain("<!channel>", "<javascript:", "…")
        .contains("&lt;!channel&gt;");
    for (Answer answer : Answer.values()) {
      Shown.fits(answers.form(answer, "x"));
    }
  }

  @Test
  void every_end_of_an_answer_fits() {
    Input input = longInput(Outcome.ADOPTED);
    for (Answered answered :
        List.of(
            new Answered.Thanks(input),
            new Answered.ThanksAgain(input),
            new Answered.Kept(input, Answer.QUESTION),
            new Answered.Kept(input, Answer.NOT_WHAT_I_SAID),
            new Answered.KeptBefore(input),
            new Answered.Stopped(input, longest()),
            new Answered.Outdated(MAYA),
            new Answered.NoWords(),
            new Answered.PatientDetails(Finding.Kind.BIRTH_DATE),
            new Answered.NotForYou(),
            new Answered.Gone())) {
      Shown.fits(answers.of(answered));
      Shown.fits(answers.notice(answered));
    }
  }

  private static InputPage page(InputList list, List<Input> inputs, int each) {
    Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
    for (Tab tab : Tab.values()) {
      counts.put(tab, each);
    }
    List<Group> groups =
        IntStream.range(0, 40)
            .mapToObj(n -> new Group("a group of people " + n, new Figures(n, n, n / 2)))
            .toList();
    Initiative initiative = each == 0 ? shortest() : longest();
    return new InputPage(
        initiative,
        list,
        inputs,
        counts,
        each == 0 ? HeardBack.NOBODY : new HeardBack(9, 9, 9, 9, 0, 9, 9, 9, 9, 9),
        ByGroup.of(each == 0 ? List.of() : groups),
        List.of(),
        LocalDate.EPOCH.plusDays(3),
        Standing.of(MAYA, initiative, Role.LEAD));
  }

  @ParameterizedTest
  @EnumSource(Tab.class)
  void the_list_fits_with_nobody_and_with_a_full_page(Tab tab) {
    InputList list = InputList.FIRST.tab(tab);
    Shown.fits(lists.of(page(list, List.of(), 0), ZoneOffset.UTC));
    Shown.fits(lists.of(page(list, List.of(), 9999), ZoneOffset.UTC));
    List<Input> full = Collections.nCopies(InputList.PAGE, longInput(Outcome.DECLINED));
    Shown.fits(lists.of(page(list.page(3), full, 9999), ZoneOffset.UTC));
  }

  @Test
  void in_the_list_and_on_the_home_an_input_has_its_menu_for_those_who_may_change_it() {
    Input input = longInput(Outcome.DECLINED);

    for (List<LayoutBlock> own :
        List.of(
            new InputLines(words).line(input, LocalDate.EPOCH, ZoneOffset.UTC, true),
            new InputLines(words).todo(input, LocalDate.EPOCH, ZoneOffset.UTC))) {
      assertThat(own.toString())
          .contains(InputView.MORE, ReportBackView.OPEN)
          .contains("edit " + input.id(), "merge " + input.id(), "withdraw " + input.id());
    }
    assertThat(new InputLines(words).line(input, LocalDate.EPOCH, ZoneOffset.UTC, false).toString())
        .doesNotContain(InputView.MORE);
  }
}
