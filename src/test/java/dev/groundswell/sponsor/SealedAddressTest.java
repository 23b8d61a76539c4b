package dev.groundswell.sponsor;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.Engine;
import dev.groundswell.db.PostgresServer;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.MailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever gets hold of the database's bytes without the key finds no address in them. */
class SealedAddressTest {
  private static final String ADDRESS = "tom.becker@hidden.example.org";
  private static final String NAME = "Tom Findable";
  private static final UUID TOM = UUID.fromString("01930000-0000-7000-8000-000000000001");

  private static boolean holds(String bytes, String text) {
    String utf16 =
        new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return bytes.contains(text) || bytes.contains(utf16);
  }

  private static String bytes(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void keepsInPlain(Team team, Initiative initiative) {
    team.database.transact(
        tx ->
            tx.update(
                    """
                    insert into sponsor (workspace_id, id, initiative_id, name, address, owner_id,
                      created_at)
                    values (:workspace, :id, :initiative, :name, :address, :owner, :now)
                    """)
                .bind("workspace", HERE)
                .bind("id", TOM)
                .bind("initiative", initiative.id())
                .bind("name", NAME)
                .bind("address", ADDRESS)
                .bind("owner", MAYA.id())
                .bind("now", team.clock.instant())
                .execute());
  }

  @Test
  void the_file_of_h2_holds_none_while_it_is_open_and_after(@TempDir Path folder) throws Exception {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("it"));
    SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
    try (Team team = Team.on(url, clock)) {
      team.starts(MAYA, "Diabetes outreach");
      team.sponsors.add(HERE, MAYA.id(), NAME, ADDRESS);
      team.database.sync();

      String open = bytes(folder);
      assertThat(holds(open, NAME)).as("the bytes can be searched").isTrue();
      assertThat(holds(open, ADDRESS)).isFalse();
      assertThat(holds(open, "hidden.example")).isFalse();
    }

    String closed = bytes(folder);
    assertThat(holds(closed, NAME)).isTrue();
    assertThat(holds(closed, "hidden.example")).isFalse();
  }

  @Test
  void what_was_plain_has_left_the_file_of_h2_after_the_next_stop(@TempDir Path folder)
      throws Exception {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:h2:file:" + folder.resolve("it"));
    SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);
    try (Team team = Team.on(url, clock)) {
      keepsInPlain(team, team.starts(MAYA, "Diabetes outreach"));
    }
    assertThat(holds(bytes(folder), ADDRESS)).as("it is found when it is there").isTrue();

    try (Team team = Team.on(url, clock)) {
      assertThat(team.sponsors.sealAddresses()).isEqualTo(1);
    }

    assertThat(holds(bytes(folder), NAME)).isTrue();
    assertThat(holds(bytes(folder), "hidden.example")).isFalse();
  }

  @Test
  void the_files_of_postgresql_hold_none() {
    // One that nobody used before: its files would still hold what another test wrote in plain.
    DatabaseUrl unused = PostgresServer.shared().fresh();
    try (Team team = Team.on(unused, SettableClock.at(Team.MONDAY_MORNING))) {
      team.starts(MAYA, "Diabetes outreach");
      team.sponsors.add(HERE, MAYA.id(), NAME, ADDRESS);

      String files = filesOfTables(team);

      assertThat(files).contains(NAME);
      assertThat(files).doesNotContain("hidden.example");
    }
  }

  /** The bytes of every table and index of the schema, as they lie on the disk. */
  private static String filesOfTables(Team team) {
    team.database.query(
        tx -> {
          tx.update("checkpoint").execute();
          return true;
        });
    List<byte[]> files =
        team.database.query(
            tx ->
                tx.query(
                        """
                        select pg_read_binary_file(pg_relation_filepath(c.oid)) from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname in ('public', 'pg_toast') and c.relkind in ('r', 'i', 't')
                          and pg_relation_filepath(c.oid) is not null
                        """)
                    .mapTo(byte[].class)
                    .list());
    StringBuilder all = new StringBuilder();
    files.forEach(it -> all.append(new String(it, StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void addresses_of_an_earlier_version_are_sealed_once_and_work_on(Engine engine) {
    try (Team team = Team.on(engine)) {
      Initiative outreach = team.starts(MAYA, "Diabetes outreach");
      keepsInPlain(team, outreach);
      assertThat(team.sponsors.of(HERE, outreach.id())).isEmpty();

      assertThat(team.sponsors.sealAddresses()).isEqualTo(1);
      assertThat(team.sponsors.sealAddresses()).isZero();

      assertThat(team.sponsors.of(HERE, outreach.id()))
          .extracting(Sponsor::address)
          .containsExactly(new MailAddress(ADDRESS));
      assertThat(team.sponsors.add(HERE, MAYA.id(), "Tom again", ADDRESS))
          .isInstanceOf(Added.Exists.class);
      List<String> plain =
          team.database.query(
              tx ->
                  tx.query("select address from sponsor where address is not null")
                      .mapTo(String.class)
                      .list());
      assertThat(plain).isEmpty();
    }
  }
}
