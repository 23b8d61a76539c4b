package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackApp.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An outsider tries every verb, shortcut, button and form, with all ids that there are. */
final class Trial {
  private final SlackApp app;
  private final WatchedSlack slack;
  private final Visitor outsider;
  private final List<String> said = new ArrayList<>();

  Trial(SlackApp app, WatchedSlack slack, Visitor outsider) {
    this.app = app;
    this.slack = slack;
    this.outsider = outsider;
  }

  /** What the answers were. */
  List<String> all(Set<String> ids) {
    List<Offered.Button> buttons;
    synchronized (slack.offered) {
      buttons = List.copyOf(slack.offered.buttons);
    }
    outsider.opensHome();
    outsider.writes("what about zebraf?");
    words();
    // By now they have an initiative of their own, and still nothing to do with this one.
    app.ids(Kind.ACTION).forEach(it -> clicks(it, ids, buttons));
    app.ids(Kind.FORM).forEach(it -> sends(it, ids));
    words();
    outsider.opensHome();
    return said;
  }

  /** Without an initiative first, since this verb starts one. */
  private List<String> verbs() {
    List<String> verbs = new ArrayList<>(new TreeSet<>(app.verbs()));
    verbs.remove("initiative");
    verbs.add("initiative");
    return verbs;
  }

  private void words() {
    for (String verb : verbs()) {
      for (String words :
          List.of("", " send", " Zebraf", " Eastgat", " \"Words\" from Somebody", " csv")) {
        said.add(verb + words + ": " + outsider.types(verb + words));
      }
    }
    for (String shortcut : app.ids(Kind.SHORTCUT)) {
      said.add(shortcut + ": " + outsider.usesShortcut(shortcut, "what somebody wrote"));
    }
  }

  private void clicks(String action, Set<String> ids, List<Offered.Button> buttons) {
    Set<String> values = new LinkedHashSet<>(ids);
    buttons.stream()
        .filter(it -> it.action().equals(action))
        .limit(30)
        .forEach(it -> values.add(withoutWords(it.value())));
    if (values.size() == ids.size()) {
      // Nobody saw it: what a few of these look like has to be guessed.
      ids.forEach(it -> values.add(it + " 1"));
      ids.forEach(it -> values.add(it + " " + it));
    }
    for (String value : values) {
      said.add(action + " " + value + ": " + outsider.clicks(action, value, null));
    }
  }

  /** The lead's own words in a button are guessed no better than those in a form. */
  private static String withoutWords(String value) {
    return value.replaceAll("(?i)zebrafink", "Wolfram");
  }

  private void sends(String form, Set<String> ids) {
    List<JsonNode> known;
    synchronized (slack.offered) {
      known = List.copyOf(slack.offered.forms.getOrDefault(form, List.of()));
    }
    for (JsonNode seen : known) {
      // The form itself holds words that the lead saw; an outsider has to guess all but the ids.
      said.add(form + ": " + outsider.sends(seen, "Wolfram words"));
    }
    for (String id : ids) {
      String guessed =
          "{\"type\":\"modal\",\"callback_id\":\""
              + form
              + "\",\"private_metadata\":\""
              + id
              + " \",\"blocks\":[]}";
      said.add(form + " " + id + ": " + outsider.sends(Visitor.json(guessed), "Wolfram words"));
    }
  }
}
