/**
 * Seals what is nobody's business, each person's under a key of their own: destroying that key
 * erases what it sealed, in backups too as far as they are older than the key. Knows the database
 * and the kernel only. Start reading at {@link dev.groundswell.vault.Vault}.
 */
@NullMarked
package dev.groundswell.vault;

import org.jspecify.annotations.NullMarked;
