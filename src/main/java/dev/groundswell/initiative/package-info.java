/**
 * The programme that needs buy-in, and its lead. It knows no other feature, and all others may know
 * it. Start reading at {@link dev.groundswell.initiative.Initiatives}.
 */
@NullMarked
package dev.groundswell.initiative;

import org.jspecify.annotations.NullMarked;
