package dev.groundswell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groundswell.slack.SlackApp;
import dev.groundswell.slack.SlackApp.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lead looks at all there is, without a plan; whatever would end that is undone. */
final class Look {
  /** So many of each kind are enough to see what comes of it. */
  private static final int OF_EACH_KIND = 2;

  private final SlackApp app;
  private final WatchedSlack slack;
  private final Connection rows;
  private final Walk lead;
  private final Walk contributor;
  private final Map<String, Integer> clicked = new HashMap<>();
  private final Set<JsonNode> sent = new LinkedHashSet<>();

  Look(SlackApp app, WatchedSlack slack, Connection rows, Walk lead, Walk contributor) {
    this.app = app;
    this.slack = slack;
    this.rows = rows;
    this.lead = lead;
    this.contributor = contributor;
  }

  void everywhere(Runnable later) throws SQLException {
    for (int round = 0; round < 2; round++) {
      for (String verb : app.verbs()) {
        lead.types(verb);
      }
      lead.opensHome();
      for (String shortcut : app.ids(Kind.SHORTCUT)) {
        lead.usesShortcut(shortcut, "Zebrafink, as somebody wrote");
      }
      for (Offered.Button button : buttons()) {
        if (clicked.merge(kind(button), 1, Integer::sum) <= OF_EACH_KIND) {
          Walk who = button.action().startsWith("answer.") ? contributor : lead;
          undone(() -> who.clicks(button));
        }
      }
      for (JsonNode form : forms()) {
        if (sent.add(form)) {
          undone(() -> lead.sends(form, "Zebrafink words"));
        }
      }
      later.run();
    }
  }

  private List<Offered.Button> buttons() {
    synchronized (slack.offered) {
      return List.copyOf(slack.offered.buttons);
    }
  }

  private List<JsonNode> forms() {
    synchronized (slack.offered) {
      List<JsonNode> all = new ArrayList<>();
      slack.offered.forms.values().forEach(all::addAll);
      return all;
    }
  }

  /** The options of one menu are different things. */
  private static String kind(Offered.Button button) {
    String first = button.value().split(" ", 2)[0];
    return first.length() < 20 ? button.action() + " " + first : button.action();
  }

  private void undone(Runnable deed) throws SQLException {
    String copy = OutsidersTest.copy(rows);
    deed.run();
    if (!stillLeads()) {
      OutsidersTest.restore(rows, copy);
    }
  }

  private boolean stillLeads() throws SQLException {
    try (Statement statement = rows.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                select count(*) from member m join initiative i
                  on i.workspace_id = m.workspace_id and i.id = m.initiative_id
                where m.user_id = 'U0MAYA' and m.role = 'LEAD' and i.archived_at is null
                  and i.paused_until is null and lower(i.name) = 'zebrafink outreach'
                """)) {
      return found.next() && found.getInt(1) == 1;
    }
  }
}
