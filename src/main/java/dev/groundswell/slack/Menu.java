package dev.groundswell.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.prompt.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code /buyin}: finds the verb, or helps to find it. */
final class Menu implements Feature {
  private static final int CLOSE_ENOUGH = 2;
  private static final int LONGEST_ECHO = 40;
  private static final int MOST_BLOCKS = 50;
  private static final int MOST_BLOCKS_OF_A_FORM = 100;

  private final Words words;
  private final Function<Caller, Optional<Footing>> footing;
  private final Map<String, Verb> verbs = new LinkedHashMap<>();

  Menu(Words words, List<Verb> verbs) {
    this(words, verbs, caller -> Optional.empty());
  }

  /**
   * @param footing what stands beneath an answer that is about an initiative
   */
  Menu(Words words, List<Verb> verbs, Function<Caller, Optional<Footing>> footing) {
    this.words = words;
    this.footing = footing;
    for (Verb verb : verbs) {
      if (this.verbs.put(verb.name(), verb) != null) {
        throw new IllegalStateException("registered twice: /buyin " + verb.name());
      }
    }
  }

  Set<String> names() {
    return Set.copyOf(verbs.keySet());
  }

  /**
   * The verb in what was typed, for figures: one of those known, or {@code menu}, {@code help},
   * {@code unknown}; never a word of the person's own.
   */
  static String verbIn(@Nullable String typed, Set<String> known) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return "menu";
    }
    String first = text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return first.equals("help") || known.contains(first) ? first : "unknown";
  }

  Verb.Answer answer(Caller caller, String typed, String requestKey) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return Verb.say(overview());
    }
    String[] parts = text.split("\\s+", 2);
    String first = parts[0].toLowerCase(Locale.ROOT);
    String rest = parts.length > 1 ? parts[1] : "";
    if (first.equals("help")) {
      return help(rest.strip().toLowerCase(Locale.ROOT));
    }
    Verb verb = verbs.get(first);
    return verb == null
        ? PatientGuard.check(SlackText.plain(text))
            .map(it -> Verb.say(PatientDetailsView.message(words, it.kind())))
            .orElseGet(() -> unknown(parts[0]))
        : grounded(verb, caller, verb.answer(new Verb.Asked(caller, rest.strip(), requestKey)));
  }

  /** The answer, with the initiative that it is about where that does not go without saying. */
  private Verb.Answer grounded(Verb verb, Caller caller, Verb.Answer answer) {
    if (!verb.isAboutAnInitiative()) {
      return answer;
    }
    Optional<Footing> about = footing.apply(caller);
    if (about.isEmpty()) {
      return answer;
    }
    if (answer instanceof Verb.Answer.Say say) {
      return new Verb.Answer.Say(say.message().with(about.get().beneathMessage(), MOST_BLOCKS));
    } else if (answer instanceof Verb.Answer.Open open) {
      List<LayoutBlock> blocks = new ArrayList<>(open.modal().getBlocks());
      if (blocks.size() < MOST_BLOCKS_OF_A_FORM) {
        blocks.add(0, about.get().inForm());
      }
      open.modal().setBlocks(blocks);
      return open;
    }
    throw new AssertionError(answer);
  }

  private Verb.Answer help(String name) {
    if (name.isEmpty()) {
      return Verb.say(overview());
    }
    String clean = name.replaceFirst("^/?buyin\\s+", "");
    return verbs.containsKey(clean)
        ? Verb.say(words.say("help." + clean + "-in-full"))
        : PatientGuard.check(SlackText.plain(clean))
            .map(it -> Verb.say(PatientDetailsView.message(words, it.kind())))
            .orElseGet(() -> unknown(clean));
  }

  private Verb.Answer unknown(String typed) {
    String echo = Blocks.cut(SlackText.plain(typed), LONGEST_ECHO);
    return nearest(typed.toLowerCase(Locale.ROOT))
        .map(
            near ->
                Verb.say(
                    words.say("help.did-you-mean", "typed", echo, "near", near)
                        + "\n\n"
                        + words.say("help." + near + "-in-full")))
        .orElseGet(
            () -> {
              List<LayoutBlock> blocks = new ArrayList<>();
              String sentence = words.say("help.unknown", "typed", echo);
              blocks.add(Blocks.section(sentence));
              blocks.addAll(overview().blocks());
              return Verb.say(new Message(sentence, blocks));
            });
  }

  private Optional<String> nearest(String typed) {
    LevenshteinDistance distance = new LevenshteinDistance(CLOSE_ENOUGH);
    return verbs.keySet().stream()
        .filter(name -> typed.length() < LONGEST_ECHO && distance.apply(typed, name) >= 0)
        .min(java.util.Comparator.comparingInt(name -> distance.apply(typed, name)));
  }

  private String lines(Collection<String> names) {
    return names.stream().map(it -> words.say("help." + it)).collect(Collectors.joining("\n"));
  }

  /** The verbs by topic, in the order of the words; those in no topic come last. */
  private Message overview() {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(words.say("help.welcome")));
    Set<String> left = new LinkedHashSet<>(verbs.keySet());
    for (String topic : words.plain("help.topics").split("[,\\s]+")) {
      List<String> here =
          Stream.of(words.plain("help.topic-" + topic + "-verbs").split("[,\\s]+"))
              .filter(left::remove)
              .toList();
      if (!here.isEmpty()) {
        blocks.add(Blocks.section(words.say("help.topic-" + topic) + "\n" + lines(here)));
      }
    }
    if (!left.isEmpty()) {
      blocks.add(Blocks.section(lines(left)));
    }
    blocks.add(Blocks.context(words.say("help.hint")));
    return new Message(words.say("help.welcome"), blocks);
  }
}
