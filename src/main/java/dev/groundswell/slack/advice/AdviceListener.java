package dev.groundswell.slack.advice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.groundswell.advice.Advice;
import dev.groundswell.advice.AdviceQuery;
import dev.groundswell.advice.Advised;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.AudienceWords.Empty;
import dev.groundswell.knowledge.AudienceWords.Reading;
import dev.groundswell.knowledge.AudienceWords.Recognised;
import dev.groundswell.knowledge.AudienceWords.Unknown;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.advice.AdviceView.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /buyin tips} and {@code /buyin ask}. */
public final class AdviceListener implements Feature {
  private static final int MOST_OFTEN = 1000;

  private final Advice advice;
  private final TipLibrary library;
  private final AudienceWords audienceWords;
  private final AdviceView view;
  private final Pickers pickers;
  private final Words words;
  private final Whereabouts whereabouts;

  /** The answers that everybody gets who has not voted yet, as they were put together once. */
  private final Cache<String, Message> often =
      Caffeine.newBuilder().maximumSize(MOST_OFTEN).build();

  public AdviceListener(
      Advice advice,
      TipLibrary library,
      AudienceWords audienceWords,
      AdviceView view,
      Words words,
      Whereabouts whereabouts) {
    this.advice = advice;
    this.library = library;
    this.audienceWords = audienceWords;
    this.view = view;
    this.words = words;
    this.whereabouts = whereabouts;
    this.pickers = new Pickers(words, library);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.general("tips", this::tips), Verb.general("ask", this::ask));
  }

  @Override
  public Optional<BiFunction<Caller, String, Message>> conversation() {
    return Optional.of(this::answerTo);
  }

  private Verb.Answer tips(Verb.Asked asked) {
    String typed = SlackText.plain(asked.words());
    Optional<Finding> patient = PatientGuard.check(typed);
    Optional<Message> there =
        patient.isPresent() ? Optional.empty() : atPractice(asked.caller(), typed);
    if (there.isPresent()) {
      return Verb.say(there.get());
    }
    Reading reading = audienceWords.read(typed);
    if (reading instanceof Recognised known) {
      AdviceQuery query =
          new AdviceQuery(known.audiences(), known.stageOrNull(), known.situationOrNull(), 0, "");
      return Verb.say(
          answer(asked.caller(), query, patient.isPresent() ? List.of() : known.leftover()));
    } else if (reading instanceof Unknown unknown) {
      return Verb.say(
          patient
              .map(it -> PatientDetailsView.message(words, it.kind()))
              .orElseGet(() -> view.unknown(unknown)));
    } else if (reading instanceof Empty) {
      return Verb.say(view.empty());
    }
    throw new AssertionError(reading);
  }

  /** The tips for where a practice stands that was named behind the audience. */
  private Optional<Message> atPractice(Caller caller, String typed) {
    Reading all = audienceWords.read(typed);
    List<String> unknown = all instanceof Recognised known ? known.leftover() : List.of();
    for (NamedPractice named : NamedPractice.in(typed, unknown)) {
      Optional<Whereabouts.Found> there = whereabouts.of(caller, named.name());
      if (there.isPresent()) {
        Reading before = audienceWords.read(named.before());
        AdviceQuery query =
            before instanceof Recognised known
                ? new AdviceQuery(
                    known.audiences(),
                    known.stage().orElse(there.get().stage()),
                    known.situationOrNull(),
                    0,
                    "")
                : new AdviceQuery(List.of(), there.get().stage(), null, 0, "");
        return Optional.of(view.at(there.get().remark(), answer(caller, query, List.of())));
      }
    }
    return Optional.empty();
  }

  private Verb.Answer ask(Verb.Asked asked) {
    return Verb.say(answerTo(asked.caller(), asked.words()));
  }

  /** The answer to a question in somebody's own words, wherever it was asked. */
  public Message answerTo(Caller caller, String typed) {
    String question = SlackText.plain(typed).strip().replaceAll("\\s+", " ");
    if (question.isEmpty()) {
      return view.of(AdviceQuery.asked(""), new Advised.NoQuestion(), List.of(), reader(caller));
    }
    if (PatientGuard.check(question).isPresent()) {
      // Advice needs no patient; the question goes no further than this, not even into a button.
      return view.withoutEcho(
          advice.answer(caller.workspace(), AdviceQuery.asked(question)), reader(caller));
    }
    return answer(caller, AdviceQuery.asked(question), List.of());
  }

  private Message answer(Caller caller, AdviceQuery query, List<String> leftover) {
    Reader reader = reader(caller);
    boolean alikeForMany =
        !query.isQuestion()
            && leftover.isEmpty()
            && reader.tallies().isEmpty()
            && reader.mine().isNothing();
    if (!alikeForMany) {
      return view.of(query, advice.answer(caller.workspace(), query), leftover, reader);
    }
    String key = query.toText() + reader.channel();
    return often.get(
        key, it -> view.of(query, advice.answer(caller.workspace(), query), leftover, reader));
  }

  private Reader reader(Caller caller) {
    return new Reader(
        advice.mine(caller.workspace(), caller.user()),
        advice.tallies(caller.workspace()),
        caller.channelName());
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        AdviceView.MORE, click -> again(click, AdviceQuery.of(click.value(), library)),
        Pickers.AUDIENCE, click -> picked(click, Pickers.AUDIENCE),
        Pickers.STAGE, click -> picked(click, Pickers.STAGE),
        TipCard.HELPED, click -> vote(click, true),
        TipCard.DID_NOT, click -> vote(click, false),
        TipCard.KEEP, this::keep,
        TipCard.SHARE, this::share);
  }

  private Reaction again(Click click, AdviceQuery query) {
    return new Reaction.Answer(
        query.isOpen() ? view.empty() : answer(click.caller(), query, List.of()));
  }

  private Reaction picked(Click click, String menu) {
    return again(click, pickers.picked(click.blockId(), menu, click.value()));
  }

  private Reaction vote(Click click, boolean helped) {
    On on = On.of(click.value(), library);
    advice.vote(click.caller().workspace(), click.caller().user(), on.tip(), helped);
    return again(click, on.query());
  }

  private Reaction keep(Click click) {
    On on = On.of(click.value(), library);
    advice.keepOrLetGo(click.caller().workspace(), click.caller().user(), on.tip());
    return again(click, on.query());
  }

  private Reaction share(Click click) {
    On on = On.of(click.value(), library);
    Optional<Tip> tip = library.byId(on.tip());
    return tip.isPresent()
        ? new Reaction.Share(view.shared(tip.get(), Mrkdwn.mention(click.caller().user())))
        : again(click, on.query());
  }

  /** What a button below a tip carries: the tip, and the query that showed it. */
  private record On(String tip, AdviceQuery query) {
    static On of(String value, TipLibrary library) {
      int space = value.indexOf(' ');
      return new On(value.substring(0, space), AdviceQuery.of(value.substring(space + 1), library));
    }
  }
}
