package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.sponsor.Proof.State;
import dev.groundswell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code proof}; once the sponsor's key is destroyed they are not there any more. */
final class ProofStore {
  private record Row(
      WorkspaceId workspace,
      UUID id,
      UUID initiative,
      UUID sponsor,
      String forWhat,
      String sealedStatement,
      String sealedSignatory,
      LocalDate dueOn,
      State state,
      UserId owner) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("initiative_id", UUID.class),
              row.getObject("sponsor_id", UUID.class),
              row.getString("for_what"),
              row.getString("sealed_statement"),
              row.getString("sealed_signatory"),
              row.getObject("due_on", LocalDate.class),
              State.valueOf(row.getString("state")),
              new UserId(row.getString("owner_id")));

  private final Vault vault;

  ProofStore(Vault vault) {
    this.vault = vault;
  }

  private Optional<Proof> opened(Tx tx, Row row) {
    Optional<String> statement =
        vault.open(tx, row.workspace(), row.sponsor(), row.sealedStatement());
    Optional<String> signatory =
        vault.open(tx, row.workspace(), row.sponsor(), row.sealedSignatory());
    return statement.flatMap(
        what ->
            signatory.map(
                who ->
                    new Proof(
                        row.workspace(),
                        row.id(),
                        row.initiative(),
                        row.sponsor(),
                        row.forWhat(),
                        what,
                        who,
                        row.dueOn(),
                        row.state(),
                        row.owner())));
  }

  void add(Tx tx, Proof proof, String requestKey, Instant now) {
    tx.update(
            """
            insert into proof (workspace_id, id, initiative_id, sponsor_id, for_what,
              sealed_statement, sealed_signatory, due_on, state, owner_id, noted_at, request_key)
            values (:workspace, :id, :initiative, :sponsor, :forWhat, :statement, :signatory, :due,
              :state, :owner, :now, :requestKey)
            """)
        .bind("workspace", proof.workspace())
        .bind("id", proof.id())
        .bind("initiative", proof.initiative())
        .bind("sponsor", proof.sponsor())
        .bind("forWhat", proof.forWhat())
        .bind("statement", seal(tx, proof, proof.statement()))
        .bind("signatory", seal(tx, proof, proof.signatory()))
        .bind("due", proof.dueOn())
        .bind("state", proof.state().name())
        .bind("owner", proof.owner())
        .bind("now", now)
        .bind("requestKey", requestKey)
        .execute();
  }

  private String seal(Tx tx, Proof proof, String words) {
    return vault.seal(tx, proof.workspace(), proof.sponsor(), words);
  }

  void change(Tx tx, Proof to) {
    tx.update(
            """
            update proof set for_what = :forWhat, sealed_statement = :statement,
              sealed_signatory = :signatory, due_on = :due
            where workspace_id = :workspace and id = :id
            """)
        .bind("forWhat", to.forWhat())
        .bind("statement", seal(tx, to, to.statement()))
        .bind("signatory", seal(tx, to, to.signatory()))
        .bind("due", to.dueOn())
        .bind("workspace", to.workspace())
        .bind("id", to.id())
        .execute();
  }

  /** False if it stood elsewhere by now. */
  static boolean move(Tx tx, Proof proof, State to, Instant now) {
    return tx.update(
                """
                update proof set state = :to, settled_at = :now
                where workspace_id = :workspace and id = :id and state = :from
                """)
            .bind("to", to.name())
            .bind("now", now)
            .bind("from", proof.state().name())
            .bind("workspace", proof.workspace())
            .bind("id", proof.id())
            .execute()
        == 1;
  }

  Optional<Proof> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query("select * from proof where workspace_id = :workspace and id = :id")
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne()
        .flatMap(row -> opened(tx, row));
  }

  static boolean isNoted(Tx tx, WorkspaceId workspace, String requestKey) {
    return tx.query(
                "select count(*) from proof where workspace_id = :workspace and request_key = :key")
            .bind("workspace", workspace)
            .bind("key", requestKey)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Those that are open, and the last one that came; the one due first at the top. */
  List<Proof> of(Tx tx, Sponsor sponsor) {
    return tx
        .query(
            """
            select * from proof
            where workspace_id = :workspace and sponsor_id = :sponsor
              and (state in ('ASKED', 'SIGNED') or id = (
                select id from proof
                where workspace_id = :workspace and sponsor_id = :sponsor and state = 'RECEIVED'
                order by settled_at desc, id fetch first 1 rows only))
            order by due_on, id
            """)
        .bind("workspace", sponsor.workspace())
        .bind("sponsor", sponsor.id())
        .map(ROW)
        .list()
        .stream()
        .flatMap(row -> opened(tx, row).stream())
        .toList();
  }

  /** The open ones that this person looks after and that are due by a day, the first at the top. */
  List<Proof> openOf(Tx tx, WorkspaceId workspace, UserId owner, LocalDate by, int most) {
    return tx
        .query(
            """
            select * from proof
            where workspace_id = :workspace and owner_id = :owner and state in ('ASKED', 'SIGNED')
              and due_on <= :by
            order by due_on, id fetch first :most rows only
            """)
        .bind("workspace", workspace)
        .bind("owner", owner)
        .bind("by", by)
        .bind("most", most)
        .map(ROW)
        .list()
        .stream()
        .flatMap(row -> opened(tx, row).stream())
        .toList();
  }

  /** Takes a name out of those that somebody of that name is to sign; says how many these were. */
  int forget(Tx tx, WorkspaceId workspace, String nameKey, String nobody) {
    List<Proof> theirs =
        tx
            .query("select * from proof where workspace_id = :workspace")
            .bind("workspace", workspace)
            .map(ROW)
            .list()
            .stream()
            .flatMap(row -> opened(tx, row).stream())
            .filter(it -> it.signatory().toLowerCase(Locale.ROOT).contains(nameKey))
            .toList();
    theirs.forEach(
        it ->
            tx.update(
                    """
                    update proof set sealed_signatory = :nobody
                    where workspace_id = :workspace and id = :id
                    """)
                .bind("nobody", seal(tx, it, nobody))
                .bind("workspace", workspace)
                .bind("id", it.id())
                .execute());
    return theirs.size();
  }

  /** It is looked after by somebody else. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update proof set owner_id = :to
                where workspace_id = :workspace and id = :id
                """)
            .bind("to", to)
            .bind("workspace", workspace)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** What somebody looks after in one initiative is looked after by somebody else. */
  static void handOverAll(Tx tx, WorkspaceId workspace, UUID initiative, UserId from, UserId to) {
    tx.update(
            """
            update proof set owner_id = :to
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
