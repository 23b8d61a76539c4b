/**
 * The database: one schema for H2 and PostgreSQL, opened, migrated and handed out as transactions.
 * It knows no table of any feature; their SQL stands in their own stores. Start reading at {@link
 * dev.groundswell.db.Database}.
 */
@NullMarked
package dev.groundswell.db;

import org.jspecify.annotations.NullMarked;
