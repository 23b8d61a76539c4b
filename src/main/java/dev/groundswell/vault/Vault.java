package dev.groundswell.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals texts about a person (AES-GCM), each person's with a data key of their own that lies beside
 * them, wrapped in the master key of ENCRYPTION_KEY. A sealed text is bound to its workspace and
 * its subject: put into another row it does not open.
 *
 * <p>One more key belongs to the house: fingerprints and the signatures of links come from it. It
 * is wrapped like the others, so that a new ENCRYPTION_KEY leaves them as they are, and whether it
 * opens says at the start whether ENCRYPTION_KEY is right.
 */
public final class Vault {
  private static final String HOUSE = "groundswell/house";
  private static final int BATCH = 500;

  private final Database database;
  private final MasterKeys keys;
  private final Keyring keyring;
  private final PrfSet house;
  private final Clock clock;

  private Vault(Database database, MasterKeys keys, Keyring keyring, PrfSet house, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.keyring = keyring;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Unlocks what was sealed in this database.
   *
   * @throws VaultLocked when it was sealed with another key
   */
  public static Vault unlock(Database database, MasterKeys keys, Clock clock) {
    try {
      PrfConfig.register();
      Keyring keyring = new Keyring(keys);
      KeysetHandle house = database.inTransaction(tx -> houseKey(tx, keyring));
      return new Vault(
          database,
          keys,
          keyring,
          house.getPrimitive(RegistryConfiguration.get(), PrfSet.class),
          clock);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the vault could not be unlocked", e);
    }
  }

  private static KeysetHandle houseKey(Tx tx, Keyring keyring) {
    Optional<String> wrapped = RowKeyStore.house(tx);
    if (wrapped.isPresent()) {
      return keyring.unwrap(wrapped.get(), HOUSE);
    }
    try {
      KeysetHandle fresh = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF);
      RowKeyStore.addHouse(tx, keyring.wrap(fresh, HOUSE));
      return fresh;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key could be made", e);
    }
  }

  /**
   * Seals a text about this subject, whose key is made if there is none.
   *
   * @return what may be stored, in base64
   */
  public String seal(Tx tx, WorkspaceId workspace, UUID subject, String plain) {
    String of = of(workspace, subject);
    KeysetHandle key =
        RowKeyStore.find(tx, workspace, subject)
            .map(wrapped -> keyring.unwrap(wrapped, of))
            .orElseGet(() -> add(tx, workspace, subject));
    try {
      byte[] sealed = aead(key).encrypt(Keyring.bytes(plain), Keyring.bytes(of));
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a text could not be sealed", e);
    }
  }

  private KeysetHandle add(Tx tx, WorkspaceId workspace, UUID subject) {
    try {
      KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      RowKeyStore.add(
          tx, workspace, subject, keyring.wrap(fresh, of(workspace, subject)), clock.instant());
      return fresh;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key could be made", e);
    }
  }

  /**
   * Opens what was sealed for this subject; empty once the key that sealed it was destroyed.
   *
   * @throws IllegalStateException for a text that was altered, or sealed for another subject
   */
  public Optional<String> open(Tx tx, WorkspaceId workspace, UUID subject, String sealed) {
    String of = of(workspace, subject);
    byte[] bytes = Base64.getDecoder().decode(sealed);
    Optional<KeysetHandle> key =
        RowKeyStore.find(tx, workspace, subject)
            .map(wrapped -> keyring.unwrap(wrapped, of))
            .filter(it -> it.getPrimary().getId() == Keyring.sealedBy(bytes));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] plain = aead(key.get()).decrypt(bytes, Keyring.bytes(of));
      return Optional.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed text was altered: " + of);
    }
  }

  /**
   * Destroys the key of this subject, and with it everything that was sealed for them.
   *
   * @return whether there was one
   */
  public boolean destroy(Tx tx, WorkspaceId workspace, UUID subject) {
    return RowKeyStore.delete(tx, workspace, subject);
  }

  /**
   * The same for the same text, so that two can be found equal, and to be had from this house only
   * (HMAC-SHA256). It survives a change of ENCRYPTION_KEY.
   *
   * @param purpose texts of different purposes have different ones
   * @return 43 characters of A-Z a-z 0-9 _ -
   */
  public String fingerprint(WorkspaceId workspace, String purpose, String text) {
    try {
      byte[] print =
          house.computePrimary(Keyring.bytes(purpose + "\0" + workspace.value() + "\0" + text), 32);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(print);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a fingerprint could not be taken", e);
    }
  }

  /**
   * Wraps each key in the first of ENCRYPTION_KEY that another one wraps. It may be broken off and
   * begun again at any time, beside servers that know both keys.
   *
   * @return how many were wrapped anew
   */
  public int rekey() {
    int wrapped = 0;
    List<RowKeyStore.Row> rows = after("", new UUID(0, 0));
    while (!rows.isEmpty()) {
      List<RowKeyStore.Row> some = rows;
      wrapped += database.inTransaction(tx -> wrapAnew(tx, some));
      RowKeyStore.Row last = rows.get(rows.size() - 1);
      rows = after(last.workspace().value(), last.subject());
    }
    // The house's last: as long as it opens with the old one only, the old one is asked for.
    return wrapped + database.inTransaction(this::wrapHouseAnew);
  }

  private List<RowKeyStore.Row> after(String workspace, UUID subject) {
    return database.inTransaction(tx -> RowKeyStore.after(tx, workspace, subject, BATCH));
  }

  private int wrapAnew(Tx tx, List<RowKeyStore.Row> rows) {
    int wrapped = 0;
    for (RowKeyStore.Row row : rows) {
      if (!keyring.isWrappedByFirst(row.wrapped())) {
        String of = of(row.workspace(), row.subject());
        KeysetHandle key = keyring.unwrap(row.wrapped(), of);
        wrapped += RowKeyStore.wrapAnew(tx, row, keyring.wrap(key, of)) ? 1 : 0;
      }
    }
    return wrapped;
  }

  private int wrapHouseAnew(Tx tx) {
    String wrapped = RowKeyStore.house(tx).orElseThrow();
    if (keyring.isWrappedByFirst(wrapped)) {
      return 0;
    }
    RowKeyStore.wrapHouseAnew(tx, keyring.wrap(keyring.unwrap(wrapped, HOUSE), HOUSE));
    return 1;
  }

  private static Aead aead(KeysetHandle key) throws GeneralSecurityException {
    return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private static String of(WorkspaceId workspace, UUID subject) {
    return workspace.value() + "/" + subject;
  }

  @Override
  public String toString() {
    return "Vault[" + keys + "]";
  }
}
