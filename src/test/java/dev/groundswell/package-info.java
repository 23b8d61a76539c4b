/** Journeys through the whole product, and what they share. */
@NullMarked
package dev.groundswell;

import org.jspecify.annotations.NullMarked;
