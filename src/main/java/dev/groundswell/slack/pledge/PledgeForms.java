package dev.groundswell.slack.pledge;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.BuyIn.Form;
import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledge;
import dev.groundswell.pledge.Promiser;
import dev.groundswell.pledge.Said;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forms of pledges: note one, say how one knows that it was kept, or until when it has time.
 */
final class PledgeForms {
  static final String FORM = "pledge.form";
  static final String KEPT_FORM = "pledge.kept-form";
  static final String NOT_YET_FORM = "pledge.not-yet-form";
  static final String WHO = "pledge.who";
  static final String NAME = "pledge.name";
  static final String WORDS = "pledge.words";
  static final String WHEN = "pledge.when";
  static final String GROUP = "pledge.group";
  static final String EVIDENCE = "pledge.evidence";
  private static final int LONGEST_WHEN = 60;

  private final Words words;
  private final Groups groups;
  private final PledgeView view;

  PledgeForms(Words words, Groups groups, PledgeView view) {
    this.words = words;
    this.groups = groups;
    this.view = view;
  }

  /**
   * The form to note one, with what was typed so far.
   *
   * @param remark what is still missing, or empty
   */
  View pledge(Said typed, String remark) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!remark.isEmpty()) {
      blocks.add(Blocks.section(remark));
    }
    Optional<Form> group = groups.named(typed.group());
    group.ifPresent(form -> blocks.add(Blocks.section(ideas(form))));
    boolean patients = typed.group().equals(Groups.PATIENTS);
    if (!patients) {
      blocks.add(
          InputBlock.builder()
              .blockId(WHO)
              .optional(true)
              .label(Blocks.plain(words.plain("pledge.who-label"), 2000))
              .element(
                  UsersSelectElement.builder()
                      .actionId(WHO)
                      .initialUser(typed.account().map(UserId::value).orElse(null))
                      .build())
              .build());
    }
    InputBlock name =
        Blocks.field(
            NAME,
            words.plain(patients ? "pledge.patients-label" : "pledge.name-label"),
            words.plain(patients ? "pledge.patients-hint" : "pledge.name-hint"),
            text(Blocks.cut(typed.name(), Promiser.LONGEST_NAME), Promiser.LONGEST_NAME));
    name.setOptional(!patients);
    blocks.add(name);
    blocks.add(
        Blocks.field(
            WORDS,
            words.plain("pledge.words-label"),
            words.plain("pledge.words-hint"),
            multiline(typed.words())));
    blocks.add(
        Blocks.field(
            WHEN,
            words.plain("pledge.when-label"),
            words.plain("pledge.when-hint"),
            text(Blocks.cut(typed.when(), LONGEST_WHEN), LONGEST_WHEN)));
    if (group.isEmpty()) {
      blocks.add(groupField());
    }
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .privateMetadata(group.map(Form::group).orElse(""))
        .title(Blocks.title(words.plain("pledge.form-title")))
        .submit(Blocks.submit(words.plain("pledge.form-submit")))
        .close(Blocks.close(words.plain("pledge.form-cancel")))
        .blocks(blocks)
        .build();
  }

  private String ideas(Form form) {
    StringBuilder ideas = new StringBuilder();
    ideas.append(words.say("pledge.could-be", "group", form.group()));
    form.pledges()
        .forEach(
            it -> ideas.append('\n').append(words.say("pledge.could-be-line", "text", it.text())));
    ideas.append('\n').append(words.say("pledge.sign", "sign", form.sign()));
    return ideas.toString();
  }

  private InputBlock groupField() {
    List<OptionObject> options =
        groups.all().stream()
            .map(form -> Blocks.option(view.group(form.group()), form.group()))
            .toList();
    return InputBlock.builder()
        .blockId(GROUP)
        .optional(true)
        .label(Blocks.plain(words.plain("pledge.group-label"), 2000))
        .element(StaticSelectElement.builder().actionId(GROUP).options(options).build())
        .build();
  }

  private static PlainTextInputElement text(String initial, int longest) {
    return PlainTextInputElement.builder()
        .maxLength(longest)
        .initialValue(initial.isEmpty() ? null : initial)
        .build();
  }

  private static PlainTextInputElement multiline(String initial) {
    PlainTextInputElement field = text(Blocks.cut(initial, Pledge.LONGEST), Pledge.LONGEST);
    field.setMultiline(true);
    return field;
  }

  /** What stands in the form; a pledge of nobody else is the sender's own. */
  static Said read(Submission form) {
    String name = form.text(NAME).strip();
    Optional<UserId> chosen = form.user(WHO).map(UserId::new);
    boolean patients = form.metadata().equals(Groups.PATIENTS);
    Optional<UserId> account =
        chosen.or(
            () ->
                name.isEmpty() && !patients ? Optional.of(form.caller().user()) : Optional.empty());
    String group = form.metadata().isEmpty() ? form.choice(GROUP).orElse("") : form.metadata();
    return new Said(
        account, account.isPresent() ? "" : name, group, form.text(WORDS), form.text(WHEN));
  }

  View kept(String metadata) {
    return small(
        KEPT_FORM,
        "pledge.kept-title",
        "pledge.kept-submit",
        metadata,
        Blocks.field(
            EVIDENCE,
            words.plain("pledge.evidence-label"),
            words.plain("pledge.evidence-hint"),
            multiline("")));
  }

  View notYet(String metadata) {
    return small(
        NOT_YET_FORM,
        "pledge.not-yet-title",
        "pledge.not-yet-submit",
        metadata,
        Blocks.field(
            WHEN,
            words.plain("pledge.not-yet-label"),
            words.plain("pledge.when-hint"),
            text("", LONGEST_WHEN)));
  }

  private View small(String id, String title, String submit, String metadata, InputBlock field) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain(title)))
        .submit(Blocks.submit(words.plain(submit)))
        .close(Blocks.close(words.plain("pledge.form-cancel")))
        .blocks(List.of(field))
        .build();
  }

  View notice(String mrkdwn) {
    return Blocks.notice(words.plain("pledge.form-title"), words.plain("help.close"), mrkdwn);
  }
}
