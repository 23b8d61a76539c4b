package dev.groundswell;

import dev.groundswell.sponsor.Arrival;
import dev.groundswell.sponsor.MailKey;
import java.util.List;
import java.util.UUID;

/**
 * The ways through each feature, up to where there is something open of every kind. A new button or
 * form that nobody gets to see without doing something first has a step here.
 */
final class Walks {
  private Walks() {}

  static void feedback(Walk lead, Walk contributor, Runnable tick, Runnable daysPass) {
    lead.types("input \"Zebrafink calls come too early\" from Zebrafink Ben");
    lead.types("input \"Zebrafink mornings\" from <@U0ANN>");
    lead.types("input \"Zebrafink evenings\" from <@U0ANN>");
    for (String deed : List.of("edit", "merge", "withdraw", "history")) {
      lead.clicks("feedback.more", deed);
    }
    // One is told, and answers; one that is decided waits to be told; the others are undecided.
    String evenings = decides(lead);
    lead.types("inputs").clicks("report-back.open", evenings);
    lead.sends("report-back.tell-form", "Zebrafink words");
    tick.run();
    contributor.clicks("answer.refute").clicks("answer.question");
    lead.types("input \"Zebrafink nights\" from Zebrafink Cleo");
    String nights = decides(lead);
    lead.types("inputs").clicks("report-back.open", nights);
    lead.types("input \"Zebrafink letters\" from <@" + WatchedSlack.LOST + ">");
    String lost = decides(lead);
    lead.types("inputs").clicks("report-back.open", lost);
    lead.sends("report-back.tell-form", "Zebrafink words");
    tick.run();
    lead.types("input \"Zebrafink noons\" from <@U0ANN>");
    String noons = decides(lead);
    daysPass.run();
    lead.awaits("report-back.send", noons);
    lead.clicks("report-back.lost").types("round Zebrafink spring");
  }

  /** Decides the input that was recorded last. */
  private static String decides(Walk lead) {
    String id =
        lead.sees("feedback.more", "edit ").orElseThrow().value().substring("edit ".length());
    lead.types("inputs").clicks("feedback.decide", id);
    lead.sends("feedback.decision-form", "Zebrafink reasons", Visitor.NO_TICKS);
    return id;
  }

  static void advice(Walk lead) {
    lead.types("ask clinicians have no time for another pilot");
    lead.types("tips clinicians").awaits("advice.helped", "");
  }

  static void pledges(Walk lead) {
    lead.types("pledge Zebrafink Ruth will call zebrafink families by Friday");
    lead.types("pledge I will call zebrafink doctors by Friday");
    lead.types("pledges").clicks("pledge.kept").clicks("pledge.not-yet");
  }

  /**
   * A practice, what it has to do and what can be brought along belong to the workspace: they are
   * known to whoever engages practices in it, and bear no mark. What was said there bears it.
   */
  static void practices(Walk lead) {
    lead.types("practice Eastgate").clicks("practice.add");
    lead.clicks("practice.assess").sends("practice.assessment-form", "Zebrafink purpose");
    lead.clicks("practice.touch");
    for (String more :
        List.of(
            "stage",
            "history",
            "scores",
            "details",
            "demands",
            "register",
            "win",
            "feedback",
            "tips")) {
      lead.clicks("practice.more", more);
    }
    lead.clicks("practice.more", "kick-off").sends("practice.kick-off-form", "Zebrafink idea");
    lead.clicks("practice.idea-menu", "LEARNED").sends("practice.learned-form", "Zebrafink");
    lead.types("practice Eastgate").clicks("practice.more", "kick-off");
    lead.clicks("practice.ideas");
    lead.sends("practice.kick-off-form", "Zebrafink other").clicks("practice.idea-menu", "WORKED");
    lead.sends("practice.worked-form", "Zebrafink works");
    lead.types("practice Eastgate");
    lead.clicks("practice.more", "stage").sends("practice.stage-form", "Zebrafink", "PREPARATION");
    lead.types("practice Eastgate").clicks("practice.not-now");
    lead.sends("practice.plan-form", "Zebrafink later");
    for (String name : List.of("New records", "Flu season")) {
      lead.clicks("practice.more", "demands");
      lead.sends("practice.demand-form", name, "INITIATIVE", Visitor.NO_DAYS);
    }
    lead.types("practice Eastgate").clicks("practice.ready");
    lead.sends("practice.ready-form", "Zebrafink haste");
    lead.types("practice Westgate").clicks("practice.add");
    lead.clicks("practice.leave-alone").clicks("practice.more", "contact-again");
    lead.sends("practice.contact-again-form", "Zebrafink called");
    lead.types("practices").clicks("practice.week");
    lead.types("practices");
    lead.clicks("practice.import").sends("practice.import-form", "");
    lead.clicks("practice.rhythm").sends("practice.rhythm-form", "Zebrafink rhythm");
    lead.clicks("practice.library").clicks("practice.library-add");
    lead.sends("practice.item-form", "Leaflet").clicks("practice.library");
  }

  /** A practice is contacted again, and a sponsor writes back. */
  static void later(Team team, Walk lead, Runnable tick) {
    team.database.transact(
        tx ->
            tx.update(
                    """
                    update library_item set link = 'https://clinic.example/leaflet',
                      link_dead_at = current_timestamp
                    """)
                .execute());
    lead.types("practices").clicks("practice.library").clicks("practice.library-mend");
    UUID sponsor =
        team.database.inTransaction(
            tx -> tx.query("select id from sponsor").mapTo(UUID.class).first());
    MailKey asked = MailKey.ask(Team.HERE, sponsor, 1);
    String from = team.sponsors.find(Team.HERE, sponsor).orElseThrow().address().value();
    team.correspondence.received("first", new Arrival.Reply(asked, "Zebrafink thanks", from));
    team.correspondence.received("second", new Arrival.Reply(asked, "Zebrafink more thanks", from));
    tick.run();
  }

  static void sponsors(Walk lead) {
    lead.types("sponsor Zebrafink Tom zebrafink@clinic.example");
    lead.types("sponsor").clicks("sponsor.open");
    lead.clicks("sponsor.ask-for-help").sends("sponsor.ask-form", "Zebrafink help");
    lead.clicks("sponsor.add-objective").sends("sponsor.objective-form", "Zebrafink aim");
    lead.types("sponsor").clicks("sponsor.open");
    lead.clicks("sponsor.proof-add").sends("sponsor.proof-form", "Zebrafink fund");
    lead.types("sponsor").clicks("sponsor.open");
    lead.clicks("sponsor.proof-change").sends("sponsor.proof-change-form", "Zebrafink grant");
    lead.clicks("sponsor.proof-signed").awaits("sponsor.proof-received", "");
    lead.types("digest").clicks("digest.edit").clicks("digest.test");
    lead.types("sponsor Zebrafink Tim zebrafink.tim@clinic.example");
    lead.types("digest").awaits("digest.show", "");
  }
}
