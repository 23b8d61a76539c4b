package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Silence;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.NextSteps;
import dev.groundswell.slack.Rendering;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Proof;
import dev.groundswell.sponsor.Proof.State;
import dev.groundswell.sponsor.Proofs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The statements that funders want from a sponsor: asked for, signed, received. */
public final class ProofListener implements Feature, Rendering, NextSteps {
  private static final String SETTLED = "the proof is here, or is not needed any more";

  private final Proofs proofs;
  private final Profiles profiles;
  private final Initiatives initiatives;
  private final ProofView view;
  private final CardView cardView;
  private final Words words;
  private final Clock clock;

  public ProofListener(
      Proofs proofs, Profiles profiles, Initiatives initiatives, Words words, Clock clock) {
    this.proofs = proofs;
    this.profiles = profiles;
    this.initiatives = initiatives;
    this.view = new ProofView(words);
    this.cardView = new CardView(words);
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<List<LayoutBlock>> nextSteps(Caller caller, int most) {
    LocalDate today = LocalDate.now(clock.withZone(caller.person().zone()));
    return proofs.dueSoon(caller.person(), caller.workspace(), most).stream()
        .map(it -> view.blocks(it, today))
        .toList();
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        ProofView.ADD, this::add,
        ProofView.CHANGE, this::change,
        ProofView.SIGNED, click -> move(click, State.SIGNED),
        ProofView.RECEIVED, click -> move(click, State.RECEIVED),
        ProofView.DECLINED, click -> move(click, State.DECLINED),
        ProofView.NOT_NEEDED, click -> move(click, State.NOT_NEEDED));
  }

  private Reaction add(Click click) {
    Caller caller = click.caller();
    UUID sponsor = UUID.fromString(click.value());
    return profiles.card(caller.workspace(), caller.user(), sponsor).isPresent()
        ? new Reaction.Open(view.form(click.value()))
        : new Reaction.Replace(cardView.of(new Changed.Gone()));
  }

  private Optional<Proof> proof(Caller caller, String id) {
    return proofs.find(caller.workspace(), caller.user(), UUID.fromString(id));
  }

  private Reaction change(Click click) {
    return proof(click.caller(), click.value())
        .filter(it -> it.state().isOpen())
        .<Reaction>map(it -> new Reaction.Open(view.changeForm(it)))
        .orElseGet(() -> new Reaction.Replace(cardView.of(new Changed.Gone())));
  }

  private Reaction move(Click click, State to) {
    Caller caller = click.caller();
    Changed changed =
        proofs.move(caller.person(), caller.workspace(), UUID.fromString(click.value()), to);
    if (!(changed instanceof Changed.Done)) {
      Message said = cardView.of(changed);
      return changed instanceof Changed.NotAllowed
          ? new Reaction.Say(said)
          : new Reaction.Replace(said);
    }
    LocalDate today = LocalDate.now(clock.withZone(caller.person().zone()));
    return new Reaction.Replace(
        proof(caller, click.value())
            .map(it -> view.moved(it, today))
            .orElseGet(() -> cardView.of(changed)));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(ProofView.FORM, this::asked, ProofView.CHANGE_FORM, this::changed);
  }

  private Ending asked(Submission form) {
    Caller caller = form.caller();
    return ended(
        proofs.ask(
            caller.person(),
            caller.workspace(),
            UUID.fromString(form.metadata()),
            wanted(form),
            form.requestKey()));
  }

  private Ending changed(Submission form) {
    Caller caller = form.caller();
    return ended(
        proofs.change(
            caller.person(), caller.workspace(), UUID.fromString(form.metadata()), wanted(form)));
  }

  private static Proofs.Wanted wanted(Submission form) {
    return new Proofs.Wanted(
        form.text(ProofView.GRANT),
        form.text(ProofView.STATEMENT),
        form.text(ProofView.SIGNATORY),
        form.text(ProofView.DUE));
  }

  private Ending ended(Changed changed) {
    String sentence =
        changed instanceof Changed.Done
            ? words.say("sponsor.proof-noted")
            : cardView.sentence(changed);
    String field = ProofView.field(changed);
    return field.isEmpty()
        ? new Ending.Show(
            Blocks.notice(words.plain("sponsor.proof-title"), words.plain("help.close"), sentence),
            Optional.empty())
        : new Ending.Errors(Map.of(field, sentence));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Proofs.DUE);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return proofs
        .find(workspace, item.subject())
        .map(it -> render(workspace, item, it.owner().value()))
        .orElseGet(() -> new Rendered.NotWanted(SETTLED));
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    UserId reader = new UserId(recipient);
    Optional<Proof> proof =
        proofs.find(workspace, item.subject()).filter(it -> it.state().isOpen());
    if (proof.isEmpty()) {
      return new Rendered.NotWanted(SETTLED);
    }
    Optional<Silence> silence = initiatives.silence(workspace, proof.get().initiative(), reader);
    if (silence.isPresent()) {
      return new Rendered.NotWanted(silence.get().why());
    }
    return proofs
        .find(workspace, reader, item.subject())
        .<Rendered>map(it -> new Rendered.Wanted(view.reminder(it, reader, today(it, reader))))
        .orElseGet(() -> new Rendered.NotWanted("the recipient may not see the sponsor"));
  }

  private LocalDate today(Proof proof, UserId reader) {
    return LocalDate.ofInstant(
        clock.instant(),
        initiatives
            .standing(proof.workspace(), reader, proof.initiative())
            .initiative()
            .map(it -> it.zone())
            .orElse(ZoneOffset.UTC));
  }
}
