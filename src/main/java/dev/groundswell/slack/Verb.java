package dev.groundswell.slack;

import com.slack.api.model.view.View;
import java.util.function.Function;

/** A word after {@code /buyin}, and what it does. */
public interface Verb {

  /** The word itself; its help stands in prompts/messages/help.yaml under the same name. */
  String name();

  Answer answer(Asked asked);

  /** Whether the answer is about one initiative, which is then named beneath it. */
  default boolean isAboutAnInitiative() {
    return true;
  }

  /**
   * What was asked.
   *
   * @param words what stands behind the verb, as Slack sent it: escaped, with {@code <@U…|name>}
   *     for people
   * @param requestKey the same for a request that is repeated, and for no other
   */
  record Asked(Caller caller, String words, String requestKey) {}

  /** What a person gets to see at once. */
  sealed interface Answer {
    /** A message that only they can see. */
    record Say(Message message) implements Answer {}

    /** A form. */
    record Open(View modal) implements Answer {}
  }

  /** A verb of this name that is answered so. */
  static Verb named(String name, Function<Asked, Answer> answer) {
    return new Verb() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Answer answer(Asked asked) {
        return answer.apply(asked);
      }
    };
  }

  /** A verb that has nothing to do with any initiative. */
  static Verb general(String name, Function<Asked, Answer> answer) {
    return new Verb() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean isAboutAnInitiative() {
        return false;
      }

      @Override
      public Answer answer(Asked asked) {
        return answer.apply(asked);
      }
    };
  }

  static Answer say(String mrkdwn) {
    return new Answer.Say(Message.of(mrkdwn));
  }

  static Answer say(Message message) {
    return new Answer.Say(message);
  }
}
