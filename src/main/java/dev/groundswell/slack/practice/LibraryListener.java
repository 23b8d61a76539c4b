package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.practice.DeadLinks;
import dev.groundswell.practice.Library;
import dev.groundswell.practice.Library.NewItem;
import dev.groundswell.practice.Meant;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Rendering;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The library of what can be brought along to practices. */
public final class LibraryListener implements Feature, Rendering {
  static final String OPEN = "practice.library";
  static final String ADD = "practice.library-add";
  static final String WITHDRAW = "practice.library-withdraw";
  static final String NEXT = "practice.library-next";
  static final String BEFORE = "practice.library-before";
  static final String MEND = "practice.library-mend";

  private final Library library;
  private final DeadLinks deadLinks;
  private final Words words;
  private final LibraryForms forms;
  private final Refusals refusals;

  public LibraryListener(Library library, DeadLinks deadLinks, Words words) {
    this.library = library;
    this.deadLinks = deadLinks;
    this.words = words;
    this.forms = new LibraryForms(words, new Fields(words));
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        OPEN,
        click -> new Reaction.Say(shelf(click.caller(), click.value())),
        ADD,
        click -> new Reaction.Open(forms.item(click.value())),
        NEXT,
        this::turn,
        BEFORE,
        this::turn,
        MEND,
        this::mendForm,
        WITHDRAW,
        this::withdraw);
  }

  /**
   * @param of the initiative that the button carries
   */
  private Message shelf(Caller caller, String of) {
    return message(
        library.shelf(caller.workspace(), caller.user(), Carried.of(caller, of).meant()), of);
  }

  private Reaction turn(Click click) {
    String[] parts = click.value().split(" ", 2);
    String of = parts.length > 1 ? parts[1] : "";
    Caller caller = click.caller();
    return new Reaction.Replace(
        library
            .shelf(caller.workspace(), caller.user(), Carried.of(caller, of).meant())
            .either(
                items -> forms.library(items, of, Integer.parseInt(parts[0])), refusals::message));
  }

  private Message message(Outcome<List<Item>> outcome, String of) {
    return outcome.either(items -> forms.library(items, of), refusals::message);
  }

  private Reaction withdraw(Click click) {
    Caller caller = click.caller();
    String[] parts = click.value().split(" ", 2);
    String of = parts.length > 1 ? parts[1] : RegisterForms.NEW;
    return new Reaction.Replace(
        message(
            library.withdraw(
                caller.workspace(),
                caller.user(),
                Carried.of(caller, of).meant(),
                UUID.fromString(parts[0])),
            of));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(LibraryForms.ITEM_FORM, this::add, LibraryForms.LINK_FORM, this::mend);
  }

  private Reaction mendForm(Click click) {
    Caller caller = click.caller();
    String[] parts = click.value().split(" ", 2);
    UUID item = UUID.fromString(parts[0]);
    return library
        .find(
            caller.workspace(),
            caller.user(),
            Carried.of(caller, parts.length > 1 ? parts[1] : "").meant(),
            item)
        .<Reaction>map(
            it -> new Reaction.Open(forms.mend(it, new Opened(item, click.responseUrl()))))
        .orElseGet(() -> new Reaction.Say(Message.of(words.say("practice.refused-gone"))));
  }

  private Ending mend(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    return library
        .mend(
            caller.workspace(),
            caller.user(),
            Meant.in(caller.channel()),
            from.subject(),
            Fields.text(form, Field.LINK),
            form.isTicked(LibraryForms.WORKS))
        .either(items -> new Ending.Close(from.reply(forms.mended())), refusals::ending);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DeadLinks.DEAD);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Outgoing.Item item) {
    return deadLinks
        .dead(workspace, item.subject())
        .<Rendered>map(it -> new Rendered.Wanted(forms.dead(it)))
        .orElseGet(() -> new Rendered.NotWanted(words.plain("practice.not-wanted-mended")));
  }

  private Ending add(Submission form) {
    Caller caller = form.caller();
    NewItem wanted =
        new NewItem(
            form.choice(LibraryForms.ITEM_KIND).map(ItemKind::valueOf).orElse(ItemKind.HELLO),
            Fields.text(form, Field.TITLE),
            Fields.text(form, Field.TOPIC),
            Fields.text(form, Field.REGION),
            Fields.text(form, Field.LINK),
            Fields.day(form, Field.DAY).orElse(null),
            Fields.text(form, Field.NEIGHBOUR),
            form.isTicked(LibraryForms.AGREED));
    return library
        .add(caller.workspace(), caller.user(), Carried.of(caller, form.metadata()).meant(), wanted)
        .either(
            items ->
                new Ending.Show(notice(forms.library(items, form.metadata())), Optional.empty()),
            refusals::ending);
  }

  private View notice(Message message) {
    View notice =
        Blocks.notice(
            words.plain("practice.library-title"), words.plain("practice.close"), message.text());
    notice.setBlocks(message.blocks());
    return notice;
  }
}
