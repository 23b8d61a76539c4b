package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.practice.Ideas;
import dev.groundswell.practice.KickOff;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Wins;
import dev.groundswell.practice.Wins.Win;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.practice.IdeaForms.About;
import dev.groundswell.slack.practice.IdeaForms.Choice;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Ideas for an early win are picked, work or don't, and make room for the next one. */
public final class IdeaListener implements Feature {
  static final String IDEAS = "practice.ideas";
  static final String IDEA = "practice.idea-menu";

  private final Practices practices;
  private final KickOffs kickOffs;
  private final Ideas ideas;
  private final Wins wins;
  private final Words words;
  private final IdeaForms forms;
  private final Refusals refusals;

  public IdeaListener(Practices practices, KickOffs kickOffs, Ideas ideas, Wins wins, Words words) {
    this.practices = practices;
    this.kickOffs = kickOffs;
    this.ideas = ideas;
    this.wins = wins;
    this.words = words;
    this.forms = new IdeaForms(words);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(IDEAS, this::list, IDEA, this::choose);
  }

  private Reaction list(Click click) {
    UUID engagement = UUID.fromString(click.value());
    return new Reaction.Push(
        known(click.caller(), engagement)
            .either(it -> forms.list("", engagement, it), this::refused));
  }

  private Outcome<KickOff> known(Caller caller, UUID engagement) {
    return kickOffs.find(caller.user(), caller.workspace(), engagement);
  }

  private View refused(Refusal refusal) {
    return Blocks.notice(
        words.plain("help.title"), words.plain("practice.close"), refusals.message(refusal).text());
  }

  private Reaction choose(Click click) {
    String[] parts = click.value().split(" ", 2);
    Caller caller = click.caller();
    About about = new About(UUID.fromString(click.metadata()), UUID.fromString(parts[1]));
    return new Reaction.Update(
        switch (Choice.valueOf(parts[0])) {
          case PICK ->
              ideas
                  .pick(caller.user(), caller.workspace(), about.engagement(), about.idea())
                  .either(it -> forms.list("", about.engagement(), it), this::refused);
          case REMOVE ->
              ideas
                  .remove(caller.user(), caller.workspace(), about.engagement(), about.idea())
                  .either(it -> forms.list("", about.engagement(), it), this::refused);
          case WORKED -> form(caller, about, it -> forms.worked(about, it, today(caller, about)));
          case LEARNED -> form(caller, about, it -> forms.learned(about, it));
        });
  }

  /** The form for an idea; the list anew where it is gone meanwhile. */
  private View form(Caller caller, About about, Function<KickOff.Idea, View> form) {
    return known(caller, about.engagement())
        .either(
            it ->
                it.idea(about.idea())
                    .map(form)
                    .orElseGet(() -> forms.list("", about.engagement(), it)),
            this::refused);
  }

  private LocalDate today(Caller caller, About about) {
    return practices
        .card(caller.workspace(), caller.user(), about.engagement())
        .either(card -> card.today(), refusal -> LocalDate.MAX);
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(IdeaForms.WORKED_FORM, this::worked, IdeaForms.LEARNED_FORM, this::learned);
  }

  private Ending worked(Submission form) {
    About about = About.of(form);
    Caller caller = form.caller();
    Win win =
        new Win(
            Fields.day(form, Field.DAY).orElseGet(() -> today(caller, about)),
            Fields.text(form, Field.TITLE),
            Fields.text(form, Field.NOTE));
    return wins.worked(caller.user(), caller.workspace(), about.engagement(), about.idea(), win)
        .either(
            totals ->
                after(
                    words.say("practice.win-totals", "wins", totals.wins()),
                    about,
                    known(caller, about.engagement())),
            refusals::ending);
  }

  private Ending learned(Submission form) {
    About about = About.of(form);
    Caller caller = form.caller();
    return after(
        words.say("practice.learned-noted"),
        about,
        ideas.didNotWork(
            caller.user(),
            caller.workspace(),
            about.engagement(),
            about.idea(),
            Fields.text(form, Field.NOTE)));
  }

  private Ending after(String sentence, About about, Outcome<KickOff> outcome) {
    return outcome.either(
        it -> new Ending.Show(forms.after(sentence, about.engagement(), it), Optional.empty()),
        refusals::ending);
  }
}
