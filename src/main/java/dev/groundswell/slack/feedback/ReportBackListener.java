package dev.groundswell.slack.feedback;

import com.slack.api.model.view.View;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Silence;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.Occasion.To;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.feedback.ReportBackView.Why;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The reminder to report back, and what its owner does about it. */
public final class ReportBackListener implements Feature, Rendering {
  private final ReportBacks reportBacks;
  private final Initiatives initiatives;
  private final ReportBackView view;
  private final TellingView tellings;
  private final TellForms forms;
  private final Words words;
  private final Clock clock;

  public ReportBackListener(
      ReportBacks reportBacks,
      Initiatives initiatives,
      ReportBackView view,
      Words words,
      Clock clock) {
    this.reportBacks = reportBacks;
    this.initiatives = initiatives;
    this.view = view;
    this.tellings = new TellingView(words, view);
    this.forms = new TellForms(words);
    this.words = words;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        ReportBacks.REPORT_BACK,
        Answers.ANSWERED,
        Answers.WROTE_PATIENT,
        Answers.STOPPED,
        Deliveries.CAME_BACK,
        Deliveries.BOUNCED);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Optional<Telling.Ready> found = reportBacks.asItStands(workspace, item.subject());
    if (found.isEmpty() || found.get().input().isWithdrawn()) {
      return new Rendered.NotWanted("the input was withdrawn");
    }
    Telling.Ready ready = found.get();
    ReportBack reportBack = ready.input().reportBack();
    Optional<Silence> silence =
        initiatives.silence(workspace, ready.initiative().id(), ready.input().owner());
    if (silence.isPresent()) {
      return new Rendered.NotWanted(silence.get().why());
    } else if (item.kind().equals(Answers.WROTE_PATIENT)) {
      return new Rendered.Wanted(view.wrotePatient(ready.input()));
    } else if (item.kind().equals(Answers.STOPPED)) {
      return ready.input().contributor().hasOptedOut()
          ? new Rendered.Wanted(view.stopped(ready.input()))
          : new Rendered.NotWanted("the contributor wants to hear again");
    } else if (item.kind().equals(Deliveries.BOUNCED)) {
      return reportBack.why() == ReportBack.Unreachable.BOUNCED
          ? new Rendered.Wanted(view.bounced(ready))
          : new Rendered.NotWanted("the contributor was reached since");
    } else if (!reportBack.waits()) {
      return new Rendered.NotWanted("the contributor has heard");
    } else if (reportBack.sending().isUnderWay()) {
      return new Rendered.NotWanted("a message to the contributor is on its way");
    }
    return new Rendered.Wanted(
        item.kind().equals(ReportBacks.REPORT_BACK)
            ? view.reminder(ready, why(workspace, item, ready))
            : view.ready(ready));
  }

  private Why why(WorkspaceId workspace, Item item, Telling.Ready ready) {
    boolean leads =
        Occasion.read(item.occasion()).filter(it -> it.to() != To.RECIPIENT).isPresent();
    UserId owner = ready.input().owner();
    UserId recordedBy = reportBacks.recordedBy(workspace, item.subject()).orElse(owner);
    return leads
        ? new Why.Leads()
        : recordedBy.equals(owner) ? new Why.Logged() : new Why.TookOver(recordedBy);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    // Whoever gets it may have left since it was put down for them.
    return reportBacks
        .asItStands(workspace, item.subject())
        .flatMap(it -> initiatives.silence(workspace, it.initiative().id(), new UserId(recipient)))
        .<Rendered>map(it -> new Rendered.NotWanted(it.why()))
        .orElseGet(() -> render(workspace, item));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        ReportBackView.SEND, this::send,
        ReportBackView.OPEN, this::open,
        ReportBackView.CALLED, click -> byHand(click, How.CALL),
        ReportBackView.WROTE, click -> byHand(click, How.LETTER),
        ReportBackView.OTHER, this::openByHand,
        ReportBackView.LOST, this::openLost,
        ReportBackView.WEIGHING, this::weighing,
        ReportBackView.WEIGHING_TOLD, this::weighingByHand);
  }

  private Reaction send(Click click) {
    String[] value = click.value().split(" ", 2);
    Caller caller = click.caller();
    Telling telling =
        reportBacks.send(
            caller.person(),
            caller.workspace(),
            UUID.fromString(value[0]),
            value.length > 1 ? value[1] : "",
            null);
    return shown(telling);
  }

  private Reaction shown(Telling telling) {
    return telling instanceof Telling.NotYours || telling instanceof Telling.Paused
        ? new Reaction.Say(tellings.of(telling))
        : new Reaction.Replace(tellings.of(telling));
  }

  private Telling prepared(Click click) {
    Caller caller = click.caller();
    return reportBacks.prepare(caller.person(), caller.workspace(), UUID.fromString(click.value()));
  }

  private static String metadata(Click click, Telling.Ready ready) {
    return click.value() + " " + ready.stamp() + " " + click.responseUrl();
  }

  private LocalDate today(Caller caller) {
    return LocalDate.ofInstant(clock.instant(), caller.person().zone());
  }

  private Reaction open(Click click) {
    Telling telling = prepared(click);
    if (!(telling instanceof Telling.Ready ready)) {
      return shown(telling);
    } else if (!ready.input().isDecided()) {
      return new Reaction.Say(tellings.of(new Telling.Undecided(ready.input())));
    }
    String metadata = metadata(click, ready);
    return new Reaction.Open(
        ready.way().isSent()
            ? forms.tell(ready, metadata)
            : forms.byHand(ready, today(click.caller()), metadata));
  }

  private Reaction openByHand(Click click) {
    Telling telling = prepared(click);
    if (!(telling instanceof Telling.Ready ready)) {
      return shown(telling);
    }
    return ready.input().isDecided()
        ? new Reaction.Open(forms.byHand(ready, today(click.caller()), metadata(click, ready)))
        : new Reaction.Say(tellings.of(new Telling.Undecided(ready.input())));
  }

  private Reaction openLost(Click click) {
    Telling telling = prepared(click);
    return telling instanceof Telling.Ready ready
        ? new Reaction.Open(forms.lost(metadata(click, ready)))
        : shown(telling);
  }

  private Reaction byHand(Click click, How how) {
    Caller caller = click.caller();
    return shown(
        reportBacks.byHand(
            caller.person(), caller.workspace(), UUID.fromString(click.value()), how, null));
  }

  private Reaction weighing(Click click) {
    Caller caller = click.caller();
    return shown(
        reportBacks.weighing(caller.person(), caller.workspace(), UUID.fromString(click.value())));
  }

  private Reaction weighingByHand(Click click) {
    Caller caller = click.caller();
    return shown(
        reportBacks.weighingByHand(
            caller.person(), caller.workspace(), UUID.fromString(click.value())));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        TellForms.TELL_FORM, this::tell,
        TellForms.HAND_FORM, this::noteByHand,
        TellForms.LOST_FORM, this::noteLost);
  }

  private Ending tell(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Telling telling =
        reportBacks.send(
            caller.person(),
            caller.workspace(),
            from.input(),
            from.stamp(),
            form.text(TellForms.TEXT));
    if (telling instanceof Telling.NoText
        || telling instanceof Telling.TextTooLong
        || telling instanceof Telling.PatientDetails) {
      return new Ending.Errors(Map.of(TellForms.TEXT, complaint(telling)));
    } else if (telling instanceof Telling.Changed changed) {
      // What was typed is not lost: the form stays, and the next press sends it as it is now.
      View again = forms.tell(changed.now(), from.with(changed.now().stamp()));
      return new Ending.Show(
          TypedAgain.in(
              again,
              TellForms.TEXT,
              form.text(TellForms.TEXT),
              words.say("report-back.changed-form")),
          Optional.empty());
    }
    return ended(from, telling);
  }

  private String complaint(Telling telling) {
    return telling instanceof Telling.PatientDetails details
        ? dev.groundswell.slack.PatientDetailsView.plain(words, details.kind())
        : tellings.sentence(telling);
  }

  private Ending noteByHand(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Telling telling =
        reportBacks.byHand(
            caller.person(),
            caller.workspace(),
            from.input(),
            form.choice(TellForms.HOW).map(How::valueOf).orElse(How.IN_PERSON),
            form.date(TellForms.ON).orElse(null));
    return telling instanceof Telling.BadDay
        ? new Ending.Errors(Map.of(TellForms.ON, tellings.sentence(telling)))
        : ended(from, telling);
  }

  private Ending noteLost(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Optional<Unreachable> why = form.choice(TellForms.WHY).map(Unreachable::valueOf);
    if (why.isEmpty()) {
      return new Ending.Errors(Map.of(TellForms.WHY, words.plain("report-back.lost-label")));
    }
    return ended(
        from, reportBacks.notReached(caller.person(), caller.workspace(), from.input(), why.get()));
  }

  /** The form closes and the message it came from says what became of it; else the form says it. */
  private Ending ended(Opened from, Telling telling) {
    Message message = tellings.of(telling);
    return from.responseUrl().isEmpty()
        ? new Ending.Show(
            Blocks.notice(
                words.plain("report-back.send-title"), words.plain("help.close"), message.text()),
            Optional.empty())
        : new Ending.Close(Optional.of(new Reply(from.responseUrl(), message)));
  }

  /** What a form was opened from. */
  private record Opened(UUID input, String stamp, String responseUrl) {
    static Opened of(String metadata) {
      String[] parts = metadata.split(" ", 3);
      return new Opened(
          UUID.fromString(parts[0]),
          parts.length > 1 ? parts[1] : "",
          parts.length > 2 ? parts[2] : "");
    }

    String with(String newStamp) {
      return input + " " + newStamp + " " + responseUrl;
    }
  }
}
