package dev.groundswell;

import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.NextSteps;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.pledge.PledgeListener;
import dev.groundswell.slack.sponsor.BackersListener;
import dev.groundswell.slack.sponsor.CardListener;
import dev.groundswell.slack.sponsor.CardView;
import dev.groundswell.slack.sponsor.DigestListener;
import dev.groundswell.slack.sponsor.DigestView;
import dev.groundswell.slack.sponsor.ProofListener;
import dev.groundswell.slack.sponsor.SponsorListener;
import dev.groundswell.slack.sponsor.SponsorPost;
import dev.groundswell.slack.sponsor.SponsorView;
import dev.groundswell.sponsor.Blockages;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.Drafts;
import dev.groundswell.sponsor.FindBackers;
import dev.groundswell.sponsor.Notices;
import dev.groundswell.sponsor.Papers;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Proofs;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Watch;
import dev.groundswell.sponsor.WhatHappened;
import java.util.List;

/** Pledges, sponsors, their digests, and what they write back. */
final class SponsorParts {
  final Subscriptions subscriptions;
  final DigestLetters digestLetters;
  final Correspondence correspondence;
  private final List<Feature> features;
  private final List<Rendering> renderings;
  private final List<NextSteps> nextSteps;

  SponsorParts(Engines on, FeedbackParts feedback, PracticeParts practice) {
    Groups groups = new Groups(on.library, on.audienceWords);
    Pledges pledges =
        new Pledges(on.database, on.initiatives, on.people, on.reminders, groups, on.ids, on.clock);
    subscriptions =
        new Subscriptions(
            on.database,
            on.initiatives,
            on.people,
            on.outbox,
            on.vault,
            MailRoom.mailing(on.settings),
            on.clock);
    Watch watch = new Watch(on.reminders);
    Sponsors sponsors =
        new Sponsors(on.database, on.initiatives, watch, on.vault, on.ids, on.clock, subscriptions);
    sponsors.sealAddresses();
    Profiles profiles =
        new Profiles(
            on.database, on.initiatives, feedback.inputs, watch, on.vault, on.ids, on.clock);
    Blockages blockages =
        new Blockages(
            on.database, on.initiatives, on.reminders, on.vault, on.words, on.ids, on.clock);
    Proofs proofs =
        new Proofs(on.database, on.initiatives, on.reminders, on.vault, on.ids, on.clock);
    Signs signs = new Signs(on.database, on.initiatives, on.ids, on.clock);
    WhatHappened whatHappened =
        new WhatHappened(
            feedback.reportBacks, feedback.lists, pledges, practice.practices, on.words);
    Drafts drafts =
        new Drafts(
            on.database,
            on.initiatives,
            profiles,
            whatHappened,
            on.words,
            on.people,
            on.vault,
            on.ids,
            on.clock);
    Digests digests =
        new Digests(
            on.database,
            on.initiatives,
            profiles,
            whatHappened,
            drafts,
            subscriptions,
            on.outbox,
            on.vault,
            on.clock);
    digestLetters =
        new DigestLetters(
            on.database, drafts, subscriptions, on.outbox, on.vault, on.ids, on.clock);
    Notices notices =
        new Notices(on.database, profiles, drafts, digests, subscriptions, on.vault, on.clock);
    Papers papers =
        new Papers(
            on.database, on.initiatives, profiles, whatHappened, on.words, on.vault, on.clock);
    on.outbox.tells(digestLetters);
    correspondence =
        new Correspondence(
            on.database,
            on.initiatives,
            feedback.inputs,
            feedback.deliveries,
            feedback.answers,
            subscriptions,
            on.outbox,
            on.vault,
            on.ids,
            on.clock);

    SponsorView sponsorView = new SponsorView(on.words);
    PledgeListener pledgeListener = new PledgeListener(pledges, on.initiatives, on.words, groups);
    CardListener cardListener =
        new CardListener(sponsors, profiles, blockages, signs, on.initiatives, on.words, on.clock);
    ProofListener proofListener =
        new ProofListener(proofs, profiles, on.initiatives, on.words, on.clock);
    DigestListener digestListener =
        new DigestListener(
            drafts,
            digests,
            digestLetters,
            notices,
            papers,
            sponsors,
            on.initiatives,
            new DigestView(on.words),
            sponsorView,
            new CardView(on.words),
            on.clock);
    SponsorPost sponsorPost = new SponsorPost(subscriptions, correspondence, on.words);
    features =
        List.of(
            pledgeListener,
            new SponsorListener(
                sponsors, profiles, on.initiatives, sponsorView, new CardView(on.words), on.clock),
            cardListener,
            proofListener,
            new BackersListener(
                new FindBackers(
                    on.database, on.initiatives, on.vault, on.settings.grantLimit(), on.clock),
                on.words),
            digestListener,
            sponsorPost);
    renderings = List.of(pledgeListener, cardListener, proofListener, digestListener, sponsorPost);
    nextSteps = List.of(pledgeListener, proofListener, cardListener);
  }

  List<NextSteps> nextSteps() {
    return nextSteps;
  }

  List<Feature> features() {
    return features;
  }

  List<Rendering> renderings() {
    return renderings;
  }
}
