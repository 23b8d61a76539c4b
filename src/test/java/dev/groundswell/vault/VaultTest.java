package dev.groundswell.vault;

import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
@OnBothDatabases
class VaultTest {
  private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";
  private static final UUID TOM = UUID.fromString("01930000-0000-7000-8000-000000000001");
  private static final UUID SUE = UUID.fromString("01930000-0000-7000-8000-000000000002");

  private final Engine engine;
  private final DatabaseUrl url;
  private final Database database;
  private final SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);

  VaultTest(Engine engine) {
    this.engine = engine;
    url = engine.fresh();
    database = Database.open(url);
  }

  @AfterEach
  void close() {
    database.close();
    engine.giveBack(url);
  }

  private Vault vault(String keys) {
    return Vault.unlock(database, MasterKeys.parse(keys), clock);
  }

  private String seals(Vault vault, UUID subject, String plain) {
    return database.inTransaction(tx -> vault.seal(tx, HERE, subject, plain));
  }

  private Optional<String> opens(Vault vault, UUID subject, String sealed) {
    return database.inTransaction(tx -> vault.open(tx, HERE, subject, sealed));
  }

  @Test
  void what_was_sealed_opens_and_shows_nothing() {
    Vault vault = vault(OLD);

    String sealed = seals(vault, TOM, "tom@example.org 🌱");

    assertThat(opens(vault, TOM, sealed)).contains("tom@example.org 🌱");
    assertThat(
            new String(
                Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("tom", "example");
    assertThat(seals(vault, TOM, "tom@example.org 🌱")).isNotEqualTo(sealed);
  }

  @Test
  void it_opens_after_a_restart_too() {
    String sealed = seals(vault(OLD), TOM, "tom@example.org");

    assertThat(opens(vault(OLD), TOM, sealed)).contains("tom@example.org");
  }

  @Test
  void an_empty_text_can_be_sealed() {
    Vault vault = vault(OLD);

    assertThat(opens(vault, TOM, seals(vault, TOM, ""))).contains("");
  }

  @Test
  void it_does_not_open_in_the_row_of_another() {
    Vault vault = vault(OLD);
    String sealed = seals(vault, TOM, "tom@example.org");
    seals(vault, SUE, "sue@example.org");

    assertThat(opens(vault, SUE, sealed)).isEmpty();
    assertThat(
            database.<Optional<String>>inTransaction(tx -> vault.open(tx, ELSEWHERE, TOM, sealed)))
        .isEmpty();
  }

  @Test
  void a_key_that_was_put_into_the_row_of_another_is_refused() {
    Vault vault = vault(OLD);
    String sealed = seals(vault, TOM, "tom@example.org");
    seals(vault, SUE, "sue@example.org");
    database.transact(
        tx -> {
          String toms = RowKeyStore.find(tx, HERE, TOM).orElseThrow();
          String sues = RowKeyStore.find(tx, HERE, SUE).orElseThrow();
          RowKeyStore.wrapAnew(tx, new RowKeyStore.Row(HERE, SUE, sues), toms);
        });

    assertThatThrownBy(() -> opens(vault, SUE, sealed)).isInstanceOf(VaultLocked.class);
  }

  @Test
  void an_altered_text_is_refused_and_not_repeated() {
    Vault vault = vault(OLD);
    byte[] bytes = Base64.getDecoder().decode(seals(vault, TOM, "tom@example.org"));
    bytes[bytes.length - 20] ^= 1;
    String altered = Base64.getEncoder().encodeToString(bytes);

    assertThatThrownBy(() -> opens(vault, TOM, altered))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("altered")
        .hasMessageNotContaining(altered);
  }

  @Test
  void nothing_opens_once_the_key_was_destroyed() {
    Vault vault = vault(OLD);
    String sealed = seals(vault, TOM, "tom@example.org");
    String sues = seals(vault, SUE, "sue@example.org");

    assertThat(database.<Boolean>inTransaction(tx -> vault.destroy(tx, HERE, TOM))).isTrue();

    assertThat(opens(vault, TOM, sealed)).isEmpty();
    assertThat(opens(vault, SUE, sues)).contains("sue@example.org");
    assertThat(database.<Boolean>inTransaction(tx -> vault.destroy(tx, HERE, TOM))).isFalse();
  }

  @Test
  void a_new_key_opens_nothing_of_the_destroyed_one() {
    Vault vault = vault(OLD);
    String before = seals(vault, TOM, "tom@example.org");
    database.transact(tx -> vault.destroy(tx, HERE, TOM));

    String after = seals(vault, TOM, "new@example.org");

    assertThat(opens(vault, TOM, before)).isEmpty();
    assertThat(opens(vault, TOM, after)).contains("new@example.org");
  }

  @Test
  void a_wrong_key_is_one_line_that_names_it() {
    vault(OLD);

    assertThatThrownBy(() -> vault(NEW))
        .isInstanceOf(VaultLocked.class)
        .hasMessageStartingWith("ENCRYPTION_KEY ")
        .hasMessageNotContainingAny(OLD, NEW, "\n");
  }

  @Test
  void with_both_keys_both_kinds_open_and_after_rekey_the_old_one_can_go() {
    Vault before = vault(OLD);
    String toms = seals(before, TOM, "tom@example.org");
    String print = before.fingerprint(HERE, "address", "tom@example.org");

    Vault both = vault(NEW + "," + OLD);
    String sues = seals(both, SUE, "sue@example.org");
    assertThat(opens(both, TOM, toms)).contains("tom@example.org");
    assertThatThrownBy(() -> vault(NEW)).isInstanceOf(VaultLocked.class);

    assertThat(both.rekey())
        .isEqualTo(2); // Tom's and the house's; Sue's was made under the new one
    assertThat(both.rekey()).isZero();

    Vault after = vault(NEW);
    assertThat(opens(after, TOM, toms)).contains("tom@example.org");
    assertThat(opens(after, SUE, sues)).contains("sue@example.org");
    assertThat(after.fingerprint(HERE, "address", "tom@example.org")).isEqualTo(print);
    assertThatThrownBy(() -> vault(OLD)).isInstanceOf(VaultLocked.class);
  }

  @Test
  void more_keys_than_a_batch_are_all_wrapped_anew() {
    Vault before = vault(OLD);
    List<String> sealed = new ArrayList<>();
    database.transact(
        tx -> {
          for (int i = 0; i < 1_101; i++) {
            sealed.add(
                before.seal(tx, i % 2 == 0 ? HERE : ELSEWHERE, new UUID(i - 500, i), "p" + i));
          }
        });

    assertThat(vault(NEW + "," + OLD).rekey()).isEqualTo(1_102);

    Vault after = vault(NEW);
    database.transact(
        tx -> {
          for (int i = 0; i < 1_101; i++) {
            assertThat(
                    after.open(
                        tx, i % 2 == 0 ? HERE : ELSEWHERE, new UUID(i - 500, i), sealed.get(i)))
                .contains("p" + i);
          }
        });
  }

  @Test
  void fingerprints_are_equal_for_equal_texts_of_one_purpose_and_workspace() {
    Vault vault = vault(OLD);
    String print = vault.fingerprint(HERE, "address", "tom@example.org");

    assertThat(print).matches("[A-Za-z0-9_-]{43}");
    assertThat(vault(OLD).fingerprint(HERE, "address", "tom@example.org")).isEqualTo(print);
    assertThat(vault.fingerprint(HERE, "address", "sue@example.org")).isNotEqualTo(print);
    assertThat(vault.fingerprint(ELSEWHERE, "address", "tom@example.org")).isNotEqualTo(print);
    assertThat(vault.fingerprint(HERE, "link", "tom@example.org")).isNotEqualTo(print);
  }

  @Test
  void several_nodes_that_start_and_seal_at_once_agree_on_the_keys() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<String>> sealed = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sealed.add(
            nodes.submit(
                () -> {
                  go.await();
                  return seals(vault(OLD), TOM, "tom@example.org");
                }));
      }
      go.countDown();
      for (Future<String> each : sealed) {
        assertThat(opens(vault(OLD), TOM, each.get())).contains("tom@example.org");
      }
    } finally {
      nodes.shutdownNow();
    }
  }
}
