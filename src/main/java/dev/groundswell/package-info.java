/**
 * Groundswell. {@code Main} wires, starts and closes; it alone reads the clock and the environment.
 */
@NullMarked
package dev.groundswell;

import org.jspecify.annotations.NullMarked;
