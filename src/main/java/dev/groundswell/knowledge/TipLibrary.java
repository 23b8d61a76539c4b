package dev.groundswell.knowledge;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that Groundswell knows about winning buy-in: the tips and the words they are sorted by, read
 * once from {@code prompts/tips/} and never changed. Safe for several threads.
 */
public final class TipLibrary {
  private static final String FOLDER = "tips";
  private static final Set<String> NOT_TIPS =
      Set.of(Vocabulary.FILE, Sources.FILE, DefinitionsReader.FILE, ReadinessReader.FILE);

  /** Each audience at each stage on each occasion is under ten thousand; pairs come on top. */
  private static final int MOST_CHOICES = 10_000;

  /** Choosing takes milliseconds and always ends alike, so what was chosen once is kept. */
  private final Map<String, TipChoice> choices = new ConcurrentHashMap<>();

  private final Vocabulary vocabulary;
  private final Sources sources;
  private final Map<String, Tip> tips;
  private final BuyIn buyIn;
  private final ReadinessModel readiness;
  private final StagesOfChange stagesOfChange;
  private final LowTouch lowTouch;

  private TipLibrary(PromptFiles files) {
    Problems problems = new Problems();
    vocabulary = Vocabulary.read(files, problems);
    sources = Sources.read(files, problems);
    TipReader reader = new TipReader(vocabulary, sources);
    for (String name : files.list(FOLDER)) {
      if (name.endsWith(".yaml") && !NOT_TIPS.contains(name)) {
        reader.read(files, name, problems);
      }
    }
    tips = reader.checked(files, problems);
    buyIn = new DefinitionsReader(vocabulary, sources).read(files, problems);
    YamlNode root =
        YamlFile.read(files, ReadinessReader.FILE, problems)
            .only("readiness_model", "stages_of_change", "low_touch_strategies");
    ReadinessReader readinessReader = new ReadinessReader(reader, sources);
    readiness = readinessReader.model(root.get("readiness_model"));
    stagesOfChange = readinessReader.stages(root.get("stages_of_change"));
    lowTouch = readinessReader.lowTouch(root.get("low_touch_strategies"));
    problems.throwIfAny();
  }

  /**
   * Reads every file of {@code tips/} and checks them against each other.
   *
   * @throws dev.groundswell.prompt.BrokenFile which lists up to twenty problems, each with file and
   *     line
   */
  public static TipLibrary load(PromptFiles files) {
    return new TipLibrary(files);
  }

  /** All tips, in the order of the files and of the tips in them. */
  public List<Tip> tips() {
    return List.copyOf(tips.values());
  }

  /** The tip with exactly this id. */
  public Optional<Tip> byId(String id) {
    return Optional.ofNullable(tips.get(id));
  }

  /** The tips that a tip calls closely related, in its order. */
  public List<Tip> related(Tip tip) {
    return tip.related().stream().map(tips::get).filter(Objects::nonNull).toList();
  }

  /**
   * The tips that name this audience, in the order of the library; those for everyone are not among
   * them.
   */
  public List<Tip> about(Audience audience) {
    return tips.values().stream().filter(tip -> tip.serves(audience)).toList();
  }

  /** All audiences, {@code everyone} first, in the order of the vocabulary. */
  public List<Audience> audiences() {
    return List.copyOf(vocabulary.audiences().values());
  }

  /** The audience with exactly this id; for what people type see {@link AudienceWords}. */
  public Optional<Audience> audience(String id) {
    return Optional.ofNullable(vocabulary.audiences().get(id));
  }

  /** All situations, in the order of the vocabulary. */
  public List<Situation> situations() {
    return List.copyOf(vocabulary.situations().values());
  }

  /** The situation with exactly this id. */
  public Optional<Situation> situation(String id) {
    return Optional.ofNullable(vocabulary.situations().get(id));
  }

  /** How a stage is called and explained. */
  public StageWording wording(Stage stage) {
    return Objects.requireNonNull(vocabulary.stages().get(stage));
  }

  /** The documents that the tips rest on. */
  public List<SourceDocument> documents() {
    return List.copyOf(sources.documents().values());
  }

  /** What buy-in is and the promises by which it is recognised. */
  public BuyIn buyIn() {
    return buyIn;
  }

  public ReadinessModel readiness() {
    return readiness;
  }

  public StagesOfChange stagesOfChange() {
    return stagesOfChange;
  }

  public LowTouch lowTouch() {
    return lowTouch;
  }

  /**
   * The tips for one or several audiences, best first; see {@link TipChoice}.
   *
   * @param audiences at least one, or none to choose among all tips
   * @param stage the stage they should fit, or null if it doesn't matter
   * @param situation the occasion, or null if it doesn't matter
   */
  public TipChoice forAudience(
      Collection<Audience> audiences, @Nullable Stage stage, @Nullable Situation situation) {
    String key =
        audiences.stream().map(Audience::id).collect(Collectors.joining(","))
            + "|"
            + (stage == null ? "" : stage.id())
            + "|"
            + (situation == null ? "" : situation.id());
    TipChoice known = choices.get(key);
    if (known != null) {
      return known;
    }
    TipChoice choice = TipChoice.among(tips(), List.copyOf(audiences), stage, situation);
    if (choices.size() < MOST_CHOICES) {
      choices.put(key, choice);
    }
    return choice;
  }

  Collection<Term> terms() {
    return vocabulary.terms();
  }
}
