package dev.groundswell.vault;

/** ENCRYPTION_KEY does not open what was sealed; the message says what to do. */
public final class VaultLocked extends RuntimeException {
  VaultLocked() {
    super(
        "ENCRYPTION_KEY is not the one that this database was sealed with. Set that one; while you"
            + " change it, set the new one, a comma, and the old one, and run rekey.");
  }
}
