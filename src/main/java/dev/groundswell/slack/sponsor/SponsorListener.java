package dev.groundswell.slack.sponsor;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Sponsors;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /buyin sponsor}: who backs the work. */
public final class SponsorListener implements Feature {
  /** Slack turns a typed address into a link: {@code <mailto:a@b.org|a@b.org>}. */
  private static final Pattern LINK = Pattern.compile("<mailto:([^|>]+)(?:\\|[^>]*)?>");

  private static final Pattern NAME_AND_ADDRESS =
      Pattern.compile(
          "^(?<name>.*?)[\\s,;<(]*(?<address>[^\\s<>(),;]+@[^\\s<>(),;]*)[>)]?$", Pattern.DOTALL);

  private final Sponsors sponsors;
  private final Profiles profiles;
  private final Initiatives initiatives;
  private final SponsorView view;
  private final CardView cardView;
  private final Clock clock;

  public SponsorListener(
      Sponsors sponsors,
      Profiles profiles,
      Initiatives initiatives,
      SponsorView view,
      CardView cardView,
      Clock clock) {
    this.sponsors = sponsors;
    this.profiles = profiles;
    this.initiatives = initiatives;
    this.view = view;
    this.cardView = cardView;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("sponsor", this::sponsor));
  }

  private Verb.Answer sponsor(Verb.Asked asked) {
    Caller caller = asked.caller();
    if (asked.words().isEmpty()) {
      return Verb.say(
          initiatives
              .current(caller.workspace(), caller.user(), caller.channel())
              .map(it -> list(caller, it))
              .orElseGet(view::noInitiativeYet));
    }
    Optional<Message> known = known(caller, asked.words());
    if (known.isPresent()) {
      return Verb.say(known.get());
    }
    String typed = SlackText.plain(LINK.matcher(asked.words()).replaceAll("$1"));
    Matcher parts = NAME_AND_ADDRESS.matcher(typed.strip());
    Added added =
        parts.matches()
            ? add(caller, parts.group("name"), parts.group("address"))
            : add(caller, typed, "");
    return Verb.say(view.of(added));
  }

  /** The card of the one sponsor who is meant by a name without an address; else empty. */
  private Optional<Message> known(Caller caller, String typed) {
    String name = OneLine.of(SlackText.plain(typed)).toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.contains("@")) {
      return Optional.empty();
    }
    List<Sponsor> meant =
        initiatives
            .current(caller.workspace(), caller.user(), caller.channel())
            .flatMap(it -> sponsors.of(caller.workspace(), caller.user(), it.id()))
            .orElse(List.of())
            .stream()
            .filter(it -> (it.name().toLowerCase(Locale.ROOT) + " ").startsWith(name + " "))
            .toList();
    LocalDate today = LocalDate.now(clock.withZone(caller.person().zone()));
    return meant.size() == 1
        ? profiles
            .card(caller.workspace(), caller.user(), meant.get(0).id())
            .map(it -> cardView.card(it, caller.user(), today))
        : Optional.empty();
  }

  private Message list(Caller caller, Initiative initiative) {
    return sponsors
        .listed(caller.workspace(), caller.user(), initiative.id())
        .map(it -> view.list(initiative, it))
        .orElseGet(() -> view.notForYou(initiative));
  }

  private Added add(Caller caller, String name, String address) {
    return sponsors.add(caller.workspace(), caller.user(), caller.channel(), name, address);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(SponsorView.ADD, click -> new Reaction.Open(view.form()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(SponsorView.FORM, this::added);
  }

  private Ending added(Submission form) {
    Added added = add(form.caller(), form.text(SponsorView.NAME), form.text(SponsorView.ADDRESS));
    if (added instanceof Added.NameMissing || added instanceof Added.PatientDetails) {
      return new Ending.Errors(Map.of(SponsorView.NAME, view.plain(added)));
    } else if (added instanceof Added.BadAddress || added instanceof Added.Exists) {
      return new Ending.Errors(Map.of(SponsorView.ADDRESS, view.plain(added)));
    }
    return new Ending.Show(view.notice(added), Optional.empty());
  }
}
