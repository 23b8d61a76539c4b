package dev.groundswell.sponsor;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The rows of {@code sponsor} and {@code digest}; addresses are sealed. */
final class SponsorStore {
  private static final String ADDRESS = "sponsor address";

  private final Vault vault;

  SponsorStore(Vault vault) {
    this.vault = vault;
  }

  /** A row as it stands, its address sealed. */
  private record Row(
      WorkspaceId workspace,
      UUID id,
      UUID initiative,
      String name,
      String sealedAddress,
      UserId owner) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              new WorkspaceId(row.getString("workspace_id")),
              row.getObject("id", UUID.class),
              row.getObject("initiative_id", UUID.class),
              row.getString("name"),
              row.getString("sealed_address"),
              new UserId(row.getString("owner_id")));

  void add(Tx tx, Sponsor sponsor, Instant now) {
    tx.update(
            """
            insert into sponsor (workspace_id, id, initiative_id, name, sealed_address,
              address_print, owner_id, created_at)
            values (:workspace, :id, :initiative, :name, :sealed, :print, :owner, :now)
            """)
        .bind("workspace", sponsor.workspace())
        .bind("id", sponsor.id())
        .bind("initiative", sponsor.initiative())
        .bind("name", sponsor.name())
        .bind("sealed", seal(tx, sponsor.workspace(), sponsor.id(), sponsor.address()))
        .bind("print", print(sponsor.workspace(), sponsor.address()))
        .bind("owner", sponsor.owner())
        .bind("now", now)
        .execute();
  }

  void readdress(Tx tx, Sponsor sponsor, MailAddress address) {
    tx.update(
            """
            update sponsor set sealed_address = :sealed, address_print = :print, address = null
            where workspace_id = :workspace and id = :id
            """)
        .bind("sealed", seal(tx, sponsor.workspace(), sponsor.id(), address))
        .bind("print", print(sponsor.workspace(), address))
        .bind("workspace", sponsor.workspace())
        .bind("id", sponsor.id())
        .execute();
  }

  private String seal(Tx tx, WorkspaceId workspace, UUID id, MailAddress address) {
    return vault.seal(tx, workspace, id, address.value());
  }

  private String print(WorkspaceId workspace, MailAddress address) {
    return vault.fingerprint(workspace, ADDRESS, address.value().toLowerCase(Locale.ROOT));
  }

  /** Empty also for one who was erased. */
  Optional<Sponsor> find(Tx tx, WorkspaceId workspace, UUID id) {
    return tx.query(
            """
            select * from sponsor
            where workspace_id = :workspace and id = :id and sealed_address is not null
            """)
        .bind("workspace", workspace)
        .bind("id", id)
        .map(ROW)
        .findOne()
        .flatMap(row -> opened(tx, row));
  }

  /**
   * Without regard to case. The addresses themselves are compared, since an earlier version took
   * their print with the case in which they were typed.
   */
  Optional<Sponsor> byAddress(Tx tx, WorkspaceId workspace, UUID initiative, MailAddress address) {
    return of(tx, workspace, initiative).stream()
        .filter(it -> it.address().value().equalsIgnoreCase(address.value()))
        .findFirst();
  }

  /** Without those who were erased. */
  List<Sponsor> of(Tx tx, WorkspaceId workspace, UUID initiative) {
    return tx
        .query(
            """
            select * from sponsor where workspace_id = :workspace and initiative_id = :initiative
              and sealed_address is not null
            order by created_at, id
            """)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .map(ROW)
        .list()
        .stream()
        .flatMap(row -> opened(tx, row).stream())
        .toList();
  }

  private Optional<Sponsor> opened(Tx tx, Row row) {
    return vault
        .open(tx, row.workspace(), row.id(), row.sealedAddress())
        .map(
            address ->
                new Sponsor(
                    row.workspace(),
                    row.id(),
                    row.initiative(),
                    row.name(),
                    new MailAddress(address),
                    row.owner()));
  }

  /** Seals what an earlier version kept in plain, in all workspaces; housekeeping. */
  int sealAddresses(Tx tx) {
    record Plain(WorkspaceId workspace, UUID id, MailAddress address) {}
    List<Plain> rows =
        tx.query("select workspace_id, id, address from sponsor where address is not null")
            .map(
                (row, context) ->
                    new Plain(
                        new WorkspaceId(row.getString("workspace_id")),
                        row.getObject("id", UUID.class),
                        new MailAddress(row.getString("address"))))
            .list();
    for (Plain row : rows) {
      tx.update(
              """
              update sponsor set sealed_address = :sealed, address_print = :print, address = null
              where workspace_id = :workspace and id = :id and address is not null
              """)
          .bind("sealed", seal(tx, row.workspace(), row.id(), row.address()))
          .bind("print", print(row.workspace(), row.address()))
          .bind("workspace", row.workspace())
          .bind("id", row.id())
          .execute();
    }
    return rows.size();
  }

  static Instant addedAt(Tx tx, Sponsor sponsor) {
    return tx.query("select created_at from sponsor where workspace_id = :workspace and id = :id")
        .bind("workspace", sponsor.workspace())
        .bind("id", sponsor.id())
        .mapTo(Instant.class)
        .one();
  }

  /** Those of this name, as names are compared. */
  static List<UUID> named(Tx tx, WorkspaceId workspace, String nameKey) {
    return tx
        .query("select id, name from sponsor where workspace_id = :workspace")
        .bind("workspace", workspace)
        .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .list()
        .stream()
        .filter(row -> row.getValue().toLowerCase(Locale.ROOT).equals(nameKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  static void forget(Tx tx, WorkspaceId workspace, UUID id, String nobody) {
    tx.update(
            """
            update sponsor set name = :nobody, address = null, sealed_address = null,
              address_print = null
            where workspace_id = :workspace and id = :id
            """)
        .bind("nobody", nobody)
        .bind("workspace", workspace)
        .bind("id", id)
        .execute();
  }

  /** It is looked after by somebody else. */
  static boolean handOver(Tx tx, WorkspaceId workspace, UUID id, UserId to) {
    return tx.update(
                """
                update sponsor set owner_id = :to
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
            update sponsor set owner_id = :to
            where workspace_id = :workspace and initiative_id = :initiative and owner_id = :from
            """)
        .bind("to", to)
        .bind("workspace", workspace)
        .bind("initiative", initiative)
        .bind("from", from)
        .execute();
  }
}
