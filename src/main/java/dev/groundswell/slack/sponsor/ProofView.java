package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.kernel.UserId;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Proof;
import dev.groundswell.sponsor.Proof.State;
import dev.groundswell.sponsor.Proofs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a funder wants to see from a sponsor: on the card, as a reminder, on the Home, in its form.
 */
public final class ProofView {
  static final String ADD = "sponsor.proof-add";
  static final String SIGNED = "sponsor.proof-signed";
  static final String RECEIVED = "sponsor.proof-received";
  static final String CHANGE = "sponsor.proof-change";
  static final String DECLINED = "sponsor.proof-declined";
  static final String NOT_NEEDED = "sponsor.proof-not-needed";

  static final String FORM = "sponsor.proof-form";
  static final String CHANGE_FORM = "sponsor.proof-change-form";
  static final String GRANT = "sponsor.proof-grant";
  static final String STATEMENT = "sponsor.proof-statement";
  static final String SIGNATORY = "sponsor.proof-signatory";
  static final String DUE = "sponsor.proof-when";

  /** The field of the form in which something was wrong. */
  static final Map<Field, String> FIELDS =
      Map.of(
          Field.GRANT, GRANT,
          Field.STATEMENT, STATEMENT,
          Field.SIGNATORY, SIGNATORY,
          Field.WHEN, DUE);

  private static final int LONGEST_DAY = 60;

  /** On a card or the Home there is more beside it. */
  private static final int LISTED = 90;

  private final Words words;

  public ProofView(Words words) {
    this.words = words;
  }

  /** How it stands, with what can be done about it. */
  public List<LayoutBlock> blocks(Proof proof, LocalDate today) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence("proof", shortened(proof), today)));
    if (proof.state().isOpen()) {
      blocks.add(buttons(proof));
    }
    return blocks;
  }

  private static Proof shortened(Proof proof) {
    return new Proof(
        proof.workspace(),
        proof.id(),
        proof.initiative(),
        proof.sponsor(),
        Blocks.cut(proof.forWhat(), LISTED),
        Blocks.cut(proof.statement(), LISTED),
        Blocks.cut(proof.signatory(), LISTED),
        proof.dueOn(),
        proof.state(),
        proof.owner());
  }

  private String sentence(String name, Proof proof, LocalDate today) {
    return words.say(
        "sponsor." + name,
        "grant",
        proof.forWhat(),
        "statement",
        proof.statement(),
        "signatory",
        proof.signatory(),
        "due",
        Days.inFull(proof.dueOn()),
        "late",
        proof.isOverdue(today),
        "state",
        state(proof.state()));
  }

  private static String state(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private LayoutBlock buttons(Proof proof) {
    String id = proof.id().toString();
    ButtonElement next =
        proof.state() == State.ASKED
            ? Blocks.primary(SIGNED, words.plain("sponsor.proof-signed-button"), id)
            : Blocks.primary(RECEIVED, words.plain("sponsor.proof-received-button"), id);
    return Blocks.actions(
        next,
        Blocks.button(CHANGE, words.plain("sponsor.proof-change-button"), id),
        Blocks.button(DECLINED, words.plain("sponsor.proof-declined-button"), id),
        Blocks.button(NOT_NEEDED, words.plain("sponsor.proof-not-needed-button"), id));
  }

  /** To whoever looks after it or has it in their place, in time and again before the day. */
  Message reminder(Proof proof, UserId reader, LocalDate today) {
    String sentence = sentence("proof-reminder", proof, today);
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            buttons(proof),
            Blocks.context(
                words.say(
                    "sponsor.proof-reminder-who",
                    "own",
                    proof.owner().equals(reader),
                    "owner",
                    Mrkdwn.mention(proof.owner())))));
  }

  /** What became of it; what is left to do keeps its buttons. */
  Message moved(Proof proof, LocalDate today) {
    String sentence = sentence("proof-" + state(proof.state()), proof, today);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    if (proof.state().isOpen()) {
      blocks.add(buttons(proof));
    }
    return new Message(sentence, blocks);
  }

  View form(String sponsor) {
    return form(FORM, sponsor, new Proofs.Wanted("", "", "", ""));
  }

  View changeForm(Proof proof) {
    return form(
        CHANGE_FORM,
        proof.id().toString(),
        new Proofs.Wanted(
            proof.forWhat(), proof.statement(), proof.signatory(), Days.inFull(proof.dueOn())));
  }

  private View form(String id, String metadata, Proofs.Wanted before) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("sponsor.proof-title")))
        .submit(Blocks.submit(words.plain("sponsor.save")))
        .close(Blocks.close(words.plain("sponsor.cancel")))
        .blocks(
            List.of(
                field(GRANT, "grant", before.forWhat(), Proof.LONGEST_NAME, false),
                field(STATEMENT, "statement", before.statement(), Proof.LONGEST_STATEMENT, true),
                field(SIGNATORY, "signatory", before.signatory(), Proof.LONGEST_NAME, false),
                field(DUE, "due", before.due(), LONGEST_DAY, false)))
        .build();
  }

  private InputBlock field(String id, String name, String initial, int longest, boolean lines) {
    return Blocks.field(
        id,
        words.plain("sponsor.proof-" + name + "-label"),
        words.plain("sponsor.proof-" + name + "-hint"),
        PlainTextInputElement.builder()
            .maxLength(longest)
            .multiline(lines)
            .initialValue(initial.isEmpty() ? null : initial)
            .build());
  }

  /** Whether a sentence belongs below a field, and below which. */
  static String field(Changed changed) {
    if (changed instanceof Changed.Wrong wrong) {
      return FIELDS.getOrDefault(wrong.field(), GRANT);
    }
    return changed instanceof Changed.PatientDetails details
        ? FIELDS.getOrDefault(details.field(), GRANT)
        : "";
  }
}
