/**
 * The few words that every other package speaks: ids with a type, ids with a time, moments in a
 * person's zone. It knows nothing but the JDK. Start reading at {@link
 * dev.groundswell.kernel.WorkspaceId}: each row of the product belongs to one.
 */
@NullMarked
package dev.groundswell.kernel;

import org.jspecify.annotations.NullMarked;
