package dev.groundswell.slack.initiative;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Member;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Role;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import java.util.List;

/** The forms for who takes part in an initiative, and who leads it. */
final class MembersView {
  static final String FORM = "initiative.members-form";
  static final String HAND_OVER_FORM = "initiative.hand-over-form";
  static final String FACILITATORS = "initiative.facilitators";
  static final String VIEWERS = "initiative.viewers";
  static final String NEW_LEAD = "initiative.new-lead";

  private final Words words;

  MembersView(Words words) {
    this.words = words;
  }

  View form(List<Member> members, String metadata) {
    return modal(FORM, metadata, "members-title", "members-submit")
        .blocks(
            List.of(
                several(FACILITATORS, "facilitators", with(members, Role.FACILITATOR)),
                several(VIEWERS, "viewers", with(members, Role.VIEWER))))
        .build();
  }

  private static List<String> with(List<Member> members, Role role) {
    return members.stream().filter(it -> it.role() == role).map(it -> it.user().value()).toList();
  }

  private InputBlock several(String id, String name, List<String> initial) {
    InputBlock field =
        input(
            id,
            name,
            MultiUsersSelectElement.builder()
                .actionId(id)
                .initialUsers(initial.isEmpty() ? null : initial)
                .maxSelectedItems(Members.MOST)
                .build());
    field.setOptional(true);
    return field;
  }

  View handOverForm(String metadata) {
    return modal(HAND_OVER_FORM, metadata, "hand-over-title", "hand-over-submit")
        .blocks(
            List.of(
                input(
                    NEW_LEAD, "new-lead", UsersSelectElement.builder().actionId(NEW_LEAD).build())))
        .build();
  }

  private View.ViewBuilder modal(String id, String metadata, String title, String submit) {
    return View.builder()
        .type("modal")
        .callbackId(id)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("initiative." + title)))
        .submit(Blocks.submit(words.plain("initiative." + submit)))
        .close(Blocks.close(words.plain("initiative.form-cancel")));
  }

  private InputBlock input(String id, String name, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("initiative." + name + "-label"), 2000))
        .hint(Blocks.plain(words.plain("initiative." + name + "-hint"), 2000))
        .element(element)
        .build();
  }

  /** To the former lead. */
  Message takenOver(Initiative initiative) {
    return Message.of(
        words.say(
            "initiative.taken-over",
            "name",
            initiative.name(),
            "lead",
            Mrkdwn.mention(initiative.lead())));
  }

  String leadMissing() {
    return words.plain("initiative.new-lead-missing");
  }
}
