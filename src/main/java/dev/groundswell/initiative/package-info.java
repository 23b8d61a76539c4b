/**
 * The programme that needs buy-in, and its lead. It knows no other feature but the guard that keeps
 * patients' details out, and all others may know it. Start reading at {@link
 * dev.groundswell.initiative.Initiatives}.
 */
@NullMarked
package dev.groundswell.initiative;

import org.jspecify.annotations.NullMarked;
