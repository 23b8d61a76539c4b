package dev.groundswell.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Wraps keys in the master key, and unwraps them. */
final class Keyring {
  /** Tink's own: a 1, and the four bytes of the id of the key that sealed. */
  private static final int PREFIX = 5;

  private final Aead master;
  private final int first;

  Keyring(MasterKeys keys) {
    this.master = keys.aead();
    this.first = keys.first();
  }

  /**
   * @param of whose key it is; it is bound to that, and can't be put into another's row
   */
  String wrap(KeysetHandle key, String of) {
    try {
      byte[] plain = TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get());
      return Base64.getEncoder().encodeToString(master.encrypt(plain, bytes(of)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key could not be wrapped", e);
    }
  }

  /**
   * @throws VaultLocked when another master key wrapped it, or it belongs to somebody else
   */
  KeysetHandle unwrap(String wrapped, String of) {
    try {
      byte[] plain = master.decrypt(Base64.getDecoder().decode(wrapped), bytes(of));
      return TinkProtoKeysetFormat.parseKeyset(plain, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new VaultLocked();
    }
  }

  boolean isWrappedByFirst(String wrapped) {
    return sealedBy(Base64.getDecoder().decode(wrapped)) == first;
  }

  /** The id of the key that sealed this, or 0 if nothing of ours did. */
  static int sealedBy(byte[] sealed) {
    return sealed.length > PREFIX && sealed[0] == 1 ? ByteBuffer.wrap(sealed, 1, 4).getInt() : 0;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
