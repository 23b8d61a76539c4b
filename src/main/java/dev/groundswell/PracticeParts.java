package dev.groundswell;

import dev.groundswell.links.WebVisitor;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Benchmarks;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.ContactPeople;
import dev.groundswell.practice.DeadLinks;
import dev.groundswell.practice.Demands;
import dev.groundswell.practice.Exports;
import dev.groundswell.practice.Ideas;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Library;
import dev.groundswell.practice.Offers;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Register;
import dev.groundswell.practice.Rhythms;
import dev.groundswell.practice.Wins;
import dev.groundswell.slack.Downloads;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.practice.AssessmentListener;
import dev.groundswell.slack.practice.CheckInListener;
import dev.groundswell.slack.practice.CourseListener;
import dev.groundswell.slack.practice.ExportListener;
import dev.groundswell.slack.practice.IdeaListener;
import dev.groundswell.slack.practice.ImportListener;
import dev.groundswell.slack.practice.LibraryListener;
import dev.groundswell.slack.practice.PathListener;
import dev.groundswell.slack.practice.PeopleListener;
import dev.groundswell.slack.practice.PracticeListener;
import dev.groundswell.slack.practice.RegisterListener;
import dev.groundswell.slack.practice.WorkListener;
import java.util.List;

/** The register of practices, their readiness, and the check-ins. */
final class PracticeParts {
  final Practices practices;
  final CheckIns checkIns;
  final DeadLinks deadLinks;
  private final List<Feature> features;
  private final List<Rendering> renderings;

  PracticeParts(Engines on) {
    practices =
        new Practices(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    checkIns = new CheckIns(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    Offers offers = new Offers(on.database, on.initiatives, on.reminders, on.vault, on.clock);
    Rhythms rhythms = new Rhythms(on.database, on.initiatives, on.clock);
    Assessments assessments =
        new Assessments(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    Register register = new Register(on.database, on.initiatives, on.reminders, on.vault, on.clock);
    Demands demands =
        new Demands(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    ContactPeople contactPeople =
        new ContactPeople(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    deadLinks = new DeadLinks(on.database, on.reminders, new WebVisitor(), on.clock);

    CourseListener courseListener =
        new CourseListener(practices, checkIns, rhythms, on.words, on.library);
    KickOffs kickOffs = new KickOffs(on.database, on.initiatives, on.ids, on.clock);
    Wins wins = new Wins(on.database, on.initiatives, on.ids, on.clock);
    WorkListener workListener = new WorkListener(practices, checkIns, kickOffs, wins, on.words);
    CheckInListener checkInListener =
        new CheckInListener(
            practices, checkIns, offers, rhythms, assessments, on.words, on.library);
    LibraryListener libraryListener =
        new LibraryListener(
            new Library(on.database, on.initiatives, on.reminders, on.ids, on.clock),
            deadLinks,
            on.words);
    features =
        List.of(
            new PracticeListener(
                practices,
                new Benchmarks(on.database, on.initiatives, on.reminders, on.vault, on.clock),
                courseListener,
                workListener,
                on.words,
                on.library),
            courseListener,
            new AssessmentListener(practices, assessments, on.words, on.library),
            workListener,
            new IdeaListener(
                practices, kickOffs, new Ideas(on.database, on.initiatives), wins, on.words),
            checkInListener,
            new RegisterListener(practices, register, demands, on.words, on.library),
            new PeopleListener(contactPeople, on.words, on.library),
            libraryListener,
            new PathListener(practices, on.replies, on.words, on.library),
            new ImportListener(
                new Imports(on.database, on.initiatives, on.ids, on.clock),
                new Downloads(on.clients, on.settings.slackApiUrl()),
                on.replies,
                on.words),
            new ExportListener(
                new Exports(on.database, on.initiatives, on.clock), on.replies, on.words));
    renderings = List.of(checkInListener, libraryListener);
  }

  List<Feature> features() {
    return features;
  }

  List<Rendering> renderings() {
    return renderings;
  }
}
