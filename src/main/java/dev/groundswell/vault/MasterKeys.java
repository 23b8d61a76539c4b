package dev.groundswell.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The keys of ENCRYPTION_KEY: the first seals, each opens. Shown by nothing. */
public final class MasterKeys {
  private static final int BYTES = 32;
  private static final String SHAPE =
      "ENCRYPTION_KEY should be 32 random bytes in base64, as openssl rand -base64 32 prints them;"
          + " while you change it, the new one, a comma, and the old one";

  private final KeysetHandle keyset;

  private MasterKeys(KeysetHandle keyset) {
    this.keyset = keyset;
  }

  /**
   * Reads ENCRYPTION_KEY.
   *
   * @throws IllegalArgumentException with a sentence that says what it should look like, and
   *     repeats nothing of it
   */
  public static MasterKeys parse(String text) {
    Map<Integer, byte[]> keys = new LinkedHashMap<>();
    for (String one : text.split(",", -1)) {
      byte[] key;
      try {
        key = Base64.getDecoder().decode(one.strip());
      } catch (IllegalArgumentException e) {
        // The exception's own message would quote a part of it.
        throw new IllegalArgumentException(SHAPE);
      }
      if (key.length != BYTES) {
        throw new IllegalArgumentException(SHAPE);
      }
      keys.putIfAbsent(idOf(key), key);
    }
    return of(keys);
  }

  /** Keys that nobody else has and that end with the process. */
  public static MasterKeys once(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return of(Map.of(idOf(key), key));
  }

  @AccessesPartialKey
  private static MasterKeys of(Map<Integer, byte[]> keys) {
    try {
      AeadConfig.register();
      AesGcmParameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(BYTES)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      boolean first = true;
      for (Map.Entry<Integer, byte[]> each : keys.entrySet()) {
        KeysetHandle.Builder.Entry entry =
            KeysetHandle.importKey(
                AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(
                        SecretBytes.copyFrom(each.getValue(), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(each.getKey())
                    .build());
        keyset.addEntry(first ? entry.makePrimary() : entry);
        first = false;
      }
      return new MasterKeys(keyset.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("32 bytes are a key of AES-GCM", e);
    }
  }

  /** By this a sealed text says which key opens it; it tells nothing about the key. */
  private static int idOf(byte[] key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("the id of a master key".getBytes(StandardCharsets.US_ASCII));
      int id = ByteBuffer.wrap(digest.digest(key)).getInt();
      return id == 0 ? 1 : id;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Aead aead() {
    try {
      return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset of AES-GCM seals", e);
    }
  }

  /** The id of the key that seals. */
  int first() {
    return keyset.getPrimary().getId();
  }

  @Override
  public String toString() {
    return "MasterKeys[hidden]";
  }
}
