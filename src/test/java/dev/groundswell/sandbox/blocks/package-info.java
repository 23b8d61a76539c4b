/** Block Kit by itself. */
@NullMarked
package dev.groundswell.sandbox.blocks;

import org.jspecify.annotations.NullMarked;
