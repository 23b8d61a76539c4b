package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.statement.Update;

/**
 * What changes in {@code report_back} when somebody is told, and when they answer. A change that
 * was thought of for another version changes nothing.
 */
final class TellingStore {
  private static final String AS_IT_WAS_SEEN =
      " where workspace_id = :workspace and input_id = :input and version = :version";
  private static final int LONGEST_REASON = 500;

  private TellingStore() {}

  /** A message is on its way from now on. */
  static boolean begins(Tx tx, Input input, How how, String wording, UserId by) {
    return changed(
        tx.update(
                """
                update report_back set sending = :how, sends = sends + 1, sent_by = :by,
                  sent_decision = cast(:decision as uuid), wording = :wording, failed_why = null,
                  version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("how", how.name())
            .bind("by", by)
            .bind("decision", input.ruling() == null ? null : input.ruling().id())
            .bind("wording", wording),
        input);
  }

  /** They have heard. */
  static boolean told(Tx tx, Input input, How how, UserId by, Instant at) {
    return changed(
        tx.update(
                """
                update report_back set state = 'TOLD', unreachable_why = null, told_by = :by,
                  told_at = :at, told_how = :how, told_decision = cast(:decision as uuid), sending = null,
                  failed_why = null, answer_open = false, version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("by", by)
            .bind("at", at)
            .bind("how", how.name())
            .bind("decision", input.ruling() == null ? null : input.ruling().id()),
        input);
  }

  /** They had a question and have their answer: what they were told, and when, stays. */
  static boolean replied(Tx tx, Input input) {
    return changed(
        tx.update(
            """
            update report_back set sending = null, failed_why = null, answer_open = false,
              version = version + 1
            """
                + AS_IT_WAS_SEEN),
        input);
  }

  /** The message did not arrive, and nothing is on its way any more. */
  static boolean failed(Tx tx, Input input, String why) {
    return changed(
        tx.update(
                """
                update report_back set sending = null, failed_why = :why, version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("why", why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why),
        input);
  }

  /** It seemed to have been sent, and came back: they have not heard. */
  static boolean cameBack(Tx tx, Input input, String why) {
    return changed(
        tx.update(
                """
                update report_back set state = 'OPEN', told_by = null, told_at = null,
                  told_how = null, told_decision = null, sending = null, failed_why = :why,
                  soft_bounces = soft_bounces + 1, version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("why", why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why),
        input);
  }

  /** How often a mail about it came back for a reason that may pass. */
  static int softBounces(Tx tx, WorkspaceId workspace, UUID input) {
    return tx.query(
            """
            select soft_bounces from report_back
            where workspace_id = :workspace and input_id = :input
            """)
        .bind("workspace", workspace)
        .bind("input", input)
        .mapTo(Integer.class)
        .one();
  }

  static boolean unreachable(Tx tx, Input input, Unreachable why) {
    return changed(
        tx.update(
                """
                update report_back set state = 'UNREACHABLE', unreachable_why = :why,
                  sending = null, answer_open = false, version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("why", why.name()),
        input);
  }

  /** They know that it is still being weighed; it is due later. */
  static boolean weighingTold(Tx tx, Input input, LocalDate dueOn, Instant at) {
    return changed(
        tx.update(
                """
                update report_back set weighing_told_at = :at, due_on = :dueOn,
                  version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("at", at)
            .bind("dueOn", dueOn),
        input);
  }

  /**
   * What they answered.
   *
   * @param words what they added, empty for nothing
   */
  static boolean answered(Tx tx, Input input, Answer answer, String words, Instant at) {
    String state =
        switch (answer) {
          case HEARD -> "CONFIRMED";
          case NOT_WHAT_I_SAID -> "REFUTED";
          case QUESTION, WROTE -> input.reportBack().state().name();
        };
    return changed(
        tx.update(
                """
                update report_back set state = :state, answer = :answer, answer_words = :words,
                  answered_at = :at, answer_open = :open, version = version + 1
                """
                    + AS_IT_WAS_SEEN)
            .bind("state", state)
            .bind("answer", answer.name())
            .bind("words", words.isEmpty() ? null : words)
            .bind("at", at)
            .bind("open", answer != Answer.HEARD),
        input);
  }

  /** From now on nothing is sent to this contributor, and nobody counts them as told. */
  static void optOut(Tx tx, WorkspaceId workspace, UUID contributor, Instant now) {
    tx.update(
            """
            update contributor set opted_out_at = :now
            where workspace_id = :workspace and id = :contributor and opted_out_at is null
            """)
        .bind("now", now)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
    tx.update(
            """
            update report_back set state = 'UNREACHABLE', unreachable_why = 'OPTED_OUT',
              sending = null, answer_open = false, version = version + 1
            where workspace_id = :workspace and state in ('OPEN', 'TOLD', 'REFUTED')
              and input_id in (select id from input
                where workspace_id = :workspace and contributor_id = :contributor)
            """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
  }

  /** They want to be written to again. */
  static void optIn(Tx tx, WorkspaceId workspace, UUID contributor) {
    tx.update(
            """
            update contributor set opted_out_at = null
            where workspace_id = :workspace and id = :contributor
            """)
        .bind("workspace", workspace)
        .bind("contributor", contributor)
        .execute();
  }

  private static boolean changed(Update update, Input input) {
    return update
            .bind("workspace", input.workspace())
            .bind("input", input.id())
            .bind("version", input.reportBack().version())
            .execute()
        == 1;
  }
}
